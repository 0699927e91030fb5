package fr.maillage.community;

import static java.util.stream.Collectors.groupingBy;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.Body.BodyFacts;
import fr.maillage.community.Body.BodyId;
import fr.maillage.community.Body.Seat;
import fr.maillage.community.Governance.Coordination;
import fr.maillage.community.Governance.CoordinationState;
import fr.maillage.community.Governance.Representative;
import fr.maillage.shared.Change;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The governance of a CPTS: bodies, mandates, legal representative, coordination. */
@Service
public class Governances {

    private final JdbcClient db;
    private final Journal journal;
    private final Today today;

    Governances(JdbcClient db, Journal journal, Today today) {
        this.db = db;
        this.journal = journal;
        this.today = today;
    }

    /** The governance in three queries; empty of everything for a CPTS that has told nothing. */
    public Governance of(CommunityId community) {
        var bodies = bodies(community);
        return db.sql("""
                        select g.*, r.name as r_name, r.given_name as r_given, c.name as c_name, c.given_name as c_given
                        from community.governance g
                        left join community.participant r on r.id = g.representative_id
                        left join community.participant c on c.id = g.coordination_id
                        where g.community_id = ?
                        """)
                .param(community.value())
                .query((rs, _) -> new Governance(bodies, representative(rs, bodies), coordination(rs), change(rs)))
                .optional()
                .orElseGet(() -> new Governance(
                        bodies,
                        Governance.presiding(bodies).orElse(null),
                        new Coordination(CoordinationState.UNKNOWN, null, null, null, ""),
                        new Change(-1, java.time.Instant.EPOCH, "")));
    }

    /** @throws NotFound when this CPTS has no such body */
    public Body body(CommunityId community, BodyId id) {
        return bodies(community).stream()
                .filter(body -> body.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("body " + id.value()));
    }

    /** Adds a body; the same id sent twice adds one. */
    @Transactional
    public Saving addBody(CommunityView view, BodyId id, BodyFacts facts) {
        if (nameTaken(view.id(), id, facts.name())) {
            return nameRefused();
        }
        var added = db.sql("""
                        insert into community.body (id, community_id, kind, name, role, frequency, changed_at, changed_by)
                        values (:id, :community, :kind, :name, :role, :frequency, :at, :by)
                        on conflict (id) do nothing
                        """)
                .param("id", id.value())
                .param("community", view.id().value())
                .param("kind", facts.kind().name())
                .param("name", facts.name())
                .param("role", facts.role())
                .param("frequency", facts.frequency())
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .update();
        if (added == 1) {
            record(view, "body.added", "Instance ajoutée : " + facts.name() + ".");
        }
        return Saving.DONE;
    }

    /** Adds the usual bodies of an association that are not there yet. */
    @Transactional
    public void addUsualBodies(CommunityView view) {
        for (var usual : GovernanceRules.USUAL_BODIES) {
            if (bodies(view.id()).stream().noneMatch(body -> body.facts().kind() == usual.kind())) {
                addBody(view, new BodyId(UUID.randomUUID()), usual);
            }
        }
    }

    /** @param version the one the form was filled from */
    @Transactional
    public Saving changeBody(CommunityView view, BodyId id, int version, BodyFacts facts) {
        var before = body(view.id(), id);
        if (before.facts().equals(facts)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        if (nameTaken(view.id(), id, facts.name())) {
            return nameRefused();
        }
        var changed = db.sql("""
                        update community.body
                        set kind = :kind, name = :name, role = :role, frequency = :frequency,
                            version = version + 1, changed_at = :at, changed_by = :by
                        where community_id = :community and id = :id and version = :version
                        """)
                .param("kind", facts.kind().name())
                .param("name", facts.name())
                .param("role", facts.role())
                .param("frequency", facts.frequency())
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            return new Saving.Overtaken(body(view.id(), id).change());
        }
        record(view, "body.changed", "Instance modifiée : " + facts.name() + ".");
        return Saving.DONE;
    }

    /** Removes a body and the mandates held in it. */
    @Transactional
    public void removeBody(CommunityView view, BodyId id) {
        var name = db.sql("delete from community.body where community_id = ? and id = ? returning name")
                .params(view.id().value(), id.value())
                .query(String.class)
                .optional();
        name.ifPresent(removed -> record(view, "body.removed", "Instance supprimée : " + removed + "."));
    }

