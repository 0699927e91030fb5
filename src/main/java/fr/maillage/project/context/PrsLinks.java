package fr.maillage.project.context;

import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.project.Part;
import fr.maillage.project.Traces;
import fr.maillage.shared.Change;
import fr.maillage.shared.Saving;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which lines of the projet régional de santé a CPTS retains. */
@Service
public class PrsLinks {

    private final JdbcClient db;
    private final Traces traces;

    PrsLinks(JdbcClient db, Traces traces) {
        this.db = db;
        this.traces = traces;
    }

    @Transactional(readOnly = true)
    public PrsChoices of(CommunityId community) {
        var comments = db
                .sql("select code, comment from project.prs_line where community_id = ?")
                .param(community.value())
                .query((row, _) -> Map.entry(row.getString("code"), row.getString("comment")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var change = db.sql("select version, changed_at, changed_by from project.prs where community_id = ?")
                .param(community.value())
                .query((row, _) -> new Change(
                        row.getInt("version"), row.getTimestamp("changed_at").toInstant(), row.getString("changed_by")))
                .optional()
                .orElse(null);
        return new PrsChoices(comments, change);
    }

    /**
     * @param version the one the form was filled from
     * @param comments by code of a retained line
     */
    @Transactional
    public Saving retain(CommunityView view, int version, Map<String, String> comments) {
        traces.queue(view);
        var before = of(view.id());
        if (before.comments().equals(comments)) {
            return Saving.DONE;
        }
        if (before.change() != null && before.version() != version) {
            return new Saving.Overtaken(before.change());
        }
        db.sql("""
                        insert into project.prs as p (community_id, changed_at, changed_by) values (:community, :at, :by)
                        on conflict (community_id) do update set version = p.version + 1,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("community", view.id().value())
                .param("at", traces.now())
                .param("by", view.actor().name())
                .update();
        db.sql("delete from project.prs_line where community_id = ?")
                .param(view.id().value())
                .update();
        comments.forEach(
                (code, comment) -> db.sql("insert into project.prs_line (community_id, code, comment) values (?, ?, ?)")
                        .params(view.id().value(), code, comment)
                        .update());
        traces.leave(view, Part.CONTEXT, "context.prs", "Liens avec le projet régional de santé modifiés.");
        return Saving.DONE;
    }
}
