package fr.maillage.dossier.trame;

import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.completeness.ProjectRule;
import fr.maillage.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The trames the program knows: those it ships, then the files of the folder {@code trames} of the data folder, so that
 * a region adds its own without code. A file with a fault is left out and its faults are told, in the log and on the
 * administration page; so is a file that bears the id of another trame.
 */
@Component
public class Trames {

    private static final Logger LOG = LoggerFactory.getLogger(Trames.class);

    private record Known(Map<String, Trame> byId, List<Fault> faults) {}

    private final Path folder;
    private volatile Known known;

    Trames(Settings settings) {
        folder = settings.home().resolve("trames");
        known = read();
    }

    /** The trame of a dossier; the usual one of its kind when its own file was taken away. */
    public Trame of(Dossier dossier) {
        return of(dossier.trame(), dossier.kind());
    }

    /** As {@link #of(Dossier)}, from what a dossier says. */
    public Trame of(String id, DossierKind kind) {
        return byId(id).orElseGet(() -> byDefault(kind));
    }

    public Optional<Trame> byId(String id) {
        return Optional.ofNullable(known.byId.get(id));
    }

    /** The trames for a kind of dossier: the shipped ones first, and among them the usual one. */
    public List<Trame> of(DossierKind kind) {
        return all().stream().filter(trame -> trame.kind() == kind).toList();
    }

    /** The trame a dossier of a kind begins with: the last file that calls itself usual, so that a region’s own wins. */
    public Trame byDefault(DossierKind kind) {
        var choices = of(kind);
        return choices.stream().filter(Trame::usual).reduce((_, later) -> later).orElseGet(choices::getFirst);
    }

    /** Every trame, by kind of dossier in the order in which a CPTS writes them, then as in {@link #of(DossierKind)}. */
    public List<Trame> all() {
        return known.byId.values().stream()
                .sorted(Comparator.comparingInt(Trames::place))
                .toList();
    }

    private static int place(Trame trame) {
        var kind = trame.kind();
        return kind == null ? DossierKind.values().length : kind.ordinal();
    }

    /** What is wrong in the files of the data folder; empty when all is well. */
    List<Fault> faults() {
        return known.faults;
    }

    Path folder() {
        return folder;
    }

    /** Reads the files again; a trame in use whose file has a fault now goes on as it was. */
    void reload() {
        var fresh = read();
        var kept = new LinkedHashMap<>(fresh.byId);
        if (!fresh.faults.isEmpty()) {
            known.byId.forEach(kept::putIfAbsent);
        }
        known = new Known(kept, fresh.faults);
    }

    private Known read() {
        var reading = new Known(new LinkedHashMap<>(), new ArrayList<>());
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:trames/*.yaml")) {
                add(
                        reading,
                        String.valueOf(resource.getFilename()),
                        resource.getContentAsString(StandardCharsets.UTF_8));
            }
            if (!reading.faults.isEmpty()) {
                throw new IllegalStateException("a shipped trame is broken: " + reading.faults);
            }
            usualFirst(reading);
            addFolder(reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reading.faults.forEach(fault -> LOG.warn("Trame écartée : {}", fault));
        return reading;
    }

    private static void usualFirst(Known reading) {
        var shipped = List.copyOf(reading.byId.values());
        reading.byId.clear();
        shipped.stream()
                .sorted(Comparator.comparing(Trame::usual).reversed().thenComparing(Trame::id))
                .forEach(trame -> reading.byId.put(trame.id(), trame));
    }

    private void addFolder(Known reading) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList()) {
                var name = String.valueOf(file.getFileName());
                try {
                    add(reading, name, Files.readString(file));
                } catch (CharacterCodingException _) {
                    reading.faults.add(new Fault(
                            name, 1, "le fichier n’est pas en UTF-8.", "Enregistrez-le avec l’encodage UTF-8."));
                }
            }
        }
    }

    private static void add(Known reading, String file, String yaml) {
        switch (TrameReader.read(file, yaml, ProjectRule.codes())) {
            case Reading.Broken(var broken) -> reading.faults.addAll(broken);
            case Reading.Read(var trame) -> {
                if (reading.byId.putIfAbsent(trame.id(), trame) != null) {
                    reading.faults.add(new Fault(
                            file,
                            1,
                            "l’identifiant « " + trame.id() + " » est déjà celui d’une autre trame.",
                            "Donnez-en un autre ; identifiants pris : "
                                    + String.join(
                                            ", ",
                                            reading.byId.keySet().stream()
                                                    .sorted()
                                                    .toList())
                                    + "."));
                }
            }
        }
    }
}
