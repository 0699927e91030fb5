package fr.maillage.diagnosis;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeters;
import fr.maillage.diagnosis.ScenarioChange.Kind;
import fr.maillage.shared.Change;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import fr.maillage.territory.Communes;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The scenarios of the CPTS: « what if two doctors retired », saved, computed, told in sentences. */
@Service
public class Scenarios {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Today today;
    private final Perimeters perimeters;
    private final Communes communes;
    private final ScenarioRefusals refusals;
    private final ScenarioEffects effects;

    Scenarios(
            JdbcClient jdbc,
            Journal journal,
            Today today,
            Perimeters perimeters,
            Communes communes,
            ScenarioRefusals refusals,
            ScenarioEffects effects) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.today = today;
        this.perimeters = perimeters;
        this.communes = communes;
        this.refusals = refusals;
        this.effects = effects;
    }

    /** By name. */
    public List<Scenario> of(CommunityId community) {
        return read("community_id = ?", community.value());
    }

    /** @throws NotFound when this CPTS has no such scenario */
    public Scenario find(CommunityId community, UUID id) {
        return read("community_id = ? and id = ?", community.value(), id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("scenario " + id));
    }

    /** Empty while the CPTS has no territory. */
    public Optional<ScenarioOutcome> outcome(CommunityId community, Scenario scenario) {
        return perimeters.current(community).map(perimeter -> effects.of(perimeter, scenario.changes()));
    }

    /**
     * Factual French sentences to be put into a document: the hypothesis, then each figure with its value before, its
     * value after, the gap, the vintage and the method. Empty while there is no territory or no change.
     *
     * @throws NotFound when this CPTS has no such scenario
     */
    public List<String> sentences(UUID communityId, UUID scenarioId) {
        var community = new CommunityId(communityId);
        var scenario = find(community, scenarioId);
        if (scenario.changes().isEmpty()) {
            return List.of();
        }
        return outcome(community, scenario)
                .map(outcome -> {
                    var sentences = new ArrayList<String>();
                    sentences.add("Scénario «" + French.NBSP + scenario.name() + French.NBSP + "»" + French.NBSP + ": "
                            + scenario.words() + ".");
                    outcome.rows().stream()
                            .filter(row -> row.isChanged() || row.approximation())
                            .map(ScenarioOutcome.Row::sentence)
                            .forEach(sentences::add);
                    return List.copyOf(sentences);
                })
                .orElse(List.of());
    }

    /** The same id sent twice makes one. */
    @Transactional
    public void create(CommunityView view, UUID id, String name) {
        if (insert(view, id, name)) {
            trace(view, "scenario.created", "Scénario créé" + French.NBSP + ": " + name + ".");
        }
    }

    /** @param version the one the page was made from */
    @Transactional
    public Saving rename(CommunityView view, UUID id, int version, String name) {
        var now = locked(view, id);
        if (now.name().equals(name)) {
            return Saving.DONE;
        }
        if (now.change().version() != version) {
            return new Saving.Overtaken(now.change());
        }
        jdbc.sql("update diagnosis.scenario set name = ? where id = ?")
                .params(name, id)
                .update();
        touch(view, id);
        return Saving.DONE;
    }

    /** Adds a change; the same one sent twice is added once. */
    @Transactional
    public Saving add(CommunityView view, UUID id, int version, ScenarioChange change) {
        var now = locked(view, id);
        if (now.changes().stream().anyMatch(known -> known.id().equals(change.id()))) {
            return Saving.DONE;
        }
        if (now.change().version() != version) {
            return new Saving.Overtaken(now.change());
        }
        var refused = refusals.of(view.id(), now, change);
        if (refused != null) {
            return refused;
        }
        if (!insert(id, change)) {
            // The id is that of a change of another scenario: no form of ours sends it.
            return new Saving.Refused("genre", "Rouvrez cette page, puis ajoutez le changement de nouveau.");
        }
        touch(view, id);
        return Saving.DONE;
    }

    private boolean insert(UUID scenario, ScenarioChange change) {
        boolean professionals = change.kind().isOfProfessionals();
        return jdbc.sql("""
                        insert into diagnosis.scenario_change
                            (id, scenario_id, rank, kind, profession, commune, persons, activity, points)
                        select :id, :scenario, coalesce(max(rank), 0) + 1, :kind, :profession, :commune, :persons,
                               :activity, :points
                        from diagnosis.scenario_change where scenario_id = :scenario
                        on conflict (id) do nothing""")
                        .param("id", change.id())
                        .param("scenario", scenario)
                        .param("kind", change.kind().name())
                        .param("profession", change.profession())
                        .param("commune", change.commune())
                        .param("persons", professionals ? change.persons() : null)
                        .param("activity", professionals ? change.activity() : null)
                        .param("points", change.kind() == Kind.AGEING ? change.points() : null)
                        .update()
                == 1;
    }

    /** A change that is no longer there is taken away already. */
    @Transactional
    public void remove(CommunityView view, UUID id, UUID change) {
        locked(view, id);
        if (jdbc.sql("delete from diagnosis.scenario_change where scenario_id = ? and id = ?")
                        .params(id, change)
                        .update()
                > 0) {
            touch(view, id);
        }
    }

    /** The same copy sent twice makes one. */
    @Transactional
    public void copy(CommunityView view, UUID id, UUID copy) {
        var scenario = locked(view, id);
        var suffix = " (copie)";
        var name = scenario.name().length() + suffix.length() > Scenario.LONGEST_NAME
                ? scenario.name()
                : scenario.name() + suffix;
        if (!insert(view, copy, name)) {
            return;
        }
        jdbc.sql("""
                        insert into diagnosis.scenario_change
                            (id, scenario_id, rank, kind, profession, commune, persons, activity, points)
                        select gen_random_uuid(), ?, rank, kind, profession, commune, persons, activity, points
                        from diagnosis.scenario_change where scenario_id = ?""").params(copy, id).update();
        trace(view, "scenario.created", "Scénario copié" + French.NBSP + ": " + name + ".");
    }

    /** A scenario that is no longer there is deleted already. */
    @Transactional
    public void delete(CommunityView view, UUID id) {
        jdbc.sql("delete from diagnosis.scenario where community_id = ? and id = ? returning name")
                .params(view.id().value(), id)
                .query(String.class)
                .optional()
                .ifPresent(
                        name -> trace(view, "scenario.deleted", "Scénario supprimé" + French.NBSP + ": " + name + "."));
    }

    private boolean insert(CommunityView view, UUID id, String name) {
        return jdbc.sql("""
                        insert into diagnosis.scenario (id, community_id, name, changed_at, changed_by)
                        values (?, ?, ?, ?, ?) on conflict (id) do nothing""")
                        .params(id, view.id().value(), name, now(), view.actor().name())
                        .update()
                == 1;
    }

    /** Changes of one scenario follow one another. */
    private Scenario locked(CommunityView view, UUID id) {
        if (jdbc.sql("select id from diagnosis.scenario where community_id = ? and id = ? for update")
                .params(view.id().value(), id)
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new NotFound("scenario " + id);
        }
        return find(view.id(), id);
    }

    private void touch(CommunityView view, UUID id) {
        jdbc.sql("""
                        update diagnosis.scenario set version = version + 1, changed_at = ?, changed_by = ? where id = ?""").params(now(), view.actor().name(), id).update();
    }

    private Timestamp now() {
        return Timestamp.from(today.instant());
    }

    private void trace(CommunityView view, String action, String sentence) {
        journal.record(Entry.of(view.author(), Subject.of("scenario", view.id().value()), action, sentence)
                .in(view.id().value()));
    }

    /** A scenario before its changes are read. */
    private record Head(UUID id, String name, Change change) {}

    private List<Scenario> read(String condition, Object... values) {
        var heads = jdbc.sql("select * from diagnosis.scenario where " + condition + " order by lower(name), id")
                .params(values)
                .query((row, _) -> new Head(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        new Change(
                                row.getInt("version"),
                                row.getTimestamp("changed_at").toInstant(),
                                row.getString("changed_by"))))
                .list();
        Map<UUID, List<ScenarioChange>> changes = new HashMap<>();
        jdbc.sql("select * from diagnosis.scenario_change where scenario_id = any(?) order by scenario_id, rank")
                .param(heads.stream().map(Head::id).toArray(UUID[]::new))
                .query((row, number) -> changes.computeIfAbsent(
                                row.getObject("scenario_id", UUID.class), _ -> new ArrayList<>())
                        .add(change(row, number)))
                .list();
        return heads.stream()
                .map(head -> new Scenario(head.id, head.name, changes.getOrDefault(head.id, List.of()), head.change))
                .toList();
    }

    private ScenarioChange change(ResultSet row, int number) throws SQLException {
        var commune = row.getString("commune");
        var activity = row.getBigDecimal("activity");
        return new ScenarioChange(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("profession"),
                commune,
                commune == null
                        ? null
                        : communes.withCode(commune)
                                .map(found -> French.printed(found.name()))
                                .orElse(commune),
                row.getInt("persons"),
                activity == null ? BigDecimal.ONE : activity,
                row.getInt("points"));
    }
}
