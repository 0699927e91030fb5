package fr.maillage.access.session;

import fr.maillage.access.AccountId;
import fr.maillage.access.Actor;
import fr.maillage.access.Gender;
import fr.maillage.access.InstitutionId;
import fr.maillage.access.Mandate;
import fr.maillage.access.Role;
import fr.maillage.access.secret.Token;
import fr.maillage.shared.Today;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Which browsers are signed in, and as whom. Rows of the database, so that every node knows them, a restart signs nobody
 * out, and ending one takes effect at the next click.
 */
@Service
public class Sessions {

    /** Without any request for so long, a browser is signed out. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** However busy, one signs in again after so long. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** The last request is noted this precisely, to spare one write per click. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Today today;

    Sessions(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Signs the browser in, under a new cookie: one that somebody planted before is worth nothing. */
    public void open(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        insert(account, SessionCookie.renew(request, response));
    }

    /** A session without a browser at hand, for tests and tools: the caller carries the token. */
    public Token open(AccountId account) {
        var token = Token.random();
        insert(account, token);
        return token;
    }

    private void insert(AccountId account, Token token) {
        jdbc.sql("""
                insert into access.session (token_hash, form_hash, account_id, opened_at, seen_at)
                values (:hash, :form, :account, :now, :now)
                """)
                .param("hash", token.hash())
                .param("form", new Token(CookieCsrf.value(token)).hash())
                .param("account", account.value())
                .param("now", now())
                .update();
    }

    /** Signs the browser out, under a new cookie. */
    public void close(HttpServletRequest request, HttpServletResponse response) {
        close(request);
        SessionCookie.renew(request, response);
    }

    private void close(HttpServletRequest request) {
        SessionCookie.read(request)
                .ifPresent(token -> jdbc.sql("delete from access.session where token_hash = :hash")
                        .param("hash", token.hash())
                        .update());
    }

    /** The session of this browser means nothing any more; the forms it served are still known for a while. */
    private void end(HttpServletRequest request) {
        SessionCookie.read(request)
                .ifPresent(token -> jdbc.sql("update access.session set ended_at = :now where token_hash = :hash")
                        .param("now", now())
                        .param("hash", token.hash())
                        .update());
    }

    /** Signs a person out of every browser: password changed, account disabled. */
    public void closeAll(AccountId account) {
        jdbc.sql("delete from access.session where account_id = :account")
                .param("account", account.value())
                .update();
    }

    /** Signs a person out of every browser but this one. */
    public void closeOthers(AccountId account, HttpServletRequest request) {
        jdbc.sql("delete from access.session where account_id = :account and token_hash <> :hash")
                .param("account", account.value())
                .param(
                        "hash",
                        SessionCookie.read(request).orElseGet(Token::random).hash())
                .update();
    }

    /**
     * Who the browser is, with the mandates in force today; one query, and one write a minute.
     *
     * @param byItself the page asks, not a person: an idle session still ends
     */
    Optional<SignedIn> find(Token token, boolean byItself) {
        var now = now();
        var found = jdbc.sql("""
                select a.id, a.name, a.email, a.gender, s.seen_at,
                       m.id as mandate_id, m.role, m.community_id, m.institution_id
                  from access.session s
                  join access.account a on a.id = s.account_id and a.disabled_at is null
                  left join access.mandate_on(:today) m on m.account_id = a.id
                 where s.token_hash = :hash and s.ended_at is null and s.seen_at > :idle and s.opened_at > :longest
                 order by m.from_day, m.id
                """)
                .param("today", today.day())
                .param("hash", token.hash())
                .param("idle", now.minus(IDLE))
                .param("longest", now.minus(LONGEST))
                .query(Sessions::read);
        if (!byItself && found.isPresent() && found.get().seenAt().isBefore(now.minus(PRECISION))) {
            jdbc.sql("update access.session set seen_at = :now where token_hash = :hash")
                    .param("now", now)
                    .param("hash", token.hash())
                    .update();
        }
        return found.map(Found::signedIn);
    }

    /** Whose session this was, although it has ended by time; nobody after sign-out. */
    Optional<AccountId> formerly(Token token) {
        return jdbc.sql("""
                select a.id from access.session s join access.account a on a.id = s.account_id and a.disabled_at is null
                 where s.token_hash = :hash
                """)
                .param("hash", token.hash())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /**
     * Whom a form was shown to, by its hidden value: it proves that the page was ours, even when the browser has lost its
     * cookie or got another one since.
     */
    Optional<AccountId> shownTo(String formValue) {
        return jdbc.sql("""
                select a.id from access.session s join access.account a on a.id = s.account_id and a.disabled_at is null
                 where s.form_hash = :form
                """)
                .param("form", new Token(formValue).hash())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    private record Found(SignedIn signedIn, OffsetDateTime seenAt) {}

    private static Optional<Found> read(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        var account = new AccountId(rows.getObject("id", UUID.class));
        var name = rows.getString("name");
        var email = rows.getString("email");
        var gender = Gender.valueOf(rows.getString("gender"));
        var seenAt = rows.getObject("seen_at", OffsetDateTime.class);
        List<Mandate> mandates = new ArrayList<>();
        do {
            var mandate = rows.getObject("mandate_id", UUID.class);
            if (mandate != null) {
                var institution = rows.getObject("institution_id", UUID.class);
                mandates.add(new Mandate(
                        mandate,
                        Role.valueOf(rows.getString("role")),
                        rows.getObject("community_id", UUID.class),
                        institution == null ? null : new InstitutionId(institution)));
            }
        } while (rows.next());
        var administrator = mandates.stream().anyMatch(mandate -> mandate.role() == Role.ADMINISTRATION);
        var actor = new Actor(account, name, email, administrator, List.copyOf(mandates));
        return Optional.of(new Found(new SignedIn(actor, gender), seenAt));
    }

    @Scheduled(cron = "0 17 * * * *", zone = "Europe/Paris")
    void forgetEnded() {
        // Kept a day after the end, to know whose late form it is.
        jdbc.sql("delete from access.session where seen_at <= :yesterday or opened_at <= :yesterday")
                .param("yesterday", now().minusDays(1))
                .update();
    }

    private OffsetDateTime now() {
        return today.instant().atOffset(ZoneOffset.UTC);
    }
}
