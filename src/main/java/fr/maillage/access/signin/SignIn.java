package fr.maillage.access.signin;

import fr.maillage.access.AccountId;
import fr.maillage.access.secret.Passwords;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Tells whether an address and a password belong together. */
@Service
class SignIn {

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Attempts attempts;

    SignIn(JdbcClient jdbc, Passwords passwords, Attempts attempts) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    sealed interface Outcome {

        record Recognised(AccountId account) implements Outcome {}

        /** Wrong password, no such account, or a disabled one: the answer and its time are the same. */
        record Refused() implements Outcome {}

        record TooMany(String delay) implements Outcome {}
    }

    private record Known(UUID id, String passwordHash, boolean disabled) {}

    /** Not one transaction: the attempt must stay counted whatever comes next, and bcrypt should hold no connection. */
    Outcome attempt(String email, String password, String address) {
        return switch (attempts.signIn(email, address)) {
            case Attempts.Outcome.TooMany tooMany -> new Outcome.TooMany(tooMany.inWords());
            case Attempts.Outcome.Allowed(long attempt) -> {
                var known =
                        jdbc.sql("""
                        select id, password_hash, disabled_at is not null as disabled
                          from access.account where email = :email::public.citext
                        """).param("email", email).query(Known.class).optional();
                var right = passwords.matches(
                        password, known.map(Known::passwordHash).orElse(null));
                if (known.isEmpty() || !right || known.get().disabled()) {
                    yield new Outcome.Refused();
                }
                attempts.forgive(attempt);
                yield new Outcome.Recognised(new AccountId(known.get().id()));
            }
        };
    }
}
