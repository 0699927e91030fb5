package fr.maillage.rulebook;

import fr.maillage.access.Actor;
import fr.maillage.audit.Audience;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.rulebook.Rulebook.RuleChange;
import fr.maillage.rulebook.spi.Affected;
import fr.maillage.rules.DatedRules;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Grids;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The next agreements, added as files: read and shown first, taken by a second act, withdrawn while nothing uses them. */
@Service
class AddedGrids {

    private static final String SELECT = """
            select id, code, title, in_force_from, sha256, added_at, added_by, taken_at, taken_by, withdrawn_at, withdrawn_by
              from rulebook.added_grid
            """;

    private final JdbcClient jdbc;
    private final KnownGrids known;
    private final ObjectProvider<Affected> affected;
    private final Journal journal;
    private final Today today;

    AddedGrids(JdbcClient jdbc, KnownGrids known, ObjectProvider<Affected> affected, Journal journal, Today today) {
        this.jdbc = jdbc;
        this.known = known;
        this.affected = affected;
        this.journal = journal;
        this.today = today;
    }

    /** What taking a grid would change. */
    record Preview(AddedGrid grid, String seen, List<RuleChange> changes, List<Affected.Effect> effects) {}

    sealed interface Outcome {

        record Done(AddedGrid grid) implements Outcome {}

        /** Somebody did it before: nothing more happens. */
        record AlreadyDone(AddedGrid grid) implements Outcome {}

        record Refused(List<String> faults) implements Outcome {}

        /** The grids known changed since the preview was shown: it is to be looked at again. */
        record Overtaken() implements Outcome {}
    }

    /** Newest first. */
    List<AddedGrid> all() {
        return jdbc.sql(SELECT + " order by added_at desc, id")
                .query(AddedGrids::grid)
                .list();
    }

    /** @throws NotFound when there is none */
    AddedGrid require(UUID id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(AddedGrids::grid)
                .optional()
                .orElseThrow(() -> new NotFound("grid " + id));
    }

    /** Keeps a grid to be looked at, unless the same file already waits or counts. It changes no figure yet. */
    @Transactional
    Outcome receive(GridFile file, Actor actor) {
        lock();
        var same = jdbc.sql(SELECT + " where sha256 = ? and withdrawn_at is null")
                .param(file.sha256())
                .query(AddedGrids::grid)
                .optional();
        if (same.isPresent()) {
            return new Outcome.AlreadyDone(same.get());
        }
        var faults = GridCheck.faults(file.grid(), known.read());
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into rulebook.added_grid
                            (id, code, title, in_force_from, yaml, sha256, added_at, added_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        file.grid().code(),
                        file.grid().title(),
                        file.grid().inForceFrom(),
                        file.yaml(),
                        file.sha256(),
                        Timestamp.from(today.instant()),
                        actor.name())
                .update();
        var grid = require(id);
        journal(actor, grid, "rulebook.grid-added", "Barème reçu pour lecture");
        return new Outcome.Done(grid);
    }

    /** What a grid that waits would change against the one in force on its first day, and in each contract. */
    Preview preview(AddedGrid grid) {
        var current = known.get();
        if (!grid.waits()) {
            return new Preview(grid, seen(current), List.of(), List.of());
        }
        var candidate = read(grid);
        var day = grid.inForceFrom();
        return new Preview(
                grid,
                seen(current),
                Rulebook.changes(DatedRules.on(day, current), DatedRules.on(day, current.with(List.of(candidate)))),
                affected.stream()
                        .flatMap(module -> module.effects(current, candidate).stream())
                        .toList());
    }

    /**
     * Takes a grid: from now on the program counts with it.
     *
     * @param seen the grids known when its preview was shown
     */
    @Transactional
    Outcome take(UUID id, String seen, Actor actor) {
        lock();
        var grid = require(id);
        if (!grid.waits()) {
            return new Outcome.AlreadyDone(grid);
        }
        var current = known.read();
        if (!seen.equals(seen(current))) {
            return new Outcome.Overtaken();
        }
        var faults = GridCheck.faults(read(grid), current);
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        jdbc.sql("update rulebook.added_grid set taken_at = ?, taken_by = ? where id = ?")
                .params(Timestamp.from(today.instant()), actor.name(), id)
                .update();
        known.changeWithThisTransaction();
        journal(actor, grid, "rulebook.grid-taken", "Barème pris en compte");
        return new Outcome.Done(require(id));
    }

    /** Withdraws a grid that nothing uses, or sets aside one that waits. */
    @Transactional
    Outcome withdraw(UUID id, Actor actor) {
        lock();
        var grid = require(id);
        if (grid.withdrawnAt() != null) {
            return new Outcome.AlreadyDone(grid);
        }
        if (grid.counts() && used(grid)) {
            return new Outcome.Refused(
                    List.of("Un contrat compte avec ce barème, il ne peut plus être retiré. Ajoutez un autre barème."));
        }
        jdbc.sql("update rulebook.added_grid set withdrawn_at = ?, withdrawn_by = ? where id = ?")
                .params(Timestamp.from(today.instant()), actor.name(), id)
                .update();
        known.changeWithThisTransaction();
        journal(
                actor,
                grid,
                "rulebook.grid-withdrawn",
                grid.counts() ? "Barème retiré" : "Barème écarté avant d’être pris en compte");
        return new Outcome.Done(require(id));
    }

    boolean used(AddedGrid grid) {
        return affected.stream().anyMatch(module -> module.uses(grid.code()));
    }

    /** One act at a time: what a check found still holds when its act is written. */
    private void lock() {
        jdbc.sql("lock table rulebook.added_grid in share row exclusive mode").update();
    }

    private Grid read(AddedGrid grid) {
        var yaml = jdbc.sql("select yaml from rulebook.added_grid where id = ?")
                .param(grid.id())
                .query(String.class)
                .single();
        return Grids.read(grid.code() + ".yaml", yaml);
    }

    private static String seen(Grids grids) {
        return grids.all().stream().map(Grid::code).collect(Collectors.joining(","));
    }

    private void journal(Actor actor, AddedGrid grid, String action, String what) {
        journal.record(Entry.of(
                        actor.author(),
                        Subject.of("grid", grid.id()),
                        action,
                        what + French.NBSP + ": " + grid.title() + ".")
                .with("code", grid.code())
                .with("inForceFrom", grid.inForceFrom().toString())
                .with("sha256", grid.sha256())
                .readableBy(Audience.ADMINISTRATION));
    }

    private static AddedGrid grid(ResultSet row, int number) throws SQLException {
        return new AddedGrid(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("title"),
                row.getObject("in_force_from", LocalDate.class),
                row.getString("sha256"),
                row.getTimestamp("added_at").toInstant(),
                row.getString("added_by"),
                instant(row.getTimestamp("taken_at")),
                row.getString("taken_by"),
                instant(row.getTimestamp("withdrawn_at")),
                row.getString("withdrawn_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
