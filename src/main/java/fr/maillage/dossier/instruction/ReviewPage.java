package fr.maillage.dossier.instruction;

import fr.maillage.dossier.Step;
import fr.maillage.dossier.completeness.Finding;
import fr.maillage.rules.LegalDelay;
import fr.maillage.shared.French;
import fr.maillage.shared.ProperName;
import fr.maillage.shared.Today;
import fr.maillage.ui.Badge;
import fr.maillage.ui.LegalClock;
import fr.maillage.ui.TimelineEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A dossier under instruction, as both sides read it. The CPTS is never given the notes, nor the opinions before the
 * decision.
 *
 * @param findings what the program noticed in the last version, for the institutions
 * @param facts the last version in a few figures, for the institutions; null when it is older than this record
 * @param moves the buttons: what the reader may do now
 * @param events what happened beside the moves, as far as the reader may know
 */
public record ReviewPage(
        Reviews.Header dossier,
        List<Deposit> deposits,
        @Nullable DossierDelay delay,
        List<Reviews.OpinionLine> opinions,
        List<Reviews.NoteLine> notes,
        List<Reviews.MoveLine> history,
        List<SentLetter> letters,
        List<ReviewRemarks.Line> remarks,
        List<Finding> findings,
        @Nullable VersionFacts facts,
        List<Move> moves,
        List<Chronicle.Event> events) {

    public Badge badge() {
        return Badges.of(dossier.step(), dossier.kind());
    }

    public Deposit last() {
        return deposits.getFirst();
    }

    public long opinionsGiven() {
        return opinions.stream().filter(line -> line.opinion() != null).count();
    }

    /** A remark settled without a word of the CPTS is settled, not answered. */
    public long remarksAnswered() {
        return remarks.stream().filter(line -> line.remark().answered()).count();
    }

    /** Remarks that wait for a word of the CPTS; none once the dossier is decided. */
    public long remarksWaiting() {
        return dossier.step().underReview()
                ? remarks.stream().filter(line -> line.remark().awaitsCpts()).count()
                : 0;
    }

    public boolean may(Move move) {
        return moves.contains(move);
    }

    /** What the CPTS is asked to answer and by when; null when nothing is asked, or no day was said. */
    public @Nullable LocalDate answerBy() {
        if (dossier.step() != Step.TO_COMPLETE) {
            return null;
        }
        return history.stream()
                .filter(line -> line.move() == Move.ASK_MORE)
                .findFirst()
                .map(Reviews.MoveLine::answerBy)
                .orElse(null);
    }

    /** « le projet de santé », in the middle of a sentence. */
    public String what() {
        var label = dossier.kind().label();
        return label.substring(0, 1).toLowerCase(Locale.FRENCH) + label.substring(1);
    }

    /** The bar of the legal delay, or null when none runs on this kind of dossier. */
    public @Nullable LegalClock clock() {
        if (delay == null) {
            return null;
        }
        LegalDelay legal = delay.delay();
        return new LegalClock(
                legal.receipt(),
                delay.today(),
                legal.limit(),
                List.of(),
                suspendedFrom(legal),
                dossier.step().closed()
                        ? legal.rule()
                        : "%s L’opposition n’a que deux motifs : %s. %s %s"
                                .formatted(
                                        legal.rule(),
                                        String.join(
                                                French.NNBSP + "; ",
                                                legal.grounds().stream()
                                                        .map(ground -> lower(ground.title()))
                                                        .toList()),
                                        legal.suspension().assumption(),
                                        legal.reading()),
                legal.source().href(),
                outcome(delay));
    }

    private @Nullable String outcome(DossierDelay delay) {
        if (!dossier.step().closed()) {
            return null;
        }
        return history.stream()
                .filter(line -> line.move().to() == dossier.step())
                .findFirst()
                .map(line -> switch (line.move()) {
                    case DEEM_VALIDATED -> deemedValidated(delay);
                    case VALIDATE -> "Validé le " + French.date(line.at());
                    case OPPOSE -> "Opposition le " + French.date(line.at());
                    default -> dossier.step().label() + " le " + French.date(line.at());
                })
                // The delay has elapsed and the daily job has not passed yet.
                .orElse(deemedValidated(delay));
    }

    private static String deemedValidated(DossierDelay delay) {
        return "Réputé validé le " + French.date(delay.delay().deemedValidatedOn());
    }

    /** Since when a request for a complement keeps the delay from running, where the rule says it does. */
    private @Nullable LocalDate suspendedFrom(LegalDelay legal) {
        if (dossier.step() != Step.TO_COMPLETE || !legal.suspension().suspends()) {
            return null;
        }
        return history.stream()
                .filter(line -> line.move() == Move.ASK_MORE)
                .findFirst()
                .map(line -> Today.dayOf(line.at()))
                .orElse(null);
    }

    public List<TimelineEntry> timeline() {
        var all = new ArrayList<>(events);
        history.forEach(line -> all.add(new Chronicle.Event(line.at(), told(line), false)));
        return all.stream()
                .sorted(Comparator.comparing(Chronicle.Event::at).reversed())
                .map(event ->
                        new TimelineEntry(French.dateTime(event.at()), event.sentence(), null, event.confidential()))
                .toList();
    }

    /** With the person who acted for an institution, and the motive. */
    private static String told(Reviews.MoveLine line) {
        var person = line.institutionName() == null ? "" : " (" + line.actor() + ")";
        var reason = line.reason() == null || line.reason().isBlank() ? "" : "." + French.NBSP + line.reason();
        return sentence(line) + person + reason;
    }

    /** Why a form shown before can no longer be sent: who moved the dossier meanwhile, and when. */
    String overtaken() {
        var what = history.isEmpty()
                ? "le dossier a changé"
                : "%s, le %s"
                        .formatted(
                                sentence(history.getFirst())
                                        + (history.getFirst().institutionName() == null
                                                ? ""
                                                : " (" + history.getFirst().actor() + ")"),
                                French.dateTime(history.getFirst().at()));
        return "Rien n’a été envoyé. Entre-temps" + French.NBSP + ": " + what
                + ". Ce que vous avez écrit est gardé ici.";
    }

    private static String sentence(Reviews.MoveLine line) {
        var by = line.institutionName() == null ? line.actor() : line.institutionName();
        var version = line.ordinal() == null ? "" : ", version " + line.ordinal();
        return switch (line.move()) {
            case DEPOSIT, COMPLETE -> "Dépôt" + version + ", par " + line.actor();
            case START_AGAIN -> "Dossier repris en brouillon par " + line.actor();
            case TAKE -> "Instruction ouverte par " + ProperName.the(by);
            case ASK_MORE -> "Complément demandé par " + ProperName.the(by);
            case VALIDATE -> "Validation par " + ProperName.the(by);
            case OPPOSE -> "Opposition " + ProperName.of(by);
            case DECLINE -> "Pas de suite donnée par " + ProperName.the(by);
            case LAPSE -> "Lettre caduque, dit par " + ProperName.the(by);
            case DEEM_VALIDATED -> "Réputé validé : délai écoulé sans opposition";
        };
    }

    /** The latest words of the ARS to the CPTS: what to complete, why it opposed. */
    public Reviews.@Nullable MoveLine lastWord() {
        return history.stream()
                .filter(line -> line.reason() != null && !line.reason().isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.FRENCH) + text.substring(1);
    }
}
