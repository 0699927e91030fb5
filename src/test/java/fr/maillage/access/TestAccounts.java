package fr.maillage.access;

import fr.maillage.access.secret.Passwords;
import fr.maillage.access.secret.Token;
import fr.maillage.access.session.Sessions;
import fr.maillage.audit.Author;
import fr.maillage.shared.Today;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes people for tests, signed in or with the one password of all tests. */
@Component
public class TestAccounts {

    public static final String PASSWORD = "cheval correct pile agrafe";

    private final JdbcClient jdbc;
    private final Mandates mandates;
    private final Sessions sessions;
    private final Today today;
    private final String hash;

    TestAccounts(JdbcClient jdbc, Mandates mandates, Sessions sessions, Today today, Passwords passwords) {
        this.jdbc = jdbc;
        this.mandates = mandates;
        this.sessions = sessions;
        this.today = today;
        // Once: hashing is slow on purpose.
        this.hash = passwords.hash(PASSWORD);
    }

    /** An account without any role. */
    public AccountId create(String name, String email) {
        var id = new AccountId(UUID.randomUUID());
        jdbc.sql("insert into access.account (id, email, name, password_hash, created_at) values (?, ?, ?, ?, ?)")
                .params(id.value(), email, name, hash, today.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** An account with one role, as the controllers see it. */
    @Transactional
    public Actor create(String name, String email, Role role, Place place) {
        var id = create(name, email);
        var outcome = (Mandates.Outcome.Given) mandates.grant(Author.MAILLAGE, id, role, place);
        return new Actor(id, name, email, role == Role.ADMINISTRATION, List.of(outcome.mandate()));
    }

    public Actor administrator() {
        return create("Odile Rampal", "administration@maillage.example", Role.ADMINISTRATION, new Place.Everywhere());
    }

    /** A session for {@link fr.maillage.testing.WebClient#signedIn}. */
    public Token session(AccountId account) {
        return sessions.open(account);
    }
}
