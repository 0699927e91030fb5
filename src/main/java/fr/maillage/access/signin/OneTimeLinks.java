package fr.maillage.access.signin;

import fr.maillage.access.AccountId;
import fr.maillage.access.secret.Token;
import fr.maillage.shared.Today;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links that work once: the administrator's first account, a forgotten password. Only their hash is kept. */
@Component
class OneTimeLinks {

    static final Duration RESET_VALIDITY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Today today;

    OneTimeLinks(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** A new link to the first account; the one printed before no longer works. */
    @Transactional
    public Token firstAccount() {
        var token = Token.random();
        jdbc.sql("delete from access.one_time_link where purpose = 'FIRST_ACCOUNT'")
                .update();
        jdbc.sql("insert into access.one_time_link (token_hash, purpose) values (:hash, 'FIRST_ACCOUNT')")
                .param("hash", token.hash())
                .update();
        return token;
    }

    boolean isFirstAccount(String token) {
        return jdbc.sql("select true from access.one_time_link where token_hash = :hash and purpose = 'FIRST_ACCOUNT'")
                .param("hash", new Token(token).hash())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** @return whether the link worked; it no longer does */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean useFirstAccount(String token) {
        return jdbc.sql("delete from access.one_time_link where token_hash = :hash and purpose = 'FIRST_ACCOUNT'")
                        .param("hash", new Token(token).hash())
                        .update()
                == 1;
    }

    /** A link to choose a new password; earlier ones of the same account no longer work. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Token passwordReset(AccountId account) {
        var token = Token.random();
        jdbc.sql("delete from access.one_time_link where account_id = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("""
                insert into access.one_time_link (token_hash, purpose, account_id, expires_at)
                values (:hash, 'PASSWORD_RESET', :account, :expires)
                """)
                .param("hash", token.hash())
                .param("account", account.value())
                .param("expires", today.instant().plus(RESET_VALIDITY).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    Optional<AccountId> findPasswordReset(String token) {
        return jdbc.sql("select account_id from access.one_time_link where token_hash = :hash and expires_at > :now")
                .param("hash", new Token(token).hash())
                .param("now", today.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** @return the account whose password may be changed now; the link no longer works */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AccountId> usePasswordReset(String token) {
        return jdbc.sql("""
                delete from access.one_time_link where token_hash = :hash and expires_at > :now returning account_id
                """)
                .param("hash", new Token(token).hash())
                .param("now", today.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }
}
