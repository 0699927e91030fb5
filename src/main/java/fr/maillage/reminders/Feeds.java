package fr.maillage.reminders;

import fr.maillage.access.AccountId;
import fr.maillage.access.Actor;
import fr.maillage.access.secret.Token;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.shared.Today;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The private address of each person, where an agenda reads their deadlines without signing in. Who holds the address reads
 * what its person may see, so it is secret, shown once, and taken back in one click.
 */
@Service
class Feeds {

    private final JdbcClient db;
    private final Journal journal;
    private final Today today;

    Feeds(JdbcClient db, Journal journal, Today today) {
        this.db = db;
        this.journal = journal;
        this.today = today;
    }

    /** When the address of a person was made; empty while there is none. */
    Optional<Instant> madeAt(AccountId account) {
        return db.sql("select made_at from reminders.feed where account_id = ?")
                .param(account.value())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Makes a new address; the one before no longer answers. */
    @Transactional
    Token make(Actor actor) {
        var token = Token.random();
        db.sql("""
                        insert into reminders.feed (account_id, token_hash, made_at) values (:account, :hash, :now)
                        on conflict (account_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at
                        """)
                .param("account", actor.account().value())
                .param("hash", token.hash())
                .param("now", today.instant().atOffset(ZoneOffset.UTC))
                .update();
        record(actor, "feed.made", "Adresse privée d’agenda créée.");
        return token;
    }

    /** Nothing happens where there is none. */
    @Transactional
    void revoke(Actor actor) {
        var removed = db.sql("delete from reminders.feed where account_id = ?")
                .param(actor.account().value())
                .update();
        if (removed > 0) {
            record(actor, "feed.revoked", "Adresse privée d’agenda supprimée.");
        }
    }

    /** Whose address this is; empty when it is unknown, or no longer valid. */
    Optional<AccountId> holder(Token token) {
        return db.sql("select account_id from reminders.feed where token_hash = ?")
                .param(token.hash())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    private void record(Actor actor, String action, String sentence) {
        journal.record(
                Entry.of(actor.author(), Subject.of("account", actor.account().value()), action, sentence));
    }
}
