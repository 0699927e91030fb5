package fr.maillage.project;

import fr.maillage.community.CommunityId;
import fr.maillage.reminders.spi.Deadline;
import fr.maillage.reminders.spi.DeadlineKind;
import fr.maillage.reminders.spi.DeadlineSource;
import fr.maillage.shared.Source;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The deadlines that a CPTS gave itself: starts and ends of actions, tasks, key steps, ends of conventions. A key step has
 * no state of its own, so it is awaited until its day and no longer; what was given up or archived is not awaited at all.
 */
@Component
class ProjectDeadlines implements DeadlineSource {

    /** What one row is, with the words that go with it. {@code %s} is the name of the thing. */
    private enum Thing {
        START(DeadlineKind.PROJECT, "Début de l’action %s", "L’action commence au plus tard ce jour, selon sa fiche."),
        END(DeadlineKind.PROJECT, "Fin de l’action %s", "L’action se termine ce jour, selon sa fiche."),
        STEP(DeadlineKind.PROJECT, "Étape clé\u00A0: %s", "La CPTS a inscrit cette étape à son calendrier."),
        TASK(DeadlineKind.PROJECT, "Tâche\u00A0: %s", "La tâche est à rendre ce jour, selon la fiche de l’action."),
        CONVENTION(
                DeadlineKind.CONVENTION,
                "Fin de la convention avec %s",
                "La convention a ce jour pour dernier jour\u00A0: au-delà, il faut la renouveler ou y mettre fin.");

        private final DeadlineKind kind;
        private final String label;
        private final String rule;

        Thing(DeadlineKind kind, String label, String rule) {
            this.kind = kind;
            this.label = label;
            this.rule = rule;
        }
    }

    private static final Source TYPED = new Source("Saisi par la CPTS dans Maillage", null);

    /**
     * A convention with a person is with « un professionnel »: a deadline names nobody. A key step is written anew with
     * each change of its fiche: its words name it, whatever its day.
     */
    private static final String DATED = """
            with action as (
                select *, number || :colon || title as called from project.action
                where community_id = any(:communities) and archived_at is null and state <> 'DROPPED'),
            step as (
                select *, md5(concat_ws('/', community_id, action_id, title, row_number() over (
                    partition by community_id, action_id, title order by on_day, id)))::uuid as name_id
                from project.milestone where community_id = any(:communities))
            select community_id, 'START' as thing, id, starts_on as on_day, called as name, state <> 'PLANNED' as done,
                '/actions/' || number as page from action where starts_on is not null
            union all
            select community_id, 'END', id, ends_on, called, state = 'DONE', '/actions/' || number
            from action where ends_on is not null
            union all
            select m.community_id, 'STEP', m.name_id, m.on_day, m.title || coalesce(' (action ' || a.number || ')', ''), false,
                coalesce('/actions/' || a.number, '/calendrier')
            from step m left join action a on a.id = m.action_id
            where m.on_day >= :today
                and (m.action_id is null or a.id is not null and a.state <> 'DONE')
            union all
            select t.community_id, 'TASK', t.id, t.due_on, t.title || ' (action ' || a.number || ')', t.state = 'DONE',
                '/actions/' || a.number
            from project.task t join action a on a.id = t.action_id
            where t.due_on is not null and t.archived_at is null and t.state <> 'DROPPED'
            union all
            select c.community_id, 'CONVENTION', c.id, c.ends_on,
                case when p.kind = 'PERSON' then 'un professionnel' else coalesce(p.name, c.name) end,
                c.state = 'ENDED', '/contexte/partenariats'
            from project.partnership c
            left join community.participant p on p.community_id = c.community_id and p.id = c.participant_id
            where c.community_id = any(:communities) and c.archived_at is null and c.ends_on is not null
                and c.state in ('SIGNED', 'ENDED')
            """;

    private final JdbcClient db;
    private final Today today;

    ProjectDeadlines(JdbcClient db, Today today) {
        this.db = db;
        this.today = today;
    }

    private record Found(CommunityId community, Deadline deadline) {}

    @Override
    public List<Deadline> of(CommunityId community) {
        return ofAll(List.of(community)).getOrDefault(community, List.of());
    }

    @Override
    public Map<CommunityId, List<Deadline>> ofAll(Collection<CommunityId> communities) {
        return db
                .sql(DATED)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                .param("today", today.day())
                .param("colon", "\u00A0: ")
                .query((row, _) -> read(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Found::community, Collectors.mapping(Found::deadline, Collectors.toList())));
    }

    @Override
    public boolean isForInstitutions() {
        return false;
    }

    private static Found read(ResultSet row) throws SQLException {
        var thing = Thing.valueOf(row.getString("thing"));
        return new Found(
                new CommunityId(row.getObject("community_id", UUID.class)),
                Deadline.ofTeam(
                        "projet:" + thing.name().toLowerCase(Locale.ROOT) + ":" + row.getObject("id", UUID.class),
                        thing.kind,
                        thing.label.formatted(row.getString("name")),
                        row.getObject("on_day", LocalDate.class),
                        row.getBoolean("done"),
                        thing.rule,
                        TYPED,
                        row.getString("page")));
    }
}
