package fr.maillage.ui;

import fr.maillage.shared.French;
import java.util.List;

/**
 * One page of a list.
 *
 * @param query how it was asked for
 * @param rows the lines of this page
 * @param total how many lines the whole list has, after search and filters
 */
public record Listing<T>(ListQuery query, List<T> rows, long total) {

    /** « Lignes 1 à 10 sur 44 », « 3 lignes ». */
    public String span() {
        if (total <= query.size() && query.page() == 1) {
            return French.count(total, "ligne", "lignes");
        }
        var last = query.offset() + rows.size();
        return "Lignes " + French.number(query.offset() + 1) + " à " + French.number(last) + " sur "
                + French.number(total);
    }

    public long pages() {
        return Math.max(1, (total + query.size() - 1) / query.size());
    }

    public boolean hasPrevious() {
        return query.page() > 1;
    }

    public boolean hasNext() {
        return query.page() < pages();
    }

    /** Nothing found, and something was looked for. */
    public boolean isEmptySearch() {
        return total == 0 && (!query.search().isEmpty() || !query.filters().isEmpty());
    }
}
