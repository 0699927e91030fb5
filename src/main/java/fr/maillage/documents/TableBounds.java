package fr.maillage.documents;

/**
 * Says whether the tables of a text stay within what a document can hold. A table has a cell at every line for every
 * column of its head, so that few signs make millions of cells: it is counted before it is built.
 */
final class TableBounds {

    /** Over the whole text. */
    static final int MOST_CELLS = 5_000;

    /** More cannot be read on a page. */
    static final int MOST_COLUMNS = 40;

    private TableBounds() {}

    static boolean holds(String markdown) {
        long cells = 0;
        int columns = 0;
        for (var line : (Iterable<String>) markdown.lines()::iterator) {
            int bars = 0;
            boolean onlySeparator = true;
            boolean dash = false;
            for (int i = 0; i < line.length(); i++) {
                char sign = line.charAt(i);
                bars += sign == '|' ? 1 : 0;
                dash |= sign == '-';
                onlySeparator &= "|:- \t>*+.)0123456789".indexOf(sign) >= 0;
            }
            if (bars == 0) {
                columns = 0;
            } else if (dash && onlySeparator) {
                columns = Math.max(columns, bars + 1);
            }
            // the edges of a line may be written or not: of the bars of a separator, two may be edges
            if (columns - 2 > MOST_COLUMNS) {
                return false;
            }
            cells += columns;
        }
        return cells <= MOST_CELLS;
    }
}
