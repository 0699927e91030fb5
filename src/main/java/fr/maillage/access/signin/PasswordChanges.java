package fr.maillage.access.signin;

import fr.maillage.access.AccountId;
import fr.maillage.access.Accounts;
import fr.maillage.access.Actor;
import fr.maillage.access.Person;
import fr.maillage.access.secret.Passwords;
import fr.maillage.access.session.Sessions;
import fr.maillage.audit.Author;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.mail.Mail;
import fr.maillage.mail.Outbox;
import fr.maillage.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes passwords; each change ends the sessions opened with the old one and is told to the person by mail. */
@Service
class PasswordChanges {

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final OneTimeLinks links;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Journal journal;
    private final Outbox outbox;

    PasswordChanges(
            JdbcClient jdbc,
            Passwords passwords,
            OneTimeLinks links,
            Sessions sessions,
            Accounts accounts,
            Journal journal,
            Outbox outbox) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.links = links;
        this.sessions = sessions;
        this.accounts = accounts;
        this.journal = journal;
        this.outbox = outbox;
    }

    /** @return whether the link worked; it no longer does, and every session of the account is ended */
    @Transactional
    public boolean byLink(String token, String password) {
        var account = links.usePasswordReset(token);
        account.ifPresent(id -> {
            var person = change(id, password);
            sessions.closeAll(id);
            // Whoever proved the address is no longer held up by the guesses of others.
            jdbc.sql("update access.attempt set forgiven = true where kind = 'SIGN_IN' and email = :email")
                    .param("email", person.email())
                    .update();
        });
        return account.isPresent();
    }

    boolean isCurrent(Actor actor, String password) {
        var hash = jdbc.sql("select password_hash from access.account where id = :id")
                .param("id", actor.account().value())
                .query(String.class)
                .single();
        return passwords.matches(password, hash);
    }

    /** By the person at work: the other browsers are signed out, this one stays. */
    @Transactional
    public void own(Actor actor, String password, HttpServletRequest request) {
        change(actor.account(), password);
        sessions.closeOthers(actor.account(), request);
    }

    private Person change(AccountId id, String password) {
        var person = accounts.find(id).orElseThrow(() -> new NotFound("account " + id));
        jdbc.sql("update access.account set password_hash = :hash, version = version + 1 where id = :id")
                .param("hash", passwords.hash(password))
                .param("id", id.value())
                .update();
        journal.record(Entry.of(
                new Author(id.value(), person.name(), null),
                Subject.of("account", id.value()),
                "account.password-changed",
                "Mot de passe changé."));
        outbox.send(new Mail(
                person.email(),
                "Votre mot de passe a changé",
                """
                Bonjour,

                Le mot de passe de votre compte Maillage vient d’être changé.

                Si ce n’est pas vous, choisissez-en un autre aussitôt à cette adresse, et prévenez l’administration\u00A0:

                %s
                """.formatted(outbox.link("/mot-de-passe-oublie")),
                null));
        return person;
    }
}
