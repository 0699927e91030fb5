package fr.maillage.dossier.trame;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A numbered section of a trame.
 *
 * @param key its part of the address, unique in the trame: {@code contexte-local}
 * @param number its place, as the issuer numbers it: {@code 1.1}
 * @param numbered whether the issuer prints the number; else it serves to find one’s way in the program alone
 * @param guidance help for the person who writes, null when there is nothing to say
 * @param fillings what fills it, in order; empty for a mere heading
 * @param rules codes of the completeness rules shown with it
 * @param diagnosis whether what is taken from the diagnosis goes here unless its author says otherwise
 */
public record TrameSection(
        String key,
        String number,
        boolean numbered,
        String title,
        @Nullable Guidance guidance,
        List<Filling> fillings,
        List<String> rules,
        boolean diagnosis,
        List<TrameSection> children) {

    /**
     * Help beside the text, in our own words.
     *
     * @param soughtByReader what the reader looks for
     * @param leads things to think of, may be empty
     * @param example a text or a table as it could be, about a territory that does not exist; null when there is none
     * @param oftenSentBack what institutions often ask to complete, may be empty
     */
    public record Guidance(
            String soughtByReader,
            List<String> leads,
            @Nullable String example,
            List<String> oftenSentBack) {}

    public TrameSection {
        fillings = List.copyOf(fillings);
        rules = List.copyOf(rules);
        children = List.copyOf(children);
    }

    /** The number as the document prints it; empty where the issuer numbers nothing. */
    public String printedNumber() {
        return numbered ? number : "";
    }

    /** {@code 1.1 Contexte local}. */
    public String heading() {
        return number + " " + title;
    }

    /** 1 for a chapter, 2 for 1.1, 3 for 1.1.1. */
    public int depth() {
        return (int) number.chars().filter(c -> c == '.').count() + 1;
    }

    public boolean isFilled() {
        return !fillings.isEmpty();
    }

    /** The text the team writes here; at most one by section. */
    public Optional<Filling.Narrative> narrative() {
        return fillings.stream()
                .filter(Filling.Narrative.class::isInstance)
                .map(Filling.Narrative.class::cast)
                .findFirst();
    }
}
