package fr.maillage.access;

import fr.maillage.access.secret.Token;
import fr.maillage.audit.Author;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.mail.Mail;
import fr.maillage.mail.Outbox;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.shared.Typed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invitations to a role, and the confirmation of the address of people who sign up alone: the same link, with or
 * without a role. A link works once, for fourteen days. Who may invite is decided by the caller.
 */
@Service
public class Invitations {

    static final Period VALIDITY = Period.ofDays(14);

    /** Invitations one person sends within an hour: a large team. */
    static final int MOST_SENT = 40;

    /** Invitations one address receives within a day, whoever sends them. */
    static final int MOST_RECEIVED = 5;

    private static final Duration DOUBLE_CLICK = Duration.ofMinutes(1);

    private static final String INVITATION = """
            select i.id, i.email, i.name, i.role, i.community_id, i.institution_id, coalesce(i.place_name, '') as place,
                   i.invited_by, a.name as inviter, i.created_at, i.expires_at
              from access.invitation i left join access.account a on a.id = i.invited_by
             where i.accepted_at is null and i.withdrawn_at is null and i.expires_at > :now
               and (i.role is null or access.may_invite(i.invited_by, i.community_id, :today))
            """;

    private final JdbcClient jdbc;
    private final Today today;
    private final Outbox outbox;
    private final Journal journal;
    private final Accounts accounts;
    private final Mandates mandates;

    Invitations(JdbcClient jdbc, Today today, Outbox outbox, Journal journal, Accounts accounts, Mandates mandates) {
        this.jdbc = jdbc;
        this.today = today;
        this.outbox = outbox;
        this.journal = journal;
        this.accounts = accounts;
        this.mandates = mandates;
    }

    /** An open invitation with what joining needs to know. */
    private record Open(
            Invitation invitation, Place place, @Nullable AccountId inviter) {}

    /** What accepting an invitation leads to. */
    public sealed interface Outcome {

        record Joined(AccountId account) implements Outcome {}

        /** Unknown, used, withdrawn or too old: the person asks for another. */
        record Closed() implements Outcome {}

        /** The address already has an account: its owner signs in, then joins. */
        record HasAccount(Invitation invitation) implements Outcome {}
    }

    /** What came of an invitation. */
    public enum Sending {
        SENT,
        /** Nothing was sent: this person has invited, or this address been invited, too often lately. */
        TOO_MANY;

        public static final String SENTENCE =
                "Trop d’invitations sont parties en peu de temps, de vous ou vers cette adresse. Réessayez demain.";
    }

