package fr.maillage.charts;

import java.util.List;

/**
 * The table beside a chart. The first column names, the others hold figures.
 *
 * @param rows with as many cells as there are heads
 * @param here the row of the territory, or −1
 */
public record ChartTable(List<String> headers, List<List<String>> rows, int here) {
    public ChartTable {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != headers.size()) {
                throw new IllegalArgumentException("row of " + row.size() + " cells under " + headers.size());
            }
        }
    }
}
