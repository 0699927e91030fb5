package fr.maillage.datasets;

import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.Vintage;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of jobs and vintages, on whatever connection it is given. */
final class ImportStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<HashMap<String, Long>> COUNTS = new TypeReference<>() {};

    private static final String OF_USE = """
            (state = 'WAITING' or state in ('RUNNING', 'STOPPED') and (vintage is not null
                or read = 0 and not exists (select 1 from datasets.job later
                                            where later.dataset = j.dataset and later.started_at > j.started_at)))
            """;

    private final JdbcClient jdbc;
    private final Path reports;

    /** @param reports the folder of the refused lines */
    ImportStore(JdbcClient jdbc, Path reports) {
        this.jdbc = jdbc;
        this.reports = reports;
    }

    /** Nobody else reads this dataset until the connection is closed; false when somebody does already. */
    boolean hold(String dataset) {
        return jdbc.sql("select pg_try_advisory_lock(hashtext('datasets'), hashtext(?))")
                .param(dataset)
                .query(Boolean.class)
                .single();
    }

    void release(String dataset) {
        jdbc.sql("select pg_advisory_unlock(hashtext('datasets'), hashtext(?))")
                .param(dataset)
                .query(Boolean.class)
                .single();
    }

    /** Whether a living program reads this dataset at this moment. */
    boolean held(String dataset) {
        return jdbc.sql("""
                        select exists (select 1 from pg_locks where locktype = 'advisory' and granted
                            and database = (select oid from pg_database where datname = current_database())
                            and classid = hashtext('datasets')::oid and objid = hashtext(?)::oid and objsubid = 2)""").param(dataset).query(Boolean.class).single();
    }

    /** The job that can be resumed: of this file, neither done nor refused, its vintage still there. */
    Optional<ImportJob> resumable(String dataset, String sha256) {
        return jdbc.sql("""
                        select j.* from datasets.job j join datasets.vintage v on v.id = j.vintage
                        where j.dataset = ? and j.sha256 = ? and j.state in ('RUNNING', 'STOPPED')
                          and v.state = 'LOADING'
                        order by j.started_at desc limit 1""").params(dataset, sha256).query(this::row).optional();
    }

    Optional<ImportJob> job(UUID id) {
        return jdbc.sql("select * from datasets.job where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    /**
     * The files that a reading, waiting, going on or broken off, may still ask for. One stopped before its first line gives
     * way to any later job of its dataset.
     */
    Set<Path> filesOfUse() {
        return Set.copyOf(files("select file_path from datasets.job j where " + OF_USE));
    }

    /** The files that jobs had and none may ask for any more. */
    List<Path> filesOfNoUse() {
        return files("select file_path from datasets.job except select file_path from datasets.job j where " + OF_USE);
    }

    private List<Path> files(String sql) {
        return jdbc.sql(sql).query(String.class).list().stream()
                .map(Path::of)
                .distinct()
                .toList();
    }

    /** The jobs that are not over for the database: some may have died with their program. */
    List<ImportJob> open() {
        return jdbc.sql("select * from datasets.job where state in ('WAITING', 'RUNNING') order by started_at")
                .query(this::row)
                .list();
    }

    /** The latest job of each dataset. */
    List<ImportJob> latest() {
        return jdbc.sql("select distinct on (dataset) * from datasets.job order by dataset, started_at desc")
                .query(this::row)
                .list();
    }

    /** The latest jobs of a dataset, newest first. */
    List<ImportJob> latest(String dataset, int most) {
        return jdbc.sql("select * from datasets.job where dataset = ? order by started_at desc limit ?")
                .params(dataset, most)
                .query(this::row)
                .list();
    }

    /** @param state {@link State#WAITING} or {@link State#RUNNING} */
    ImportJob begin(
            UUID id, String dataset, SourceFile file, FileIdentity identity, State state, String by, Instant now) {
        jdbc.sql("""
                        insert into datasets.job (id, dataset, file_path, file_name, file_size, sha256, state, started_by,
                            started_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        dataset,
                        file.path().toString(),
                        file.name(),
                        identity.size(),
                        identity.sha256(),
                        state.name(),
                        by,
                        at(now))
                .update();
        return job(id).orElseThrow();
    }

    /** @param state {@link State#WAITING} or {@link State#RUNNING} */
    ImportJob resume(ImportJob job, SourceFile file, State state) {
        jdbc.sql("""
                        update datasets.job set state = ?, stop_asked = false, ended_at = null, reason = null, file_path = ?,
                            file_name = ?
                        where id = ?""")
                .params(state.name(), file.path().toString(), file.name(), job.id())
                .update();
        return job(job.id()).orElseThrow();
    }

    /** A job that waited begins; a wish to stop it, said meanwhile, stays. */
    ImportJob start(UUID job) {
        jdbc.sql("update datasets.job set state = 'RUNNING', ended_at = null where id = ?")
                .param(job)
                .update();
        return job(job).orElseThrow();
    }

    /** A place for a new edition; what an abandoned reading of this dataset left is forgotten. */
    Vintage place(Descriptor descriptor, String label, SourceFile file, String sha256) {
        jdbc.sql("delete from datasets.vintage where dataset = ? and state = 'LOADING'")
                .param(descriptor.key())
                .update();
        return jdbc.sql("""
                        insert into datasets.vintage (dataset, slot, label, state, file_name, sha256)
                        select ?, min(slot), ?, 'LOADING', ?, ? from generate_series(1, 3) slot
                        where slot not in (select v.slot from datasets.vintage v where v.dataset = ?)
                        returning id, slot, dataset, label""")
                .params(descriptor.key(), label, file.name(), sha256, descriptor.key())
                .query(Vintages::row)
                .single();
    }

    void attach(UUID job, Vintage vintage) {
        jdbc.sql("update datasets.job set vintage = ?, edition = ? where id = ?")
                .params(vintage.id(), vintage.label(), job)
                .update();
    }

    Vintage vintage(long id) {
        return jdbc.sql("select id, slot, dataset, label from datasets.vintage where id = ?")
                .param(id)
                .query(Vintages::row)
                .single();
    }

    /** The edition just read becomes the current one; the current one can be read again; the one before is forgotten. */
    void show(Vintage vintage, ImportJob job, Instant now) {
        jdbc.sql("""
                        update datasets.job set replaced =
                            (select label from datasets.vintage where dataset = ? and state = 'CURRENT')
                        where id = ?""").params(vintage.dataset(), job.id()).update();
        jdbc.sql("delete from datasets.vintage where dataset = ? and state = 'FORMER'")
                .param(vintage.dataset())
                .update();
        jdbc.sql("update datasets.vintage set state = 'FORMER' where dataset = ? and state = 'CURRENT'")
                .param(vintage.dataset())
                .update();
        jdbc.sql("""
                        update datasets.vintage set state = 'CURRENT', imported_at = ?, read = ?, imported = ?, rejected = ?
                        where id = ?""")
                .params(at(now), job.read(), job.imported(), job.rejected(), vintage.id())
                .update();
    }

    void forget(Vintage vintage) {
        jdbc.sql("delete from datasets.vintage where id = ? and state = 'LOADING'")
                .param(vintage.id())
                .update();
    }

    Optional<ImportJob> importOf(String dataset, String sha256) {
        return jdbc.sql("""
                        select j.* from datasets.job j join datasets.vintage v on v.id = j.vintage
                        where v.dataset = ? and v.sha256 = ? and v.state = 'CURRENT' and j.state = 'DONE'
                        order by j.started_at desc limit 1""").params(dataset, sha256).query(this::row).optional();
    }

    ImportJob progress(
            ImportJob job,
            long bytes,
            long line,
            long read,
            long imported,
            long rejected,
            long reportLength,
            Map<String, Long> counts) {
        jdbc.sql("""
                        update datasets.job set bytes_read = ?, lines_read = ?, read = ?, imported = ?, rejected = ?,
                            report_length = ?, counts = ?::jsonb
                        where id = ?""")
                .params(bytes, line, read, imported, rejected, reportLength, JSON.writeValueAsString(counts), job.id())
                .update();
        return job(job.id()).orElseThrow();
    }

    /** Adds what was counted after the last record. */
    ImportJob told(ImportJob job, Map<String, Long> more) {
        if (more.isEmpty()) {
            return job;
        }
        var counts = new HashMap<>(job.counts());
        more.forEach((what, times) -> counts.merge(what, times, Long::sum));
        jdbc.sql("update datasets.job set counts = ?::jsonb where id = ?")
                .params(JSON.writeValueAsString(counts), job.id())
                .update();
        return job(job.id()).orElseThrow();
    }

    /** The current edition and the former one change places. */
    void swap(String dataset) {
        jdbc.sql("""
                        update datasets.vintage set state = case state when 'CURRENT' then 'FORMER' else 'CURRENT' end
                        where dataset = ? and state in ('CURRENT', 'FORMER')""").param(dataset).update();
    }

    boolean stopAsked(UUID job) {
        return jdbc.sql("select stop_asked from datasets.job where id = ?")
                .param(job)
                .query(Boolean.class)
                .single();
    }

    void askToStop(UUID job) {
        jdbc.sql("update datasets.job set stop_asked = true where id = ? and state in ('WAITING', 'RUNNING')")
                .param(job)
                .update();
    }

    ImportJob end(ImportJob job, State state, @Nullable String reason, Instant now) {
        jdbc.sql("update datasets.job set state = ?, reason = ?, ended_at = ? where id = ?")
                .params(Arrays.asList(state.name(), reason, at(now), job.id()))
                .update();
        return job(job.id()).orElseThrow();
    }

    private ImportJob row(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ImportJob(
                id,
                row.getString("dataset"),
                row.getObject("vintage", Long.class),
                row.getString("edition"),
                Path.of(row.getString("file_path")),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getString("sha256"),
                State.valueOf(row.getString("state")),
                row.getLong("bytes_read"),
                row.getLong("lines_read"),
                row.getLong("read"),
                row.getLong("imported"),
                row.getLong("rejected"),
                row.getLong("report_length"),
                JSON.readValue(row.getString("counts"), COUNTS),
                row.getString("reason"),
                row.getString("replaced"),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                reports.resolve("import-" + id + ".csv"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
