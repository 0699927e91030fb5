package fr.maillage.project;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import fr.maillage.community.CommunityId;
import fr.maillage.project.Objective.Operational;
import fr.maillage.rules.Mission;
import fr.maillage.shared.Change;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the structured projet de santé of a CPTS. */
@Service
public class Projects {

    private final JdbcClient db;
    private final ActionReader actions;
    private final ProblemReader problems;
    private final BudgetReader budgets;
    private final Today today;

    Projects(JdbcClient db, ActionReader actions, ProblemReader problems, BudgetReader budgets, Today today) {
        this.db = db;
        this.actions = actions;
        this.problems = problems;
        this.budgets = budgets;
        this.today = today;
    }

    /** Everything, in some fifteen queries whatever its size, as it is at one instant. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public StructuredProject of(CommunityId community) {
        var optional = optionalMissions(community);
        var coverage = Coverage.on(today.day(), optional);
        var milestones = milestones(community);
        return new StructuredProject(
                community,
                optional,
                coverage,
                objectives(community),
                actions.of(community, coverage, steps(milestones)),
                actions.archived(community),
                milestones.stream()
                        .filter(owned -> owned.action == null)
                        .map(Owned::value)
                        .toList(),
                budgets.of(community),
                budgets.preProject(community),
                problems.of(community),
                changes(community));
    }

    /** A thing with the action it belongs to; null for the project as a whole. */
    private record Owned<T>(@Nullable ActionId action, T value) {}

    private static Map<ActionId, List<Milestone>> steps(List<Owned<Milestone>> milestones) {
        return milestones.stream()
                .filter(owned -> owned.action != null)
                .collect(groupingBy(Owned::action, mapping(Owned::value, toList())));
    }

    private Set<Mission> optionalMissions(CommunityId community) {
        return db
                .sql("select mission from project.optional_mission where community_id = ?")
                .param(community.value())
                .query(String.class)
                .list()
                .stream()
                .flatMap(code -> Mission.ofCode(code).stream())
                .collect(toCollection(() -> EnumSet.noneOf(Mission.class)));
    }

    private List<Objective> objectives(CommunityId community) {
        Map<UUID, List<Operational>> operational = db
                .sql("select * from project.operational_objective where community_id = ? order by rank, id")
                .param(community.value())
                .query((rs, _) -> Map.entry(rs.getObject("general_id", UUID.class), operational(rs)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return db.sql("select * from project.general_objective where community_id = ? order by rank, id")
                .param(community.value())
                .query((rs, _) -> objective(rs, operational))
                .list();
    }

    private static Objective objective(ResultSet rs, Map<UUID, List<Operational>> operational) throws SQLException {
        var id = rs.getObject("id", UUID.class);
        return new Objective(
                new ObjectiveId(id),
                rs.getInt("rank"),
                new Objective.Facts(
                        rs.getString("title"),
                        Mission.ofCode(rs.getString("mission")).orElseThrow(),
                        rs.getString("problem")),
                operational.getOrDefault(id, List.of()),
                change(rs));
    }

    private static Operational operational(ResultSet rs) throws SQLException {
        return new Operational(
                new ObjectiveId(rs.getObject("id", UUID.class)), rs.getInt("rank"), rs.getString("title"), change(rs));
    }

    private List<Owned<Milestone>> milestones(CommunityId community) {
        return db.sql("""
                        select action_id, on_day, title from project.milestone
                        where community_id = ? order by on_day, title
                        """)
                .param(community.value())
                .query((rs, _) -> new Owned<>(
                        action(rs), new Milestone(rs.getObject("on_day", LocalDate.class), rs.getString("title"))))
                .list();
    }

    private Map<Part, Change> changes(CommunityId community) {
        return db
                .sql("select part, version, changed_at, changed_by from project.part where community_id = ?")
                .param(community.value())
                .query((rs, _) -> Map.entry(Part.valueOf(rs.getString("part")), change(rs)))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, () -> new EnumMap<>(Part.class)));
    }

    static Change change(ResultSet rs) throws SQLException {
        return new Change(rs.getInt("version"), rs.getTimestamp("changed_at").toInstant(), rs.getString("changed_by"));
    }

    static @Nullable ActionId action(ResultSet rs) throws SQLException {
        var id = rs.getObject("action_id", UUID.class);
        return id == null ? null : new ActionId(id);
    }
}
