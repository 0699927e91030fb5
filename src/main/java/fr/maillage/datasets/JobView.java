package fr.maillage.datasets;

import fr.maillage.shared.French;
import fr.maillage.ui.Badge;
import fr.maillage.ui.Badge.Tone;
import fr.maillage.ui.Job;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A job as its page tells it.
 *
 * @param title of its dataset
 * @param resumable whether it can go on
 */
public record JobView(ImportJob job, String title, Standing standing, boolean resumable) {

    private static final Map<String, Words> COUNTS = Map.of(
            "anciennes-communes",
            new Words(
                    "ligne au code d’une ancienne commune, rattachée à la commune actuelle",
                    "lignes au code d’une ancienne commune, rattachées à la commune actuelle"),
            "communes-retrouvees",
            new Words(
                    "ligne sans code de commune, retrouvée par le code postal et la ville",
                    "lignes sans code de commune, retrouvées par le code postal et la ville"),
            "communes-par-finess",
            new Words(
                    "ligne sans code de commune, retrouvée par le numéro FINESS du site",
                    "lignes sans code de commune, retrouvées par le numéro FINESS du site"),
            "rpps-places",
            new Words(
                    "ligne de l’annuaire (RPPS) qui n’avait pas de commune, placée par le numéro FINESS de son site",
                    "lignes de l’annuaire (RPPS) qui n’avaient pas de commune, placées par le numéro FINESS de leur site"),
            "a-localiser",
            new Words(
                    "ligne dont la commune n’est pas sûre, gardée et à géocoder",
                    "lignes dont la commune n’est pas sûre, gardées et à géocoder"));

    private record Words(String one, String many) {}

    /** Where a job is, as people see it: one that died with its program is interrupted. */
    public enum Standing {
        WAITING("En attente", Tone.GREY, "clock"),
        RUNNING("En cours de lecture", Tone.PETROL, "rotate-ccw"),
        STOPPED("Arrêtée", Tone.AMBER, "circle-alert"),
        INTERRUPTED("Interrompue", Tone.AMBER, "circle-alert"),
        DONE("Chargé", Tone.GREEN, "check"),
        UNCHANGED("Déjà chargé", Tone.GREEN, "check"),
        REFUSED("Refusé", Tone.RED, "x");

        private final Badge badge;

        Standing(String word, Tone tone, String icon) {
            badge = Badge.of(word, tone, icon);
        }

        public Badge badge() {
            return badge;
        }
    }

    static JobView of(ImportJob job, String title, boolean live) {
        var standing = switch (job.state()) {
            case WAITING -> live ? Standing.WAITING : Standing.INTERRUPTED;
            case RUNNING -> live ? Standing.RUNNING : Standing.INTERRUPTED;
            case STOPPED -> Standing.STOPPED;
            case DONE -> Standing.DONE;
            case UNCHANGED -> Standing.UNCHANGED;
            case REFUSED -> Standing.REFUSED;
        };
        return new JobView(job, title, standing, !live && !job.isOver());
    }

    public String address() {
        return "/administration/jeux/travaux/" + job.id();
    }

    public boolean live() {
        return standing == Standing.WAITING || standing == Standing.RUNNING;
    }

    /** The bar of its progress. */
    public Job progress() {
        boolean measured = job.isMeasured();
        var share =
                measured ? ", " + Math.min(99, 100 * job.bytesRead() / Math.max(1, job.fileSize())) + "\u00A0%" : "";
        return new Job(
                "Lecture de « " + job.fileName() + " »",
                measured ? Math.min(job.bytesRead(), job.fileSize()) : 0,
                measured ? job.fileSize() : 0,
                standing == Standing.WAITING
                        ? "D’autres fichiers sont lus avant lui."
                        : French.count(job.read(), "ligne lue", "lignes lues") + share,
                null,
                live() ? address() + "/arret" : null);
    }

    /** What was counted beside the refusals, in words. */
    public List<String> counted() {
        return new TreeMap<>(job.counts())
                .entrySet().stream()
                        .map(count -> {
                            var words = COUNTS.get(count.getKey());
                            return words == null
                                    ? count.getKey().replace('-', ' ') + "\u00A0: " + French.number(count.getValue())
                                    : French.count(count.getValue(), words.one(), words.many());
                        })
                        .toList();
    }

    /** Refused lines beyond those that the report copies; null when it has them all. */
    public @Nullable String beyondReport() {
        return job.rejected() <= ImportRun.MOST_REPORTED
                ? null
                : "Le fichier recopie les " + French.number(ImportRun.MOST_REPORTED) + " premières.";
    }
}
