package fr.maillage.platform;

import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the modules' schemas hold, read from the database itself; {@code public} holds nothing of ours but its history. */
final class SchemaCatalog {

    /** A schema is ours when it has a migration history. */
    private static final String OURS = """
            (select n.oid from pg_namespace n join pg_class h on h.relnamespace = n.oid
             where h.relname = 'flyway_schema_history' and h.relkind = 'r' and n.nspname <> 'public')
            """;

    private final JdbcClient jdbc;

    SchemaCatalog(Connection connection) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** A table with its ordinary columns: generated ones are computed again by the database that restores. */
    record Table(String schema, String name, List<String> columns) {

        String sqlName() {
            return quoted(schema) + "." + quoted(name);
        }

        String sqlColumns() {
            return String.join(", ", columns.stream().map(SchemaCatalog::quoted).toList());
        }
    }

    /** @param definition SQL that makes the constraint again */
    record ForeignKey(String table, String name, String definition) {

        String drop() {
            return "alter table " + table + " drop constraint " + name;
        }

        String add() {
            return "alter table " + table + " add constraint " + name + " " + definition;
        }
    }

    List<String> schemas() {
        return jdbc.sql("select nspname from pg_namespace where oid in " + OURS + " order by 1")
                .query(String.class)
                .list();
    }

    List<Table> tables() {
        return jdbc.sql("""
                select n.nspname, c.relname,
                  array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
                        and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'flyway_schema_history'
                  and n.oid in %s
                order by 1, 2""".formatted(OURS))
                .query((row, _) -> new Table(row.getString(1), row.getString(2), List.of((String[])
                        row.getArray(3).getArray())))
                .list();
    }

    List<BackupManifest.Sequence> sequences() {
        var names = jdbc.sql("""
                select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'S' and n.oid in %s order by 1, 2""".formatted(OURS))
                .query((row, _) -> List.of(row.getString(1), row.getString(2)))
                .list();
        return names.stream()
                .map(name -> jdbc.sql(
                                "select last_value, is_called from " + quoted(name.get(0)) + "." + quoted(name.get(1)))
                        .query((row, _) -> new BackupManifest.Sequence(
                                name.get(0), name.get(1), row.getLong(1), row.getBoolean(2)))
                        .single())
                .toList();
    }

    List<ForeignKey> foreignKeys() {
        return jdbc.sql("""
                select c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)
                from pg_constraint c where c.contype = 'f' and c.conparentid = 0 and c.connamespace in %s
                order by 1, 2""".formatted(OURS))
                .query((row, _) -> new ForeignKey(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    List<String> materializedViews() {
        return jdbc.sql("select oid::regclass::text from pg_class where relkind = 'm' and relnamespace in " + OURS)
                .query(String.class)
                .list();
    }

    List<BackupManifest.Migration> migrations() {
        var schemas = new java.util.ArrayList<>(List.of("public"));
        schemas.addAll(schemas());
        return schemas.stream()
                .filter(schema -> exists(schema + ".flyway_schema_history"))
                .flatMap(schema -> jdbc
                        .sql("select version, checksum from " + quoted(schema)
                                + ".flyway_schema_history where type = 'SQL' and success order by installed_rank")
                        .query((row, _) ->
                                new BackupManifest.Migration(schema, row.getString(1), (Integer) row.getObject(2)))
                        .list()
                        .stream())
                .toList();
    }

    long count(Table table) {
        return jdbc.sql("select count(*) from " + table.sqlName())
                .query(Long.class)
                .single();
    }

    /** Whether nobody has worked here yet; the territory reference is loaded by the program itself. */
    boolean isEmpty() {
        return tables().stream()
                .filter(table -> !"territory".equals(table.schema()))
                .noneMatch(table -> jdbc.sql("select exists (select 1 from " + table.sqlName() + ")")
                        .query(Boolean.class)
                        .single());
    }

    /** Connections of a serving Maillage to this same database. */
    long otherSessions() {
        return jdbc.sql("""
                select count(*) from pg_stat_activity
                where datname = current_database() and application_name = 'maillage' and pid <> pg_backend_pid()""").query(Long.class).single();
    }

    void set(BackupManifest.Sequence sequence) {
        jdbc.sql("select setval(cast(? as regclass), ?, ?)")
                .params(quoted(sequence.schema()) + "." + quoted(sequence.name()), sequence.value(), sequence.called())
                .query(Long.class)
                .single();
    }

    void run(String sql) {
        jdbc.sql(sql).update();
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private boolean exists(String table) {
        return jdbc.sql("select to_regclass(?) is not null")
                .param(table)
                .query(Boolean.class)
                .single();
    }
}
