package fr.maillage.project.context;

import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.project.Part;
import fr.maillage.project.Traces;
import fr.maillage.shared.Change;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lines of one kind that a CPTS keeps: added once, changed by one person at a time, archived and brought back. A
 * register says its table and how its record reads and writes a row.
 */
public abstract class Register<F> {

    private final JdbcClient db;
    private final Traces traces;
    private final ContextPart part;
    private final String table;
    private final List<String> columns;

    /** @param columns of the table, in the order of {@link #values} */
    Register(JdbcClient db, Traces traces, ContextPart part, String table, String... columns) {
        this.db = db;
        this.traces = traces;
        this.part = part;
        this.table = "project." + table;
        this.columns = List.of(columns);
    }

    /** What a row says. */
    abstract F read(ResultSet row) throws SQLException;

    abstract List<@Nullable Object> values(F facts);

    /** The line in a few words, for the journal and for links. */
    abstract String name(F facts);

    /** How the lines follow one another, on the columns of {@link #from}. */
    abstract String order();

    /** The table as {@code t}, with what a register reads beside it. */
    String from() {
        return "select t.* from " + table + " t";
    }

    /** Without those that were archived. */
    @Transactional(readOnly = true)
    public List<Line<F>> of(CommunityId community) {
        return db.sql(from() + " where t.community_id = ? and t.archived_at is null order by " + order() + ", t.id")
                .param(community.value())
                .query((row, _) -> new Line<>(row.getObject("id", UUID.class), read(row), change(row)))
                .list();
    }

    /** @throws NotFound when the CPTS has no such line, or it was archived */
    @Transactional(readOnly = true)
    public Line<F> find(CommunityView view, UUID id) {
        return of(view.id()).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(table + " " + id));
    }

    /** Adds a line; the same id sent twice adds one. */
    @Transactional
    public void add(CommunityView view, UUID id, F facts) {
        traces.queue(view);
        var values = new ArrayList<@Nullable Object>();
        values.add(id);
        values.add(view.id().value());
        values.addAll(values(facts));
        values.add(traces.now());
        values.add(view.actor().name());
        var added = db.sql("insert into " + table + " (id, community_id, " + String.join(", ", columns)
                        + ", changed_at, changed_by) values ("
                        + values.stream().map(_ -> "?").collect(Collectors.joining(", "))
                        + ") on conflict (id) do nothing")
                .params(values)
                .update();
        if (added == 1) {
            trace(view, "added", "ajout", name(facts));
        }
    }

    /** @param version the one the form was filled from */
    @Transactional
    public Saving change(CommunityView view, UUID id, int version, F facts) {
        traces.queue(view);
        var before = find(view, id);
        if (before.facts().equals(facts)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        var values = new ArrayList<>(values(facts));
        values.add(traces.now());
        values.add(view.actor().name());
        values.add(view.id().value());
        values.add(id);
        db.sql("update " + table + " set "
                        + columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
                        + ", version = version + 1, changed_at = ?, changed_by = ? where community_id = ? and id = ?")
                .params(values)
                .update();
        trace(view, "changed", "modification", name(facts));
        return Saving.DONE;
    }

    /** Takes a line out; {@link #restore} brings it back. */
    @Transactional
    public void archive(CommunityView view, UUID id) {
        traces.queue(view);
        of(view.id()).stream().filter(line -> line.id().equals(id)).findFirst().ifPresent(line -> {
            setArchived(view, id, true);
            trace(view, "archived", "retrait", name(line.facts()));
        });
    }

    @Transactional
    public void restore(CommunityView view, UUID id) {
        traces.queue(view);
        if (setArchived(view, id, false)) {
            trace(view, "restored", "retour", name(find(view, id).facts()));
        }
    }

    private boolean setArchived(CommunityView view, UUID id, boolean archived) {
        return db.sql("update " + table + """
                         set archived_at = case when :archived then :at::timestamptz end, version = version + 1,
                            changed_at = :at, changed_by = :by
                        where community_id = :community and id = :id and (archived_at is null) = :archived
                        """)
                        .param("archived", archived)
                        .param("at", traces.now())
                        .param("by", view.actor().name())
                        .param("community", view.id().value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private void trace(CommunityView view, String action, String word, String what) {
        traces.leave(view, Part.CONTEXT, "context." + action, part.title() + ", " + word + "\u00A0: " + what + ".");
    }

    ContextPart part() {
        return part;
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getInt("version"), row.getTimestamp("changed_at").toInstant(), row.getString("changed_by"));
    }
}
