package fr.maillage.access;

import fr.maillage.audit.Author;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The roles that people hold. Who may give or end one is decided by the caller. */
@Service
public class Mandates {

    private static final String HOLDER = """
            select m.id as mandate_id, m.role, m.community_id, m.institution_id, m.from_day,
                   a.id, a.name, a.email, a.gender, a.disabled_at is not null as disabled
              from access.mandate_on(:today) m join access.account a on a.id = m.account_id
            """;

    private final JdbcClient jdbc;
    private final Today today;
    private final Journal journal;

    Mandates(JdbcClient jdbc, Today today, Journal journal) {
        this.jdbc = jdbc;
        this.today = today;
        this.journal = journal;
    }

    public sealed interface Outcome {

        record Given(Mandate mandate) implements Outcome {}

        /** The person already holds this role there: nothing changed. */
        record AlreadyHeld() implements Outcome {}
    }

    /**
     * Gives a role from today on.
     *
     * @param by who gives it, for the journal
     */
    @Transactional
    public Outcome grant(Author by, AccountId account, Role role, Place place) {
        if (!place.accepts(role)) {
            throw new IllegalArgumentException(role + " cannot be held in " + place);
        }
        var id = UUID.randomUUID();
        var written = jdbc.sql("""
                insert into access.mandate (id, account_id, role, community_id, institution_id, from_day)
                values (:id, :account, :role, :community, :institution, :today)
                on conflict do nothing
                """)
                .param("id", id)
                .param("account", account.value())
                .param("role", role.name())
                .param("community", place.communityId(), Types.OTHER)
                .param("institution", place.institutionId(), Types.OTHER)
                .param("today", today.day())
                .update();
        if (written == 0) {
            return new Outcome.AlreadyHeld();
        }
        record(
                by,
                account,
                place.communityId(),
                "mandate.given",
                "Rôle «\u00A0%s\u00A0» donné à %s",
                role,
                place.label());
        var institution = place.institutionId();
        return new Outcome.Given(new Mandate(
                id, role, place.communityId(), institution == null ? null : new InstitutionId(institution)));
    }

    /** As {@link #grant(Author, AccountId, Role, Place)}, by a person. */
    @Transactional
    public Outcome grant(Actor by, AccountId account, Role role, Place place) {
        return grant(by.author(), account, role, place);
    }

    /**
     * Ends a mandate in force, from today on.
     *
     * @throws NotFound when no such mandate is in force
     */
    @Transactional
    public void revoke(Actor by, UUID mandate) {
        var holder = jdbc.sql(HOLDER + "where m.id = :id")
                .param("today", today.day())
                .param("id", mandate)
                .query((row, _) -> holder(row))
                .optional()
                .orElseThrow(() -> new NotFound("mandate " + mandate));
        jdbc.sql("update access.mandate set until_day = :today where id = :id")
                .param("today", today.day())
                .param("id", mandate)
                .update();
        withdrawInvitationsOf(holder.person().id());
        var held = holder.mandate();
        record(
                by.author(),
                holder.person().id(),
                held.community(),
                "mandate.ended",
                "Rôle «\u00A0%s\u00A0» retiré à %s",
                held.role(),
                "");
    }

    /** Withdraws the open invitations that this person may no longer send: what one lost, one does not give. */
    @Transactional
    public void withdrawInvitationsOf(AccountId account) {
        jdbc.sql("""
                update access.invitation set withdrawn_at = :now
                 where invited_by = :account and accepted_at is null and withdrawn_at is null
                   and not access.may_invite(invited_by, community_id, :today)
                """)
                .param("now", today.instant().atOffset(ZoneOffset.UTC))
                .param("account", account.value())
                .param("today", today.day())
                .update();
    }

    /**
     * Whether a CPTS would have nobody to manage it without this mandate. Two people who leave at once are served one
     * after the other: who asks waits until the transaction of who asked before ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isLastManager(Holder leaving) {
        var community = leaving.mandate().community();
        if (community == null
                || !leaving.mandate().role().manages()
                || leaving.person().disabled()) {
            return false;
        }
        lockManagers();
        return managers(community)
                .noneMatch(
                        other -> !other.mandate().id().equals(leaving.mandate().id()));
    }

    /** The mandates of a person without whom some CPTS would have nobody to manage it; who asks waits as above. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Mandate> soleManagementsOf(Person person) {
        if (person.disabled()) {
            return List.of();
        }
        lockManagers();
        return of(person.id()).stream()
                .map(Holder::mandate)
                .filter(mandate -> mandate.role().manages())
                .filter(mandate -> {
                    var community = mandate.community();
                    return community != null
                            && managers(community)
                                    .allMatch(other -> other.person().id().equals(person.id()));
                })
                .toList();
    }

    private Stream<Holder> managers(UUID community) {
        return ofCommunity(community).stream()
                .filter(holder -> !holder.person().disabled())
                .filter(holder -> holder.mandate().role().manages());
    }

    private void lockManagers() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('access.managers', 0))")
                .query(row -> {});
    }

    /** People of a CPTS, by name then role. */
    public List<Holder> ofCommunity(UUID community) {
        return holders("where m.community_id = :where", community);
    }

    /** People of an institution, by name then role. */
    public List<Holder> ofInstitution(InstitutionId institution) {
        return holders("where m.institution_id = :where", institution.value());
    }

    /** What a person holds today. */
    public List<Holder> of(AccountId account) {
        return holders("where m.account_id = :where", account.value());
    }

    /** People who administer the installation. */
    public List<Holder> administrators() {
        return holders("where m.role = 'ADMINISTRATION' and :where::uuid is null", null);
    }

    private List<Holder> holders(String where, @Nullable UUID id) {
        return jdbc.sql(HOLDER + where + " order by public.unaccent(lower(a.name)), a.id, m.role")
                .param("today", today.day())
                .param("where", id, Types.OTHER)
                .query((row, _) -> holder(row))
                .list();
    }

    private void record(
            Author by,
            AccountId account,
            @Nullable UUID community,
            String action,
            String sentence,
            Role role,
            String place) {
        var name = jdbc.sql("select name from access.account where id = :id")
                .param("id", account.value())
                .query(String.class)
                .single();
        var where = place.isEmpty() ? "" : " (" + place + ")";
        var entry = Entry.of(
                        by,
                        Subject.of("account", account.value()),
                        action,
                        sentence.formatted(role.label(), name) + where + ".")
                .with("role", role.name());
        journal.record(community == null ? entry : entry.in(community));
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(mandate(row), Accounts.person(row), row.getObject("from_day", LocalDate.class));
    }

    /** Reads {@code mandate_id, role, community_id, institution_id}. */
    static Mandate mandate(ResultSet row) throws SQLException {
        var institution = row.getObject("institution_id", UUID.class);
        return new Mandate(
                row.getObject("mandate_id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getObject("community_id", UUID.class),
                institution == null ? null : new InstitutionId(institution));
    }
}
