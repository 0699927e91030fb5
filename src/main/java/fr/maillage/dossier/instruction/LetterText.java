package fr.maillage.dossier.instruction;

import fr.maillage.dossier.DossierKind;
import fr.maillage.rules.LegalDelay;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words of the letter that goes with a move, paragraph by paragraph: shown to the instructor before it leaves, then
 * printed as it was shown.
 *
 * @param subject the line « Objet »
 */
public record LetterText(String subject, List<String> paragraphs) {

    /**
     * @param delay the legal delay of the version, null for a lettre d’intention
     * @param ground the legal ground, for an opposition
     * @param reason in the instructor's words, empty when there is none
     */
    static LetterText of(
            Move move,
            DossierKind kind,
            String community,
            String number,
            int version,
            LocalDate received,
            @Nullable LegalDelay delay,
            LegalDelay.@Nullable Ground ground,
            String reason) {
        var what = kind == DossierKind.HEALTH_PROJECT ? "le projet de santé" : "la lettre d’intention";
        var paragraphs = new ArrayList<String>();
        paragraphs.add("Madame, Monsieur,");
        paragraphs.add("Vous avez déposé le %s %s de %s (dossier n° %s, version %d)."
                .formatted(French.date(received), what, community, number, version));
        switch (move) {
            case VALIDATE ->
                paragraphs.add("Après instruction avec l’Assurance Maladie, %s est validé%s."
                        .formatted(what, kind == DossierKind.LETTER_OF_INTENT ? "e" : ""));
            case ASK_MORE -> paragraphs.add("Son instruction demande des compléments, que voici.");
            case OPPOSE ->
                paragraphs.add("L’Agence régionale de santé s’y oppose pour le motif suivant : %s."
                        .formatted(ground == null ? "" : lower(ground.title())));
            case LAPSE -> paragraphs.add("Ce dossier est devenu caduc, pour la raison suivante.");
            case DEEM_VALIDATED -> {
                if (delay == null) {
                    throw new IllegalArgumentException("silence validates only under a legal delay");
                }
                paragraphs.add(
                        "%s Le délai a couru jusqu’au %s inclus, sans opposition. Le projet de santé est donc réputé validé depuis le %s."
                                .formatted(
                                        delay.rule(),
                                        French.date(delay.limit()),
                                        French.date(delay.deemedValidatedOn())));
            }
            default -> throw new IllegalArgumentException(move + " goes without a letter");
        }
        reason.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(paragraphs::add);
        if (move == Move.ASK_MORE) {
            paragraphs.add("Complétez le dossier sur la plateforme, puis déposez une nouvelle version.");
            if (delay != null) {
                paragraphs.add(delay.suspension().assumption());
            }
        }
        if (move == Move.OPPOSE && ground != null) {
            paragraphs.add("Fondement : " + ground.source().title() + ".");
        }
        return new LetterText(subject(move, kind), List.copyOf(paragraphs));
    }

    static boolean goesWith(Move move) {
        return switch (move) {
            case VALIDATE, ASK_MORE, OPPOSE, LAPSE, DEEM_VALIDATED -> true;
            case DEPOSIT, COMPLETE, START_AGAIN, TAKE -> false;
        };
    }

    private static String subject(Move move, DossierKind kind) {
        var what = lower(kind.label());
        return switch (move) {
            case VALIDATE -> "Validation de votre " + what;
            case ASK_MORE -> "Demande de compléments sur votre " + what;
            case OPPOSE -> "Opposition à votre " + what;
            case LAPSE -> "Caducité de votre " + what;
            case DEEM_VALIDATED -> "Attestation de validation tacite de votre " + what;
            default -> throw new IllegalArgumentException(move + " goes without a letter");
        };
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.FRENCH) + text.substring(1);
    }
}
