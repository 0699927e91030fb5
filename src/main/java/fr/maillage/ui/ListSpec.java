package fr.maillage.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a list lets one sort and filter by. Only what is written here reaches the SQL, so no address can inject any.
 *
 * <pre>
 * private static final ListSpec COMMUNES = ListSpec.sortedBy("nom", "c.sort_name")
 *         .column("population", "c.population")
 *         .filters("epci");
 * </pre>
 */
public final class ListSpec {

    private static final List<Integer> SIZES = List.of(10, 25, 50);
    private static final int LONGEST_SEARCH = 100;

    private final Map<String, String> columns = new LinkedHashMap<>();
    private final String defaultSort;
    private boolean descendingByDefault;
    private List<String> filters = List.of();

    private ListSpec(String key, String sql) {
        columns.put(key, sql);
        defaultSort = key;
    }

    /**
     * The order of the list when the address says none.
     *
     * @param key the French word of the address: {@code ?tri=nom}
     * @param sql the expression to order by; must order well in ascending direction
     */
    public static ListSpec sortedBy(String key, String sql) {
        return new ListSpec(key, sql);
    }

    /** The default order begins with the greatest: newest first, largest first. */
    public ListSpec descending() {
        descendingByDefault = true;
        return this;
    }

    /** Another column one may sort by. */
    public ListSpec column(String key, String sql) {
        columns.put(key, sql);
        return this;
    }

    /** The filters, by their French parameter name: {@code ?etat=depose}. */
    public ListSpec filters(String... names) {
        filters = List.of(names);
        return this;
    }

    /** Reads the address: {@code ?recherche=&tri=&sens=&page=&lignes=} and the filters. What is not understood is ignored. */
    public ListQuery read(HttpServletRequest request) {
        var search = parameter(request, "recherche").strip();
        var sort = parameter(request, "tri");
        var known = columns.containsKey(sort);
        var direction = parameter(request, "sens");
        var descending = known && !direction.isEmpty() ? direction.equals("desc") : !known && descendingByDefault;
        var chosen = new LinkedHashMap<String, String>();
        for (var filter : filters) {
            var value = parameter(request, filter).strip();
            if (!value.isEmpty()) {
                chosen.put(filter, value);
            }
        }
        var size = number(parameter(request, "lignes"), SIZES.getFirst());
        return new ListQuery(
                request.getRequestURI(),
                search.length() > LONGEST_SEARCH ? search.substring(0, LONGEST_SEARCH) : search,
                known ? sort : defaultSort,
                descending,
                Math.max(1, number(parameter(request, "page"), 1)),
                SIZES.contains(size) ? size : SIZES.getFirst(),
                Map.copyOf(chosen),
                Objects.requireNonNull(columns.get(known ? sort : defaultSort)));
    }

    private static String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
