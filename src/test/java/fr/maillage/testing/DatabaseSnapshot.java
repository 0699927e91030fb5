package fr.maillage.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps every row that a test has made and puts them back, so that one world serves many acts. */
@Component
public class DatabaseSnapshot {

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) as name,
                   (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                      from pg_attribute a
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and n.nspname not in ('territory', 'information_schema', 'snapshot')
               and n.nspname not like 'pg\\_%' and c.relname not like 'flyway\\_schema\\_history%'
             order by 1
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final List<Table> tables = new ArrayList<>();

    private record Table(String name, String columns, String copy) {}

    DatabaseSnapshot(JdbcTemplate jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public void take() {
        tables.clear();
        jdbc.execute("drop schema if exists snapshot cascade");
        jdbc.execute("create schema snapshot");
        jdbc.query(TABLES, row -> {
            tables.add(new Table(row.getString("name"), row.getString("columns"), "snapshot.t" + tables.size()));
        });
        for (var table : tables) {
            jdbc.execute("create table " + table.copy() + " as select " + table.columns() + " from " + table.name());
        }
    }

    /** Triggers and foreign keys sleep meanwhile, as in {@link DatabaseReset}. */
    public void restore() {
        var sql = new StringBuilder("set local session_replication_role = replica;");
        for (var table : tables) {
            sql.append("delete from ").append(table.name()).append(";");
            sql.append("insert into %s (%s) overriding system value select %s from %s;"
                    .formatted(table.name(), table.columns(), table.columns(), table.copy()));
        }
        transaction.executeWithoutResult(_ -> jdbc.execute(sql.toString()));
    }

    /** The tables whose rows are no longer those kept, except where the program notes that somebody was seen. */
    public List<String> changed() {
        return tables.stream()
                .filter(table -> !table.name().equals("access.session"))
                .filter(table ->
                        !fingerprint(table.name(), table.columns()).equals(fingerprint(table.copy(), table.columns())))
                .map(Table::name)
                .toList();
    }

    private String fingerprint(String table, String columns) {
        var sql = "select coalesce(md5(string_agg(r::text, '|' order by r::text)), '') from (select %s from %s) r"
                .formatted(columns, table);
        return Objects.requireNonNull(jdbc.queryForObject(sql, String.class));
    }

    public void forget() {
        tables.clear();
        jdbc.execute("drop schema if exists snapshot cascade");
    }
}
