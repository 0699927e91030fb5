package fr.maillage.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How a list is asked for: searched, filtered, sorted, paged. Made by {@link ListSpec#read}.
 *
 * @param path the address of the list
 * @param search what is looked for, never null, at most 100 signs
 * @param sort the key of the column
 * @param descending greatest first
 * @param page from 1
 * @param size lines on a page: 10, 25 or 50
 * @param filters chosen values by filter name
 * @param sortSql the white-listed SQL expression of the column
 */
public record ListQuery(
        String path,
        String search,
        String sort,
        boolean descending,
        int page,
        int size,
        Map<String, String> filters,
        String sortSql) {

    /** For {@code order by}: the column, unknown values last. Add a unique column after it, so that pages do not overlap. */
    public String orderBy() {
        return sortSql + (descending ? " desc" : "") + " nulls last";
    }

    /** For {@code offset}. */
    public long offset() {
        return (long) (page - 1) * size;
    }

    /** For {@code ilike}: the search between percent signs, its own signs escaped. */
    public String like() {
        return "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** The chosen value of a filter, or null. */
    public @Nullable String filter(String name) {
        return filters.get(name);
    }

    /** One page of the answer. */
    public <T> Listing<T> listing(List<T> rows, long total) {
        return new Listing<>(this, rows, total);
    }

    /** The same list on another page. */
    public String pageLink(long number) {
        return link(Map.of("page", String.valueOf(number)));
    }

    /** Sorted by a column; sorted the other way when it is that column already. */
    public String sortLink(String key) {
        var flipped = key.equals(sort) && !descending;
        return link(Map.of("tri", key, "sens", flipped ? "desc" : "asc"));
    }

    /** With one filter set, or taken away when the value is empty; back on the first page. */
    public String filterLink(String name, String value) {
        return link(Map.of(name, value));
    }

    /** The whole list, searched and filtered alike, as a file: the list's address with {@code .xlsx} or {@code .csv}. */
    public String exportLink(String format) {
        return build(path + "." + format, parameters(Map.of()));
    }

    /** What {@code aria-sort} says of a column, or null when the list is not sorted by it. */
    public @Nullable String ariaSort(String key) {
        return key.equals(sort) ? (descending ? "descending" : "ascending") : null;
    }

    /** Everything but the search and the page, for the hidden fields of the search form. */
    public Map<String, String> kept() {
        var kept = new LinkedHashMap<>(parameters(Map.of()));
        kept.remove("recherche");
        return kept;
    }

    private String link(Map<String, String> changed) {
        return build(path, parameters(changed));
    }

    private Map<String, String> parameters(Map<String, String> changed) {
        var all = new LinkedHashMap<String, String>();
        all.put("recherche", search);
        all.put("tri", sort);
        all.put("sens", descending ? "desc" : "asc");
        all.put("lignes", size == 10 ? "" : String.valueOf(size));
        filters.keySet().stream().sorted().forEach(name -> all.put(name, filters.getOrDefault(name, "")));
        all.putAll(changed);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    private static String build(String path, Map<String, String> parameters) {
        var uri = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode()
                .buildAndExpand(Map.<String, Object>copyOf(parameters))
                .toUriString();
    }
}
