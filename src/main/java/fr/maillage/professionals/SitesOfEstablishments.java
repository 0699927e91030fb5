package fr.maillage.professionals;

import fr.maillage.datasets.spi.Vintage;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives the lines of the directory (RPPS) that have no commune that of the establishment whose FINESS number they bear,
 * whichever of the two files is read last. What is read while the other edition is switched is not missed: the ends of
 * both readings take turns.
 */
final class SitesOfEstablishments {

    private static final String DIRECTORY = "rpps";
    private static final String ESTABLISHMENTS = "finess";

    private static final String FOUND = """
            from professionals.establishment_{establishments} e
            join territory.commune c on c.code = e.commune
            where a.commune is null and a.finess = e.finess""";

    private SitesOfEstablishments() {}

    /**
     * Places the lines of an edition of the directory that is not shown yet, by the establishments shown now. Its reader
     * has looked there already: lines are left only when these came meanwhile.
     *
     * @param before done once, before the first line is written
     * @return how many lines
     */
    static long place(Vintage directory, JdbcClient jdbc, Runnable before) {
        takeTurns(jdbc);
        var shown = editions(ESTABLISHMENTS, jdbc).stream()
                .filter(Edition::isCurrent)
                .map(Edition::vintage)
                .filter(establishments -> isLeft(directory, establishments, jdbc))
                .toList();
        if (shown.isEmpty()) {
            return 0;
        }
        before.run();
        return shown.stream()
                .mapToLong(establishments -> place(directory, establishments, jdbc))
                .sum();
    }

    /**
     * Places the lines of the editions of the directory that are shown or can be brought back, by an edition of the
     * establishments that is not shown yet, and counts again who practises where.
     *
     * @return how many lines of the current edition
     */
    static long placeDirectory(Vintage establishments, JdbcClient jdbc) {
        takeTurns(jdbc);
        long placed = 0;
        for (var directory : editions(DIRECTORY, jdbc)) {
            long here = place(directory.vintage(), establishments, jdbc);
            if (here > 0) {
                SupplySummary.recount(directory.vintage(), jdbc);
            }
            placed += directory.isCurrent() ? here : 0;
        }
        return placed;
    }

    private static boolean isLeft(Vintage directory, Vintage establishments, JdbcClient jdbc) {
        return jdbc.sql(between(
                        directory,
                        establishments,
                        "select exists (select from professionals.activity_{directory} a where exists (select " + FOUND
                                + "))"))
                .query(Boolean.class)
                .single();
    }

    private static long place(Vintage directory, Vintage establishments, JdbcClient jdbc) {
        return jdbc.sql(between(directory, establishments, """
                        update professionals.activity_{directory} a
                        set commune = e.commune, departement = c.departement_code
                        """ + FOUND)).update();
    }

    private static String between(Vintage directory, Vintage establishments, String sql) {
        return sql.replace("{directory}", String.valueOf(directory.slot()))
                .replace("{establishments}", String.valueOf(establishments.slot()));
    }

    private static void takeTurns(JdbcClient jdbc) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('professionals'), hashtext('sites'))")
                .query(Integer.class)
                .single();
    }

    private record Edition(Vintage vintage, boolean isCurrent) {}

    private static List<Edition> editions(String dataset, JdbcClient jdbc) {
        return jdbc.sql("""
                        select id, slot, label, state = 'CURRENT' from datasets.vintage
                        where dataset = ? and state in ('CURRENT', 'FORMER') order by id""")
                .param(dataset)
                .query((row, _) -> new Edition(
                        new Vintage(row.getLong(1), row.getInt(2), dataset, row.getString(3)), row.getBoolean(4)))
                .list();
    }
}
