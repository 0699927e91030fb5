package fr.maillage.documents;

import fr.maillage.documents.Block.Column;
import java.util.Arrays;

/**
 * Widths of a table's columns for word processors, which do not measure as the PDF engine does: by weight, by length when
 * all weights are equal, and never narrower than the longest word.
 */
final class ColumnWidths {

    /** A bold character of the tables' size, in twentieths of a point, on average. */
    private static final int CHARACTER = 114;

    private static final int MARGINS = 150;
    private static final int LONGEST_WORD = 22;

    private ColumnWidths() {}

    static int[] of(Block.Table table, int width) {
        int columns = table.columns().size();
        boolean equal =
                table.columns().stream().mapToInt(Column::weight).distinct().count() < 2;
        var weights = new double[columns];
        var least = new int[columns];
        for (int i = 0; i < columns; i++) {
            int longest = table.columns().get(i).title().length();
            int word = longestWord(table.columns().get(i).title());
            for (var row : table.rows()) {
                var text = PlainText.ofLine(row.cells().get(i));
                longest = Math.max(longest, text.length());
                word = Math.max(word, longestWord(text));
            }
            weights[i] =
                    equal ? Math.clamp(longest, 8, 40) : table.columns().get(i).weight();
            least[i] = Math.min(word, LONGEST_WORD) * CHARACTER + MARGINS;
        }
        return share(weights, least, width);
    }

    /** Shares the width by weight; columns that would be too narrow get their least first. */
    static int[] share(double[] weights, int[] least, int width) {
        var widths = new int[weights.length];
        boolean crowded = Arrays.stream(least).sum() > width;
        double free = width;
        double sharing = Arrays.stream(weights).sum();
        for (boolean changed = !crowded; changed; ) {
            changed = false;
            for (int i = 0; i < weights.length; i++) {
                if (widths[i] == 0 && free * weights[i] / sharing < least[i]) {
                    widths[i] = least[i];
                    free -= least[i];
                    sharing -= weights[i];
                    changed = true;
                }
            }
        }
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (widths[i] == 0) {
                widths[i] = (int) (free * weights[i] / sharing);
                last = i;
            }
        }
        widths[last] += width - Arrays.stream(widths).sum();
        return widths;
    }

    private static int longestWord(String text) {
        int longest = 0;
        for (var word : text.split("[\\s\u200B-]+")) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }
}
