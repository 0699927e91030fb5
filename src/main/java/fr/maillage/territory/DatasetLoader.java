package fr.maillage.territory;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the shipped reference of communes into the database at the first start, and replaces it when the data pack's
 * version changes. Runs before the program answers any request.
 */
@Component
class DatasetLoader implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetLoader.class);

    private static final String KEY = "communes";

    private static final List<String> NAMED = List.of("region", "departement", "epci", "commune", "former_code");

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    DatasetLoader(JdbcClient jdbc, JdbcTemplate template, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        load(Dataset.shipped().version());
    }

    /** Loads the shipped files under this version, unless the database has it already. */
    void load(String version) {
        transaction.executeWithoutResult(_ -> {
            // Two programs may start on one external database: the second waits, then finds the work done.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('territory.dataset'))")
                    .query((row, _) -> row.getObject(1))
                    .list();
            if (Optional.of(version).equals(loaded())) {
                return;
            }
            long start = System.nanoTime();
            jdbc.sql("truncate territory.region, territory.departement, territory.epci, territory.commune,"
                            + " territory.postal_code, territory.former_code")
                    .update();
            template.execute((Connection connection) -> copyAll(connection));
            jdbc.sql("""
                    insert into territory.dataset (key, version, loaded_at) values (:key, :version, now())
                    on conflict (key) do update set version = excluded.version, loaded_at = excluded.loaded_at""").param("key", KEY).param("version", version).update();
            LOG.info("Référentiel des communes {} chargé en {} ms", version, (System.nanoTime() - start) / 1_000_000);
        });
    }

    Optional<String> loaded() {
        return jdbc.sql("select version from territory.dataset where key = :key")
                .param("key", KEY)
                .query(String.class)
                .optional();
    }

    private static Void copyAll(Connection connection) throws SQLException {
        copy(connection, "territory.region (code, name, article)", "regions");
        copy(connection, "territory.departement (code, name, article, region_code)", "departements");
        copy(connection, "territory.epci (code, name, kind)", "epci");
        try (var statement = connection.createStatement()) {
            // Postal codes travel separated by spaces; an array in CSV would need braces.
            statement.execute("""
                    create temporary table commune_line (
                        code text, name text, article smallint, zone text, departement_code text, region_code text,
                        epci_code text, parent_code text, postal_codes text, population integer,
                        population_vintage integer
                    ) on commit drop""");
            copy(connection, "commune_line", "communes");
            statement.execute("""
                    insert into territory.commune (code, name, article, zone, departement_code, region_code, epci_code,
                                                   parent_code, postal_codes, population, population_vintage)
                    select code, name, article, zone, departement_code, region_code, epci_code, parent_code,
                           coalesce(string_to_array(postal_codes, ' '), '{}'), population, population_vintage
                    from commune_line""");
            statement.execute("""
                    insert into territory.postal_code (postal_code, commune_code)
                    select distinct unnest(postal_codes), code from territory.commune""");
        }
        copy(connection, "territory.former_code (code, name, kind, current_code)", "anciens-codes");
        try (var statement = connection.createStatement()) {
            // Names are printed as French is: « Sévérac d’Aveyron ». The search reads both apostrophes.
            for (var table : NAMED) {
                statement.execute("update territory." + table
                        + " set name = translate(name, chr(39), '’') where strpos(name, chr(39)) > 0");
            }
            statement.execute("analyze territory.commune");
            statement.execute("analyze territory.postal_code");
            statement.execute("analyze territory.former_code");
            statement.execute("analyze territory.epci");
        }
        return null;
    }

    private static void copy(Connection connection, String into, String file) throws SQLException {
        var name = Dataset.FOLDER + file + ".csv.gz";
        try (InputStream packed = DatasetLoader.class.getResourceAsStream(name);
                InputStream csv = new GZIPInputStream(Objects.requireNonNull(packed, name))) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + into + " from stdin (format csv, header)", csv);
        } catch (IOException e) {
            throw new SQLException("cannot read " + name, e);
        }
    }
}