    /**
     * Gives a mandate to an actor; the same mandate asked twice is given once, and asked with other days takes these: so it
     * is renewed.
     *
     * @param until day after the last one, or null while no end is known
     */
    @Transactional
    public void addSeat(
            CommunityView view,
            BodyId body,
            Participant participant,
            Body.Function function,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        var written = db.sql("""
                        insert into community.seat as held
                            (id, community_id, body_id, participant_id, function, from_day, until_day)
                        values (:id, :community, :body, :participant, :function, :from, :until)
                        on conflict (body_id, participant_id, function)
                            do update set from_day = excluded.from_day, until_day = excluded.until_day
                            where (held.from_day, held.until_day) is distinct from (excluded.from_day, excluded.until_day)
                                and coalesce(excluded.from_day, excluded.until_day) is not null
                        """)
                .param("id", UUID.randomUUID())
                .param("community", view.id().value())
                .param("body", body(view.id(), body).id().value())
                .param("participant", participant.id().value())
                .param("function", function.name())
                .param("from", from, Types.DATE)
                .param("until", until, Types.DATE)
                .update();
        if (written == 1) {
            record(view, "seat.added", "Mandat inscrit : " + participant.fullName() + ", " + function.label() + ".");
        }
    }

    /** Takes a mandate back. */
    @Transactional
    public void removeSeat(CommunityView view, UUID seat) {
        db.sql("""
                        delete from community.seat s using community.participant p
                        where s.community_id = ? and s.id = ? and p.id = s.participant_id
                        returning coalesce(p.given_name || ' ', '') || p.name as holder, s.function
                        """)
                .params(view.id().value(), seat)
                .query((rs, _) -> rs.getString("holder") + ", "
                        + Body.Function.valueOf(rs.getString("function")).label())
                .optional()
                .ifPresent(removed -> record(view, "seat.removed", "Mandat retiré : " + removed + "."));
    }

