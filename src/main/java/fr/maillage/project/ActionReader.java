package fr.maillage.project;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import fr.maillage.community.CommunityId;
import fr.maillage.community.ParticipantId;
import fr.maillage.project.ActionPart.Content;
import fr.maillage.project.ActionPart.Dates;
import fr.maillage.project.ActionPart.Means;
import fr.maillage.project.ActionPart.People;
import fr.maillage.project.ActionPart.Purpose;
import fr.maillage.project.ActionPart.Risk;
import fr.maillage.shared.Change;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the fiches action of a project with all their parts, in eight queries whatever their number. */
@Component
class ActionReader {

    private static final String ACTIONS = """
            select a.*, o.title as objective_title, p.name as pilot_name, p.given_name as pilot_given,
                coalesce((select array_agg(c.code order by c.code) from project.action_coverage c
                    where c.action_id = a.id), '{}') as coverage,
                coalesce((select array_agg(e.evidence_id) from project.action_evidence e
                    join project.problem_evidence f on f.id = e.evidence_id and f.withdrawn_at is null
                    where e.action_id = a.id), '{}') as evidence,
                coalesce((select array_agg(distinct case when l.action_id = a.id then l.other_id else l.action_id end)
                    from project.action_link l where a.id in (l.action_id, l.other_id)), '{}') as related,
                coalesce((select array_agg(w.participant_id) from project.action_partner w
                    where w.action_id = a.id), '{}') as partners,
                coalesce((select array_agg(coalesce(q.given_name || ' ', '') || q.name
                        order by public.unaccent(lower(q.name)), public.unaccent(lower(q.given_name)))
                    from project.action_partner w join community.participant q on q.id = w.participant_id
                    where w.action_id = a.id), '{}') as partner_names
            from project.action a
            left join project.operational_objective o on o.id = a.objective_id
            left join community.participant p on p.id = a.pilot_id
            where a.community_id = ? and a.archived_at is null
            order by a.number
            """;

    private final JdbcClient db;
    private final IndicatorReader indicators;

    ActionReader(JdbcClient db, IndicatorReader indicators) {
        this.db = db;
        this.indicators = indicators;
    }

    /**
     * By number, without those that were archived.
     *
     * @param milestones key steps of every action
     */
    List<Action> of(CommunityId community, Coverage coverage, Map<ActionId, List<Milestone>> milestones) {
        var followed = indicators.of(community);
        var risks = owned(community, """
                select r.* from project.action_risk r join project.action a on a.id = r.action_id
                where a.community_id = ? order by r.action_id, r.rank
                """, rs -> new Risk(rs.getString("title"), rs.getString("answer")));
        var tasks = owned(community, """
                select t.*, p.name, p.given_name from project.task t
                left join community.participant p on p.id = t.owner_id
                where t.community_id = ? and t.archived_at is null order by t.due_on nulls last, t.rank, t.id
                """, ActionReader::task);
        var parts = owned(
                community, """
                select p.* from project.action_part p join project.action a on a.id = p.action_id
                where a.community_id = ?
                """, rs -> Map.entry(ActionPart.Kind.valueOf(rs.getString("part")), Projects.change(rs)));
        return db.sql(ACTIONS)
                .param(community.value())
                .query((rs, _) -> {
                    var id = new ActionId(rs.getObject("id", UUID.class));
                    var own = followed.getOrDefault(id, List.of());
                    var facts = facts(
                            rs,
                            milestones.getOrDefault(id, List.of()),
                            risks.getOrDefault(id, List.of()),
                            own.stream().map(FollowedIndicator::facts).toList());
                    return new Action(
                            id,
                            rs.getInt("number"),
                            facts,
                            coverage.missionsOf(facts.coverage()),
                            rs.getString("objective_title"),
                            name(rs.getString("pilot_given"), rs.getString("pilot_name")),
                            List.of((String[]) rs.getArray("partner_names").getArray()),
                            Projects.change(rs),
                            changes(parts.getOrDefault(id, List.of())),
                            tasks.getOrDefault(id, List.of()),
                            own,
                            rs.getString("model"));
                })
                .list();
    }

    /** By number. */
    List<ArchivedAction> archived(CommunityId community) {
        return db.sql("""
                        select id, number, title, version, changed_at, changed_by from project.action
                        where community_id = ? and archived_at is not null order by number
                        """)
                .param(community.value())
                .query((rs, _) -> new ArchivedAction(
                        new ActionId(rs.getObject("id", UUID.class)),
                        rs.getInt("number"),
                        rs.getString("title"),
                        Projects.change(rs)))
                .list();
    }

    private interface Row<T> {
        T read(ResultSet rs) throws SQLException;
    }

    private <T> Map<ActionId, List<T>> owned(CommunityId community, String sql, Row<T> row) {
        return db
                .sql(sql)
                .param(community.value())
                .query((rs, _) -> Map.entry(new ActionId(rs.getObject("action_id", UUID.class)), row.read(rs)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static ActionFacts facts(
            ResultSet rs, List<Milestone> milestones, List<Risk> risks, List<Indicator> indicators)
            throws SQLException {
        var objective = rs.getObject("objective_id", UUID.class);
        var pilot = rs.getObject("pilot_id", UUID.class);
        return new ActionFacts(
                new Purpose(
                        rs.getString("title"),
                        Set.of((String[]) rs.getArray("coverage").getArray()),
                        objective == null ? null : new ObjectiveId(objective),
                        rs.getString("prs_code"),
                        rs.getString("prs_objective"),
                        ids(rs.getArray("evidence"), Function.identity()),
                        rs.getString("diagnosis")),
                new Content(
                        rs.getString("description"),
                        rs.getString("beneficiaries"),
                        rs.getObject("beneficiary_count", Long.class),
                        ids(rs.getArray("related"), ActionId::new),
                        rs.getString("links")),
                new People(
                        pilot == null ? null : new ParticipantId(pilot),
                        ids(rs.getArray("partners"), ParticipantId::new),
                        rs.getString("actors")),
                new Dates(
                        rs.getObject("starts_on", LocalDate.class),
                        rs.getObject("ends_on", LocalDate.class),
                        milestones,
                        Action.State.valueOf(rs.getString("state"))),
                new Means(rs.getString("means"), risks),
                indicators);
    }

    private static Task task(ResultSet rs) throws SQLException {
        var owner = rs.getObject("owner_id", UUID.class);
        var words = rs.getString("owner_words");
        var name = name(rs.getString("given_name"), rs.getString("name"));
        return new Task(
                rs.getObject("id", UUID.class),
                new Task.Facts(
                        rs.getString("title"),
                        owner == null ? null : new ParticipantId(owner),
                        words,
                        rs.getObject("due_on", LocalDate.class),
                        Task.State.valueOf(rs.getString("state"))),
                name == null ? words : name,
                Projects.change(rs));
    }

    private static Map<ActionPart.Kind, Change> changes(List<Map.Entry<ActionPart.Kind, Change>> parts) {
        var changes = new EnumMap<ActionPart.Kind, Change>(ActionPart.Kind.class);
        parts.forEach(part -> changes.put(part.getKey(), part.getValue()));
        return changes;
    }

    private static <T> Set<T> ids(Array array, Function<UUID, T> make) throws SQLException {
        return Arrays.stream((UUID[]) array.getArray()).map(make).collect(toUnmodifiableSet());
    }

    private static @Nullable String name(@Nullable String given, @Nullable String name) {
        return given == null || name == null ? name : given + " " + name;
    }
}
