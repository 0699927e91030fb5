package fr.maillage.dossier.instruction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act of the ARS that goes with a letter, as it was typed: shown before it leaves, then taken.
 *
 * @param reason in the words of who decides, with its paragraphs and lists; may be empty for a validation
 * @param grounds codes of the legal grounds, for an opposition
 * @param answerBy the day by which an answer is awaited, for a request for a complement
 * @param quality in what quality the letter is signed: « la directrice de la délégation »
 * @param version the version that was read; null for the last one
 */
record Decision(
        Move move,
        String reason,
        List<String> grounds,
        @Nullable LocalDate answerBy,
        String quality,
        @Nullable Integer version) {

    /** The silence of the ARS: nobody decides, nobody signs. */
    static final Decision SILENCE = new Decision(Move.DEEM_VALIDATED, "", List.of(), null, "", null);

    Decision {
        reason = reason.strip();
        quality = quality.strip();
        grounds = List.copyOf(grounds);
    }

    /** Whether it is a decision to notify, signed in a quality; a request for a complement decides nothing. */
    boolean isNotified() {
        return move != Move.ASK_MORE;
    }
}