    /**
     * Says who signs and how the coordination is filled.
     *
     * @param version the one the form was filled from; -1 when nothing had been said
     * @param representative null to let the presidency sign
     */
    @Transactional
    public Saving change(
            CommunityView view,
            int version,
            @Nullable ParticipantId representative,
            String function,
            Coordination coordination) {
        var before = of(view.id());
        if (same(before, representative, function, coordination)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        var written = db.sql("""
                        insert into community.governance as g (community_id, representative_id, representative_function,
                            coordination_state, coordination_id, coordination_percent, coordination_tasks,
                            changed_at, changed_by)
                        values (:community, :representative, :function, :state, :coordination, :percent, :tasks, :at, :by)
                        on conflict (community_id) do update
                        set representative_id = excluded.representative_id,
                            representative_function = excluded.representative_function,
                            coordination_state = excluded.coordination_state,
                            coordination_id = excluded.coordination_id,
                            coordination_percent = excluded.coordination_percent,
                            coordination_tasks = excluded.coordination_tasks,
                            version = g.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        where g.version = :version
                        """)
                .param("community", view.id().value())
                .param("representative", representative == null ? null : representative.value(), Types.OTHER)
                .param("function", function)
                .param("state", coordination.state().name())
                .param(
                        "coordination",
                        coordination.participant() == null
                                ? null
                                : coordination.participant().value(),
                        Types.OTHER)
                .param("percent", coordination.percent(), Types.INTEGER)
                .param("tasks", coordination.tasks())
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .param("version", version)
                .update();
        if (written == 0) {
            return new Saving.Overtaken(of(view.id()).change());
        }
        record(view, "governance.changed", "Représentation légale et coordination précisées.");
        return Saving.DONE;
    }

    private static boolean same(
            Governance before, @Nullable ParticipantId representative, String function, Coordination coordination) {
        var named =
                before.representative() == null || before.representative().derived() ? null : before.representative();
        return Objects.equals(named == null ? null : named.participant(), representative)
                && (named == null || named.function().equals(function))
                && before.coordination().state() == coordination.state()
                && Objects.equals(before.coordination().participant(), coordination.participant())
                && Objects.equals(before.coordination().percent(), coordination.percent())
                && before.coordination().tasks().equals(coordination.tasks());
    }

    private boolean nameTaken(CommunityId community, BodyId id, String name) {
        db.sql("select id from community.community where id = ? for no key update")
                .param(community.value())
                .query(UUID.class)
                .single();
        return db.sql("""
                        select exists (select from community.body
                            where community_id = ? and lower(name) = lower(?) and id <> ?)
                        """)
                .params(community.value(), name, id.value())
                .query(Boolean.class)
                .single();
    }

    private static Saving nameRefused() {
        return new Saving.Refused("nom", "Une autre instance porte déjà ce nom. Choisissez-en un autre.");
    }

    private List<Body> bodies(CommunityId community) {
        Map<UUID, List<Seat>> seats = db
                .sql("""
                        select s.*, p.name, p.given_name from community.seat s
                        join community.participant p on p.id = s.participant_id
                        where s.community_id = ?
                        order by array_position(array['PRESIDENT', 'CO_PRESIDENT', 'VICE_PRESIDENT', 'SECRETARY',
                            'DEPUTY_SECRETARY', 'TREASURER', 'DEPUTY_TREASURER', 'LEAD', 'MEMBER'], s.function),
                            p.name, p.given_name, s.id
                        """)
                .param(community.value())
                .query((rs, _) -> Map.entry(rs.getObject("body_id", UUID.class), seat(rs)))
                .list()
                .stream()
                .collect(groupingBy(
                        Map.Entry::getKey,
                        java.util.stream.Collectors.mapping(
                                Map.Entry::getValue, java.util.stream.Collectors.toList())));
        return db.sql("""
                        select * from community.body where community_id = ?
                        order by array_position(array['ASSEMBLY', 'BOARD', 'BUREAU', 'STEERING', 'COMMISSION',
                            'WORKING_GROUP'], kind), lower(name)
                        """)
                .param(community.value())
                .query((rs, _) -> new Body(
                        new BodyId(rs.getObject("id", UUID.class)),
                        new BodyFacts(
                                Body.Kind.valueOf(rs.getString("kind")),
                                rs.getString("name"),
                                rs.getString("role"),
                                rs.getString("frequency")),
                        seats.getOrDefault(rs.getObject("id", UUID.class), List.of()),
                        change(rs)))
                .list();
    }

    private static Seat seat(ResultSet rs) throws SQLException {
        return new Seat(
                rs.getObject("id", UUID.class),
                new ParticipantId(rs.getObject("participant_id", UUID.class)),
                fullName(rs.getString("given_name"), rs.getString("name")),
                Body.Function.valueOf(rs.getString("function")),
                rs.getObject("from_day", LocalDate.class),
                rs.getObject("until_day", LocalDate.class));
    }

    private static @Nullable Representative representative(ResultSet rs, List<Body> bodies) throws SQLException {
        var named = rs.getObject("representative_id", UUID.class);
        return named == null
                ? Governance.presiding(bodies).orElse(null)
                : new Representative(
                        new ParticipantId(named),
                        fullName(rs.getString("r_given"), rs.getString("r_name")),
                        rs.getString("representative_function"),
                        false);
    }

    private static Coordination coordination(ResultSet rs) throws SQLException {
        var holder = rs.getObject("coordination_id", UUID.class);
        return new Coordination(
                CoordinationState.valueOf(rs.getString("coordination_state")),
                holder == null ? null : new ParticipantId(holder),
                holder == null ? null : fullName(rs.getString("c_given"), rs.getString("c_name")),
                rs.getObject("coordination_percent", Integer.class),
                rs.getString("coordination_tasks"));
    }

    private static String fullName(@Nullable String given, String name) {
        return given == null ? name : given + " " + name;
    }

    private static Change change(ResultSet rs) throws SQLException {
        return new Change(rs.getInt("version"), rs.getTimestamp("changed_at").toInstant(), rs.getString("changed_by"));
    }

    private void record(CommunityView view, String action, String sentence) {
        journal.record(Entry.of(view.author(), Subject.of("community", view.id().value()), action, sentence)
                .in(view.id().value()));
    }
}
