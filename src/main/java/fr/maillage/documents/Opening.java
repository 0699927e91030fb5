package fr.maillage.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a document begins. */
public sealed interface Opening {

    /** Whether it has a contents page, and chapters that open pages. */
    default boolean isBook() {
        return this instanceof Cover cover && !cover.brief();
    }

    /** @param value plain text */
    record Fact(String label, String value) {}

    /**
     * A full page, followed by the contents unless the document is brief.
     *
     * @param region where the organisation is, such as « Aveyron, Occitanie »
     * @param subtitle under the title
     * @param artwork the territory, or null without contours
     * @param facts the foot of the cover: territory, version, legal representative
     * @param credit where the artwork comes from, empty without artwork
     * @param logo a PNG or JPEG image, or null
     * @param brief a document of a few pages: without contents, for the bookmarks are enough, and its chapters do not open
     *     pages
     */
    record Cover(
            String region,
            String subtitle,
            @Nullable Artwork artwork,
            List<Fact> facts,
            String credit,
            byte @Nullable [] logo,
            boolean brief)
            implements Opening {
        public Cover {
            facts = List.copyOf(facts);
        }

        /** Of a book: with its contents, and chapters that open pages. */
        public Cover(
                String region,
                String subtitle,
                @Nullable Artwork artwork,
                List<Fact> facts,
                String credit,
                byte @Nullable [] logo) {
            this(region, subtitle, artwork, facts, credit, logo, false);
        }
    }

    /**
     * A drawing that fills the width of the cover.
     *
     * @param svg an {@code <svg>} element with a {@code viewBox}, by our own code; best about 210 wide by 170 high
     * @param alternative the same in words
     */
    record Artwork(String svg, String alternative) {}

    /**
     * The head of a letter or of a receipt, above the title on the first page; no contents page.
     *
     * @param region under the name of the organisation
     * @param facts date, reference, recipient; shown under the title
     */
    record Letterhead(String region, List<Fact> facts) implements Opening {
        public Letterhead {
            facts = List.copyOf(facts);
        }
    }
}
