package fr.maillage.documents;

import fr.maillage.shared.Source;
import java.util.List;

/** What a line of text is made of. */
public sealed interface Inline {

    record Text(String text) implements Inline {}

    record Strong(List<Inline> content) implements Inline {
        public Strong {
            content = List.copyOf(content);
        }
    }

    record Emphasis(List<Inline> content) implements Inline {
        public Emphasis {
            content = List.copyOf(content);
        }
    }

    /** @param href an address starting with http, https or mailto; anything else is refused */
    record Link(String href, List<Inline> content) implements Inline {
        public Link {
            content = List.copyOf(content);
            if (!Narrative.isSafe(href)) {
                throw new IllegalArgumentException("not a web address: " + href);
            }
        }
    }

    record LineBreak() implements Inline {}

    /** Words that a later version has more: underlined, and between signs for who does not see the line. */
    record Added(String words) implements Inline {

        /** « [+ces mots+] ». */
        public String marked() {
            return "[+" + words + "+]";
        }
    }

    /** Words that a later version has no more: struck, and between signs for who does not see the line. */
    record Removed(String words) implements Inline {

        /** « [−ces mots−] ». */
        public String marked() {
            return "[−" + words + "−]";
        }
    }

    /**
     * A numbered call; the source and the remark stand at the foot of the page, the source again at the end.
     *
     * @param remark a sentence for this place only, such as « 44 communes. »; may be empty
     */
    record Note(Source source, String remark) implements Inline {}

    static List<Inline> text(String text) {
        return List.of(new Text(text));
    }

    static List<Inline> strong(String text) {
        return List.of(new Strong(text(text)));
    }
}
