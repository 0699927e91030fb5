package fr.maillage.dossier.trame;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What fills a section of a trame. */
public sealed interface Filling {

    /**
     * A text written by the team.
     *
     * @param key shared by the trames that ask for the same thing, so that a text written for one is offered in the
     *     other
     */
    record Narrative(String key, Expectation expectation) implements Filling {}

    /** A table, list or map made from the structured CPTS. */
    record View(ViewKind kind) implements Filling {}

    /** A text of the trame itself, the same for every CPTS, in Markdown. */
    record FixedText(String markdown) implements Filling {}

    /** Whether a dossier may be deposited while a narrative is empty. */
    enum Expectation {
        /** No deposit without it. */
        REQUIRED("obligatoire"),
        /** Shown as missing, does not block. */
        ADVISED("conseille"),
        /** Never shown as missing. */
        FREE("libre");

        private final String code;

        Expectation(String code) {
            this.code = code;
        }

        /** As written in a trame file. */
        public String code() {
            return code;
        }

        static Optional<Expectation> ofCode(String code) {
            return Arrays.stream(values()).filter(e -> e.code.equals(code)).findFirst();
        }

        static List<String> codes() {
            return Arrays.stream(values()).map(Expectation::code).toList();
        }
    }
}
