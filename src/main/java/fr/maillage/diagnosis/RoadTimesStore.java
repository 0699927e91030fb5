package fr.maillage.diagnosis;

import fr.maillage.datasets.Vintages;
import fr.maillage.diagnosis.apl.RoadTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The imported road times between communes. */
@Component
class RoadTimesStore {

    static final String DATASET = "temps-de-route";

    /** Rows come by pieces, which the driver only does within a transaction. */
    private static final int ROWS_AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final Vintages vintages;

    RoadTimesStore(JdbcClient jdbc, Vintages vintages) {
        this.jdbc = jdbc;
        this.vintages = vintages;
    }

    /**
     * The current times between the places of a map.
     *
     * @param ranks of the places by code of commune; a code that stands for several places is left out
     * @param size how many places there are
     */
    @Transactional(readOnly = true)
    public Optional<RoadTimes> current(Map<String, List<Integer>> ranks, int size) {
        return vintages.current(DATASET).map(vintage -> {
            var pairs = new Pairs();
            jdbc.sql("select origin, destination, minutes from diagnosis.road_time where slot = ?")
                    .param(vintage.slot())
                    .withFetchSize(ROWS_AT_ONCE)
                    .query(row -> {
                        var from = ranks.getOrDefault(row.getString(1), List.of());
                        var to = ranks.getOrDefault(row.getString(2), List.of());
                        if (from.size() == 1 && to.size() == 1) {
                            pairs.add(from.getFirst(), to.getFirst(), row.getDouble(3));
                        }
                    });
            return pairs.times(size);
        });
    }

    /** A matrix of France within 20 minutes has a million pairs: kept as numbers, not as objects. */
    private static final class Pairs {

        private int[] from = new int[1024];
        private int[] to = new int[1024];
        private double[] minutes = new double[1024];
        private int count;

        void add(int origin, int destination, double time) {
            if (count == from.length) {
                from = Arrays.copyOf(from, count * 2);
                to = Arrays.copyOf(to, count * 2);
                minutes = Arrays.copyOf(minutes, count * 2);
            }
            from[count] = origin;
            to[count] = destination;
            minutes[count] = time;
            count++;
        }

        RoadTimes times(int size) {
            return RoadTimes.of(
                    size, Arrays.copyOf(from, count), Arrays.copyOf(to, count), Arrays.copyOf(minutes, count));
        }
    }
}
