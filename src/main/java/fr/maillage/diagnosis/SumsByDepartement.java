package fr.maillage.diagnosis;

import fr.maillage.datasets.Observed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Adds up the communes of one département after the other, so that no more than one is in memory at once. */
final class SumsByDepartement implements RowCallbackHandler {

    private final Map<String, Feed> feeds;
    private final Observed reference;
    private final Map<String, List<CountedCommune>> communes;
    private final Map<String, Map<String, Comparisons.Sum>> sums = new HashMap<>();
    private String departement = "";
    private Cells cells = new Cells();

    /**
     * @param feeds those made from communes, by the name under which {@link Comparisons} keeps them
     * @param reference stands for the populations of the reference
     */
    SumsByDepartement(Map<String, Feed> feeds, Observed reference, Collection<CountedCommune> communes) {
        this.feeds = feeds;
        this.reference = reference;
        this.communes = communes.stream()
                .filter(commune -> commune.parent() == null)
                .collect(Collectors.groupingBy(CountedCommune::departement));
    }

    /** Rows come by département. */
    @Override
    public void processRow(ResultSet row) throws SQLException {
        var next = row.getString("departement_code");
        if (!next.equals(departement)) {
            close();
            departement = next;
        }
        Observed observed = ComparisonsLoader.observed(row, 0);
        cells.add(observed);
    }

    /** By feed, then by département; a département without a row counts with its inhabitants, as not covered. */
    Map<String, Map<String, Comparisons.Sum>> result() {
        close();
        for (var each : communes.keySet()) {
            departement = each;
            close();
        }
        return sums;
    }

    private void close() {
        var here = communes.getOrDefault(departement, List.of());
        feeds.forEach((name, feed) -> {
            var first = feed.series().getFirst();
            var any = first.equals(Feed.POPULATION) ? reference : cells.any(first);
            sums.computeIfAbsent(name, _ -> new HashMap<>())
                    .computeIfAbsent(departement, _ -> new Comparisons.Sum(Aggregate.of(feed, here, cells), any));
        });
        cells = new Cells();
    }
}
