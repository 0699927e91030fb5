package fr.maillage.community;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.shared.Change;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The actors (« acteurs ») of a CPTS. */
@Service
public class Participants {

    private final JdbcClient db;
    private final Journal journal;
    private final Today today;

    Participants(JdbcClient db, Journal journal, Today today) {
        this.db = db;
        this.journal = journal;
        this.today = today;
    }

    /** Those who take part, by name; without the archived ones. */
    public List<Participant> of(CommunityId community) {
        return db.sql("""
                        select * from community.participant
                        where community_id = ? and archived_at is null
                        order by public.unaccent(lower(name)), public.unaccent(lower(given_name)), id
                        """).param(community.value()).query(Participants::read).list();
    }

    /** Those who take part and those who were archived, for what names them still. */
    public List<Participant> everOf(CommunityId community) {
        return db.sql("select * from community.participant where community_id = ? order by id")
                .param(community.value())
                .query(Participants::read)
                .list();
    }

    /** @throws NotFound when this CPTS has no such actor */
    public Participant find(CommunityId community, ParticipantId id) {
        return db.sql("select * from community.participant where community_id = ? and id = ?")
                .param(community.value())
                .param(id.value())
                .query(Participants::read)
                .optional()
                .orElseThrow(() -> new NotFound("participant " + id.value()));
    }

    /**
     * How the actors changed over a period.
     *
     * @param present on the last day
     */
    public record Moves(int present, int joined, int left) {}

    /** From a day to another, both included; an actor whose day is unknown counts from the beginning. */
    public Moves moves(CommunityId community, LocalDate from, LocalDate to) {
        return db.sql("""
                        select count(*) filter (where (added_on is null or added_on <= :to)
                                   and (gone_on is null or gone_on > :to)) as present,
                               count(*) filter (where added_on between :from and :to) as joined,
                               count(*) filter (where gone_on between :from and :to) as gone
                        from (select added_on, (archived_at at time zone 'Europe/Paris')::date as gone_on
                              from community.participant where community_id = :community) actor
                        """)
                .param("community", community.value())
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query((rs, _) -> new Moves(rs.getInt("present"), rs.getInt("joined"), rs.getInt("gone")))
                .single();
    }

    /** Adds an actor; the same id sent twice adds one. */
    @Transactional
    public Saving add(CommunityView view, ParticipantId id, ParticipantFacts facts) {
        if (rppsTaken(view.id(), id, facts)) {
            return rppsRefused();
        }
        var added = bind(db.sql("""
                                    insert into community.participant (id, community_id, kind, name, given_name, category,
                                        category_detail, sector, commune_code, commune_name, attached_to, governance,
                                        function, certain, membership, convention_on, rpps, finess, siret,
                                        changed_at, changed_by, added_on)
                                    values (:id, :community, :kind, :name, :given, :category,
                                        :detail, :sector, :communeCode, :communeName, :attached, :governance,
                                        :function, :certain, :membership, :convention, :rpps, :finess, :siret,
                                        :at, :by, :today)
                                    on conflict (id) do nothing
                                    """), view, id, facts)
                .param("today", Date.valueOf(today.day()))
                .update();
        if (added == 1) {
            record(view, id, "participant.added", "Acteur ajouté : " + facts.fullName() + ".");
        }
        return Saving.DONE;
    }

    /** @param version the one the form was filled from */
    @Transactional
    public Saving change(CommunityView view, ParticipantId id, int version, ParticipantFacts facts) {
        var before = find(view.id(), id);
        if (before.facts().equals(facts)) {
            return Saving.DONE;
        }
        if (before.change().version() != version) {
            return new Saving.Overtaken(before.change());
        }
        if (rppsTaken(view.id(), id, facts)) {
            return rppsRefused();
        }
        var changed =
                bind(db.sql("""
                                update community.participant
                                set kind = :kind, name = :name, given_name = :given, category = :category,
                                    category_detail = :detail, sector = :sector, commune_code = :communeCode,
                                    commune_name = :communeName, attached_to = :attached, governance = :governance,
                                    function = :function, certain = :certain, membership = :membership,
                                    convention_on = :convention, rpps = :rpps, finess = :finess, siret = :siret,
                                    version = version + 1, changed_at = :at, changed_by = :by
                                where community_id = :community and id = :id and version = :version
                                """), view, id, facts).param("version", version).update();
        if (changed == 0) {
            return new Saving.Overtaken(find(view.id(), id).change());
        }
        record(view, id, "participant.changed", "Acteur modifié : " + facts.fullName() + ".");
        return Saving.DONE;
    }

