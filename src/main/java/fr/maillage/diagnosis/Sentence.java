package fr.maillage.diagnosis;

import java.util.Map;

/**
 * A factual sentence drafted from an indicator: value, comparison, gap, vintage, never a cause.
 *
 * @param text what the author may insert, edit or drop
 * @param facts every figure in it as printed, by what it is; kept with an inserted sentence, to tell later whether it
 *     still holds
 */
public record Sentence(String indicator, String text, Map<String, String> facts) {

    /** What the fact of the period is called. */
    public static final String YEAR = "année";

    public Sentence {
        facts = Map.copyOf(facts);
    }
}
