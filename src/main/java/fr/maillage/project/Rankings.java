package fr.maillage.project;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.project.Ranking.Ballot;
import fr.maillage.project.Ranking.Choice;
import fr.maillage.shared.French;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The votes that rank the general objectives: opened, cast, closed, and kept. */
@Service
public class Rankings {

    private final JdbcClient db;
    private final Projects projects;
    private final Traces traces;

    Rankings(JdbcClient db, Projects projects, Traces traces) {
        this.db = db;
        this.projects = projects;
        this.traces = traces;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Ranking> of(CommunityId community) {
        Map<List<UUID>, List<Choice>> choices = db
                .sql("""
                        select l.* from project.ballot_line l join project.ranking r on r.id = l.ranking_id
                        where r.community_id = ? order by l.place
                        """)
                .param(community.value())
                .query((rs, _) -> Map.entry(
                        List.of(rs.getObject("ranking_id", UUID.class), rs.getObject("account_id", UUID.class)),
                        new Choice(new ObjectiveId(rs.getObject("objective_id", UUID.class)), rs.getString("title"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        Map<UUID, List<Ballot>> ballots = db
                .sql("""
                        select b.* from project.ballot b join project.ranking r on r.id = b.ranking_id
                        where r.community_id = ? order by b.cast_at, b.account_id
                        """)
                .param(community.value())
                .query((rs, _) -> Map.entry(rs.getObject("ranking_id", UUID.class), ballot(rs, choices)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return db.sql("select * from project.ranking where community_id = ? order by opened_at desc, id")
                .param(community.value())
                .query((rs, _) -> {
                    var id = rs.getObject("id", UUID.class);
                    return new Ranking(
                            id,
                            rs.getTimestamp("opened_at").toInstant(),
                            rs.getString("opened_by"),
                            instant(rs.getTimestamp("closed_at")),
                            rs.getString("closed_by"),
                            ballots.getOrDefault(id, List.of()));
                })
                .list();
    }

    /** The one that is open, if any. */
    @Transactional(readOnly = true)
    public Optional<Ranking> open(CommunityId community) {
        return of(community).stream().filter(Ranking::open).findFirst();
    }

    /** Opens a vote; one that is open already stays open. */
    @Transactional
    public void open(CommunityView view) {
        traces.queue(view);
        var opened = db.sql("""
                        insert into project.ranking (id, community_id, opened_at, opened_by)
                        values (:id, :community, :at, :by)
                        on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("community", view.id().value())
                .param("at", traces.now())
                .param("by", view.actor().name())
                .update();
        if (opened == 1) {
            trace(view, "ranking.opened", "Vote ouvert pour classer les objectifs généraux.");
        }
    }

    /**
     * Casts a vote, in place of the same person’s former one.
     *
     * @param order every general objective, from the most important on
     * @return false when no vote is open any more, or the objectives have changed since the page was shown
     */
    @Transactional
    public boolean cast(CommunityView view, List<ObjectiveId> order) {
        traces.queue(view);
        var open = open(view.id());
        var objectives = projects.of(view.id()).objectives();
        var known = objectives.stream().map(Objective::id).toList();
        if (open.isEmpty() || order.size() != known.size() || !known.containsAll(order)) {
            return false;
        }
        var ranking = open.get().id();
        var account = view.actor().account().value();
        db.sql("delete from project.ballot where ranking_id = ? and account_id = ?")
                .params(ranking, account)
                .update();
        db.sql("insert into project.ballot (ranking_id, account_id, name, cast_at) values (?, ?, ?, ?)")
                .params(ranking, account, view.actor().name(), traces.now())
                .update();
        int place = 0;
        for (var objective : order) {
            db.sql("""
                            insert into project.ballot_line (ranking_id, account_id, place, objective_id, title)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(ranking, account, ++place, objective.value(), title(objectives, objective))
                    .update();
        }
        trace(view, "ranking.cast", "Vote exprimé sur l’ordre des objectifs généraux.");
        return true;
    }

    /** Closes the open vote and gives the objectives their ranks; without any ballot, nothing moves. */
    @Transactional
    public void close(CommunityView view) {
        traces.queue(view);
        open(view.id()).ifPresent(ranking -> {
            db.sql("update project.ranking set closed_at = ?, closed_by = ? where id = ?")
                    .params(traces.now(), view.actor().name(), ranking.id())
                    .update();
            int rank = 0;
            for (var standing : ranking.standings(choices(projects.of(view.id()).objectives()))) {
                // one removed since it was voted for takes no rank
                rank += db.sql("update project.general_objective set rank = ? where community_id = ? and id = ?")
                        .params(
                                rank + 1,
                                view.id().value(),
                                standing.objective().value())
                        .update();
            }
            trace(
                    view,
                    "ranking.closed",
                    "Vote clos sur l’ordre des objectifs généraux : "
                            + French.count(ranking.ballots().size(), "vote", "votes") + ".");
        });
    }

    /** Objectives as a vote names them, in their order. */
    public static List<Choice> choices(List<Objective> objectives) {
        return objectives.stream()
                .map(objective -> new Choice(objective.id(), objective.facts().title()))
                .toList();
    }

    private static String title(List<Objective> objectives, ObjectiveId id) {
        return objectives.stream()
                .filter(objective -> objective.id().equals(id))
                .map(objective -> objective.facts().title())
                .findFirst()
                .orElseThrow();
    }

    private static Ballot ballot(ResultSet rs, Map<List<UUID>, List<Choice>> choices) throws SQLException {
        var account = rs.getObject("account_id", UUID.class);
        return new Ballot(
                account,
                rs.getString("name"),
                rs.getTimestamp("cast_at").toInstant(),
                choices.getOrDefault(List.of(rs.getObject("ranking_id", UUID.class), account), List.of()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private void trace(CommunityView view, String action, String sentence) {
        traces.leave(view, Part.OBJECTIVES, action, sentence);
    }
}
