package fr.maillage.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the body of a {@link Document} is made of, from top to bottom. */
public sealed interface Block {

    /**
     * @param level 1 for a chapter, which opens a page, to 4
     * @param number as printed, such as {@code 2.2.1}; empty for a heading without number
     * @param anchor unique in the document: ASCII letters, digits and hyphens, starting with a letter
     */
    record Heading(int level, String number, String text, String anchor) implements Block {
        public Heading {
            if (level < 1 || level > 4 || !anchor.matches("[A-Za-z][A-Za-z0-9-]*")) {
                throw new IllegalArgumentException("heading of level " + level + " at « " + anchor + " »");
            }
        }

        String line() {
            return number.isEmpty() ? text : number + '\u00A0' + text;
        }
    }

    record Paragraph(List<Inline> content) implements Block {
        public Paragraph {
            content = List.copyOf(content);
        }
    }

    record BulletList(List<Item> items) implements Block {
        public BulletList {
            items = List.copyOf(items);
        }
    }

    /** @param start the first number */
    record NumberedList(int start, List<Item> items) implements Block {
        public NumberedList {
            items = List.copyOf(items);
        }
    }

    /** An item of a list; lists inside it are nested. */
    record Item(List<Block> content) {
        public Item {
            content = List.copyOf(content);
        }
    }

    /**
     * @param caption after « Tableau 4. »; empty for a table that is not numbered
     * @param rows with as many cells as there are columns
     * @param note a line of small text under the table, empty for none
     */
    record Table(String caption, List<Column> columns, List<Row> rows, String note) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (var row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "row of " + row.cells().size() + " cells under " + columns.size() + " columns: " + row);
                }
            }
        }
    }

    /** @param weight share of the width, relative to the other columns */
    record Column(String title, Align align, int weight) {}

    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    record Row(Emphasis emphasis, List<List<Inline>> cells) {
        public Row {
            cells = cells.stream().map(List::copyOf).toList();
        }

        public static Row of(String... cells) {
            return new Row(
                    Emphasis.NONE, List.of(cells).stream().map(Inline::text).toList());
        }
    }

    enum Emphasis {
        NONE,
        /** The one row that the table is about: tinted and bold. */
        HIGHLIGHTED,
        /** Not certain yet: in orange, and the row says so in words too. */
        UNCERTAIN,
        /** The sum of the rows above. */
        TOTAL
    }

    /**
     * A drawing with its legend beside it.
     *
     * @param svg an {@code <svg>} element with a {@code viewBox}, by our own code
     * @param alternative the same in words, for who does not see it
     * @param caption after « Carte 3. »
     * @param credit a line of small text under the legend, empty for none
     */
    record Figure(
            FigureKind kind,
            String svg,
            String alternative,
            String caption,
            @Nullable Legend legend,
            String credit) implements Block {}

    /** Two drawings in half the width each, their legends under them. */
    record SideBySide(Figure left, Figure right) implements Block {}

    enum FigureKind {
        MAP("Carte"),
        CHART("Graphique");

        final String label;

        FigureKind(String label) {
            this.label = label;
        }
    }

    /**
     * @param headers the head of the class, then of each figure
     * @param entries the classes, in order
     */
    record Legend(List<String> headers, List<LegendEntry> entries) {
        public Legend {
            headers = List.copyOf(headers);
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param colour {@code #RRGGBB}
     * @param cells as many as the legend has heads
     */
    record LegendEntry(String colour, List<String> cells) {
        public LegendEntry {
            cells = List.copyOf(cells);
            if (!colour.matches("#[0-9A-Fa-f]{6}")) {
                throw new IllegalArgumentException("colour " + colour);
            }
        }
    }

    /** A remark set apart by a rule at its left. */
    record Callout(String title, List<Block> content) implements Block {
        public Callout {
            content = List.copyOf(content);
        }
    }

    /** Labels and values, without rules or numbers: the head of an action sheet. */
    record Facts(List<FactLine> lines) implements Block {
        public Facts {
            lines = List.copyOf(lines);
        }
    }

    record FactLine(String label, List<Inline> value) {
        public FactLine {
            value = List.copyOf(value);
        }
    }

    record PageBreak() implements Block {}

    static Paragraph paragraph(String text) {
        return new Paragraph(Inline.text(text));
    }
}