    /**
     * Invites somebody to a role by e-mail. A second invitation to the same role replaces the first: only the last link
     * works. The same one sent twice at once goes once.
     *
     * @param name as the person is known; the person may write it otherwise when joining
     */
    @Transactional
    public Sending invite(String email, String name, Role role, Place place, Actor by) {
        if (!place.accepts(role)) {
            throw new IllegalArgumentException(role + " cannot be held in " + place);
        }
        // Two at once from the same person, or to the same address, wait for each other.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:by, 73)), "
                        + "pg_advisory_xact_lock(hashtextextended(lower(:email), 74))")
                .param("by", by.account().value().toString())
                .param("email", email.strip())
                .query(row -> {});
        if (isJustSent(email, role, place, by)) {
            return Sending.SENT;
        }
        if (isTooMany(email, by)) {
            return Sending.TOO_MANY;
        }
        jdbc.sql("""
                update access.invitation set withdrawn_at = :now
                 where email = :email::public.citext and role = :role and accepted_at is null and withdrawn_at is null
                   and community_id is not distinct from :community
                   and institution_id is not distinct from :institution
                """)
                .param("now", now())
                .param("email", email.strip())
                .param("role", role.name())
                .param("community", place.communityId(), Types.OTHER)
                .param("institution", place.institutionId(), Types.OTHER)
                .update();
        var token = Token.random();
        var expires = insert(token, email, name, role, place, by.account());
        var where = place.label().isEmpty() ? "" : ", " + place.label();
        outbox.send(new Mail(
                email.strip(),
                "Invitation à rejoindre Maillage",
                """
                Bonjour,

                %s vous invite à rejoindre Maillage avec le rôle «\u00A0%s\u00A0»%s.

                Ouvrez cette adresse pour accepter\u00A0:

                %s

                Elle fonctionne une seule fois, jusqu’au %s.
                """.formatted(
                                by.name(),
                                role.label(),
                                where,
                                outbox.link("/invitation/" + token.value()),
                                French.dateTime(expires.toInstant())),
                null));
        var entry = Entry.of(
                        by.author(),
                        new Subject("invitation", email.strip()),
                        "invitation.sent",
                        "Invitation envoyée à %s pour le rôle «\u00A0%s\u00A0»%s."
                                .formatted(Typed.line(name), role.label(), where))
                .with("role", role.name());
        var community = place.communityId();
        journal.record(community == null ? entry : entry.in(community));
        return Sending.SENT;
    }

    private boolean isJustSent(String email, Role role, Place place, Actor by) {
        return jdbc.sql("""
                select exists (
                    select from access.invitation
                     where email = :email::public.citext and role = :role and invited_by = :by and created_at > :since
                       and accepted_at is null and withdrawn_at is null
                       and community_id is not distinct from :community
                       and institution_id is not distinct from :institution)
                """)
                .param("email", email.strip())
                .param("role", role.name())
                .param("by", by.account().value())
                .param("since", now().minus(DOUBLE_CLICK))
                .param("community", place.communityId(), Types.OTHER)
                .param("institution", place.institutionId(), Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    private boolean isTooMany(String email, Actor by) {
        return jdbc.sql("""
                select (select count(*) from access.invitation where invited_by = :by and created_at > :hourAgo) >= :sent
                    or (select count(*) from access.invitation
                         where email = :email::public.citext and role is not null and created_at > :dayAgo) >= :received
                """)
                .param("by", by.account().value())
                .param("email", email.strip())
                .param("hourAgo", now().minusHours(1))
                .param("dayAgo", now().minusDays(1))
                .param("sent", MOST_SENT)
                .param("received", MOST_RECEIVED)
                .query(Boolean.class)
                .single();
    }

    /** Sends the link by which somebody confirms an address and makes an account without any role. */
    @Transactional
    public void confirmAddress(String email, String name) {
        var token = Token.random();
        var expires = insert(token, email, name, null, null, null);
        outbox.send(new Mail(
                email.strip(),
                "Confirmez votre adresse",
                """
                Bonjour,

                Vous avez demandé un compte sur Maillage. Ouvrez cette adresse pour le créer\u00A0:

                %s

                Elle fonctionne une seule fois, jusqu’au %s.
                Si vous n’avez rien demandé, ne faites rien\u00A0: aucun compte n’est créé.
                """.formatted(outbox.link("/invitation/" + token.value()), French.dateTime(expires.toInstant())),
                null));
    }

    private OffsetDateTime insert(
            Token token,
            String email,
            String name,
            @Nullable Role role,
            @Nullable Place place,
            @Nullable AccountId inviter) {
        var expires = now().plus(VALIDITY);
        jdbc.sql("""
                insert into access.invitation (id, token_hash, email, name, role, community_id, institution_id,
                                               place_name, invited_by, created_at, expires_at)
                values (:id, :hash, :email, :name, :role, :community, :institution, :place, :by, :now, :expires)
                """)
                .param("id", UUID.randomUUID())
                .param("hash", token.hash())
                .param("email", email.strip())
                .param("name", Typed.line(name))
                .param("role", role == null ? null : role.name(), Types.VARCHAR)
                .param("community", place == null ? null : place.communityId(), Types.OTHER)
                .param("institution", place == null ? null : place.institutionId(), Types.OTHER)
                .param("place", place == null ? null : Typed.line(place.label()), Types.VARCHAR)
                .param("by", inviter == null ? null : inviter.value(), Types.OTHER)
                .param("now", now())
                .param("expires", expires)
                .update();
        return expires;
    }

    /** Open invitations to roles in a CPTS, newest first. */
    public List<Invitation> ofCommunity(UUID community) {
        return jdbc.sql(INVITATION + " and i.community_id = :community order by i.created_at desc, i.id")
                .param("now", now())
                .param("community", community)
                .param("today", today.day())
                .query((row, _) -> open(row).invitation())
                .list();
    }

    /** Open invitations to roles in institutions and to administration, newest first. */
    public List<Invitation> ofInstitutions() {
        return jdbc.sql(INVITATION
                        + " and i.community_id is null and i.role is not null order by i.created_at desc, i.id")
                .param("now", now())
                .param("today", today.day())
                .query((row, _) -> open(row).invitation())
                .list();
    }

    /**
     * Withdraws an open invitation: its link no longer works.
     *
     * @param community the CPTS it must belong to, or null when it is not one of a CPTS
     * @throws NotFound when there is no such open invitation
     */
    @Transactional
    public void withdraw(UUID invitation, @Nullable UUID community, Actor by) {
        var email = jdbc.sql("""
                update access.invitation set withdrawn_at = :now
                 where id = :id and community_id is not distinct from :community
                   and accepted_at is null and withdrawn_at is null
                returning email
                """)
                .param("now", now())
                .param("id", invitation)
                .param("community", community, Types.OTHER)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("invitation " + invitation));
        var entry = Entry.of(
                by.author(),
                new Subject("invitation", email),
                "invitation.withdrawn",
                "Invitation de " + email + " retirée.");
        journal.record(community == null ? entry : entry.in(community));
    }

    /** The invitation behind a link, while it works. */
    public Optional<Invitation> byToken(String token) {
        return open(token, "").map(Open::invitation);
    }

    /** Accepts with a new account. The password has passed the rule. */
    @Transactional
    public Outcome acceptWithNewAccount(String token, String name, String password) {
        return open(token, " for update of i")
                .map(open -> {
                    var invitation = open.invitation();
                    if (accounts.findByEmail(invitation.email()).isPresent()) {
                        return new Outcome.HasAccount(invitation);
                    }
                    var account = accounts.create(name, invitation.email(), password);
                    journal.record(Entry.of(
                            new Author(account.value(), Typed.line(name), null),
                            Subject.of("account", account.value()),
                            "account.created",
                            "Compte de " + Typed.line(name) + " créé."));
                    return join(open, account);
                })
                .orElseGet(Outcome.Closed::new);
    }

    /** Accepts with the account of the signed-in person, whatever its address: the link is the proof. */
    @Transactional
    public Outcome accept(String token, AccountId account) {
        return open(token, " for update of i").map(open -> join(open, account)).orElseGet(Outcome.Closed::new);
    }

    private Outcome join(Open open, AccountId account) {
        jdbc.sql("update access.invitation set accepted_at = :now where id = :id")
                .param("now", now())
                .param("id", open.invitation().id())
                .update();
        var role = open.invitation().role();
        if (role != null && open.inviter() != null) {
            var inviter = new Author(
                    open.inviter().value(), String.valueOf(open.invitation().invitedBy()), null);
            mandates.grant(inviter, account, role, open.place());
        }
        return new Outcome.Joined(account);
    }

    private Optional<Open> open(String token, String lock) {
        return jdbc.sql(INVITATION + " and i.token_hash = :hash" + lock)
                .param("now", now())
                .param("hash", new Token(token).hash())
                .param("today", today.day())
                .query((row, _) -> open(row))
                .optional();
    }

    private static Open open(ResultSet row) throws SQLException {
        var role = row.getString("role");
        var community = row.getObject("community_id", UUID.class);
        var institution = row.getObject("institution_id", UUID.class);
        var inviter = row.getObject("invited_by", UUID.class);
        var place = row.getString("place");
        return new Open(
                new Invitation(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("name"),
                        role == null ? null : Role.valueOf(role),
                        place,
                        row.getString("inviter"),
                        instant(row, "created_at"),
                        instant(row, "expires_at")),
                community != null
                        ? new Place.InCommunity(community, place)
                        : institution != null
                                ? new Place.InInstitution(new InstitutionId(institution), place)
                                : new Place.Everywhere(),
                inviter == null ? null : new AccountId(inviter));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return today.instant().atOffset(ZoneOffset.UTC);
    }
}