    /** Takes an actor off the list; it stays named where it was. */
    @Transactional
    public void archive(CommunityView view, ParticipantId id) {
        setArchived(view, id, true, "participant.archived", "Acteur archivé : ");
    }

    /** Puts an archived actor back on the list. */
    @Transactional
    public Saving restore(CommunityView view, ParticipantId id) {
        if (rppsTaken(view.id(), id, find(view.id(), id).facts())) {
            return rppsRefused();
        }
        setArchived(view, id, false, "participant.restored", "Acteur remis dans la liste : ");
        return Saving.DONE;
    }

    private void setArchived(CommunityView view, ParticipantId id, boolean archived, String action, String sentence) {
        var participant = find(view.id(), id);
        if (participant.archived() == archived) {
            return;
        }
        db.sql("""
                        update community.participant
                        set archived_at = :archivedAt::timestamptz, version = version + 1,
                            changed_at = :at, changed_by = :by
                        where community_id = :community and id = :id
                        """)
                .param("archivedAt", archived ? Timestamp.from(today.instant()) : null, java.sql.Types.TIMESTAMP)
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("id", id.value())
                .update();
        record(view, id, action, sentence + participant.fullName() + ".");
    }

    /** Two people who add the same professional at once are served one after the other. */
    private boolean rppsTaken(CommunityId community, ParticipantId id, ParticipantFacts facts) {
        if (facts.rpps() == null) {
            return false;
        }
        db.sql("select id from community.community where id = ? for no key update")
                .param(community.value())
                .query(UUID.class)
                .single();
        return db.sql("""
                                select exists (select from community.participant
                                    where community_id = ? and rpps = ? and id <> ? and archived_at is null)
                                """)
                .params(community.value(), facts.rpps(), id.value())
                .query(Boolean.class)
                .single();
    }

    private static Saving rppsRefused() {
        return new Saving.Refused("rpps", "Un autre acteur de la liste porte déjà ce numéro RPPS. Vérifiez-le.");
    }

    private JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec sql, CommunityView view, ParticipantId id, ParticipantFacts facts) {
        var place = facts.place();
        return sql.param("id", id.value())
                .param("community", view.id().value())
                .param("kind", facts.kind().name())
                .param("name", facts.name())
                .param("given", facts.givenName())
                .param("category", facts.category().code())
                .param("detail", facts.categoryDetail())
                .param("sector", facts.sector().code())
                .param("communeCode", place == null ? null : place.code())
                .param("communeName", place == null ? null : place.name())
                .param("attached", facts.attachedTo())
                .param("governance", facts.governance())
                .param("function", facts.function())
                .param("certain", facts.certain())
                .param("membership", facts.membership().name())
                .param("convention", facts.conventionOn())
                .param("rpps", facts.rpps())
                .param("finess", facts.finess())
                .param("siret", facts.siret())
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name());
    }

    private void record(CommunityView view, ParticipantId id, String action, String sentence) {
        journal.record(Entry.of(view.author(), Subject.of("participant", id.value()), action, sentence)
                .in(view.id().value()));
    }

    static Participant read(ResultSet rs, int row) throws SQLException {
        return new Participant(
                new ParticipantId(rs.getObject("id", UUID.class)),
                facts(rs),
                rs.getTimestamp("archived_at") != null,
                new Change(
                        rs.getInt("version"), rs.getTimestamp("changed_at").toInstant(), rs.getString("changed_by")));
    }

    /** The facts in a row of {@code community.participant}. */
    public static ParticipantFacts facts(ResultSet rs) throws SQLException {
        return new ParticipantFacts(
                Participant.Kind.valueOf(rs.getString("kind")),
                rs.getString("name"),
                rs.getString("given_name"),
                ParticipantCategory.stored(rs.getString("category")),
                rs.getString("category_detail"),
                Sector.stored(rs.getString("sector")),
                place(rs.getString("commune_code"), rs.getString("commune_name")),
                rs.getString("attached_to"),
                rs.getBoolean("governance"),
                rs.getString("function"),
                rs.getBoolean("certain"),
                Participant.Membership.valueOf(rs.getString("membership")),
                rs.getObject("convention_on", LocalDate.class),
                rs.getString("rpps"),
                rs.getString("finess"),
                rs.getString("siret"));
    }

    private static ParticipantFacts.@Nullable Place place(@Nullable String code, @Nullable String name) {
        return code == null || name == null ? null : new ParticipantFacts.Place(code, name);
    }
}
