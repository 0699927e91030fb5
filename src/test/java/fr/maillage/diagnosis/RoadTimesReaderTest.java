package fr.maillage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.datasets.ImportJob.State;
import fr.maillage.testing.MaillageTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A matrix of road times is large: what ends its import takes a time in proportion to its lines. */
@MaillageTest
class RoadTimesReaderTest {

    @Autowired
    AccessData data;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Timeout(60)
    void aHundredThousandPairsTwiceAreKeptOnce() {
        var codes = jdbc.sql("select code from territory.commune order by code limit 500")
                .query(String.class)
                .list();
        var pairs = new ArrayList<String>();
        for (var origin : codes) {
            for (var destination : codes.subList(0, 200)) {
                pairs.add(origin + ";" + destination + ";12,5");
            }
        }
        var lines = new ArrayList<>(List.of("origine;destination;minutes"));
        lines.addAll(pairs);
        lines.addAll(pairs);

        var job = data.read(RoadTimesStore.DATASET, "temps.csv", lines.toArray(String[]::new));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(jdbc.sql("select count(*) from diagnosis.road_time")
                        .query(Integer.class)
                        .single())
                .isEqualTo(100_000);
    }
}
