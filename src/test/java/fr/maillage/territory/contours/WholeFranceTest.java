package fr.maillage.territory.contours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.maillage.testing.MaillageTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole folder of France, where it is there: 101 départements and the arrondissements. */
@MaillageTest
class WholeFranceTest {

    private static final Path FOLDER = Path.of("../shared/data/territoires/contours");

    @Autowired
    TestContours contours;

    @Autowired
    JdbcClient jdbc;

    @Test
    void loadsTheWholeOfFranceTwiceAlike() {
        assumeThat(FOLDER).exists();
        var said = contours.run(FOLDER.toString(), "--millesime", "2018");
        assertThat(said).contains("34 920 communes ont maintenant leur contour");
        long borders = count("adjacency");
        assertThat(borders).isBetween(200_000L, 220_000L);
        // A corner in common is not a border; a border across départements is one.
        assertThat(touch("12145", "12084")).isTrue();
        assertThat(touch("12178", "30074") || touch("12178", "30139") || crossings("12", "30") > 3)
                .isTrue();
        assertThat(crossings("12", "48")).isGreaterThan(5);
        assertThat(crossings("33", "67")).isZero();
        assertThat(touch("75116", "92012")).isTrue();
        assertThat(touch("75101", "92012")).isFalse();
        assertThat(jdbc.sql("""
                        select code from territory.contour c where not exists
                            (select 1 from territory.adjacency a where a.code = c.code)""").query(String.class).list()).hasSizeLessThan(40);
        contours.run(FOLDER.toString(), "--millesime", "2018");
        assertThat(count("adjacency")).isEqualTo(borders);
        assertThat(count("contour_source")).isEqualTo(1);
    }

    private boolean touch(String one, String other) {
        return jdbc.sql("select exists (select 1 from territory.adjacency where code = ? and neighbour = ?)")
                .params(one, other)
                .query(Boolean.class)
                .single();
    }

    private long crossings(String one, String other) {
        return jdbc.sql("select count(*) from territory.adjacency where code like ? || '%' and neighbour like ? || '%'")
                .params(one, other)
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from territory." + table)
                .query(Long.class)
                .single();
    }
}
