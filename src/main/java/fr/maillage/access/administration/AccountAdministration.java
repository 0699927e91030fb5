package fr.maillage.access.administration;

import fr.maillage.access.AccountId;
import fr.maillage.access.Accounts;
import fr.maillage.access.Actor;
import fr.maillage.access.Holder;
import fr.maillage.access.Mandate;
import fr.maillage.access.Mandates;
import fr.maillage.access.Person;
import fr.maillage.access.Role;
import fr.maillage.access.session.Sessions;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does to accounts. One administrator always remains, whatever two of them do at once. */
@Service
class AccountAdministration {

    private final JdbcClient jdbc;
    private final Today today;
    private final Accounts accounts;
    private final Mandates mandates;
    private final Sessions sessions;
    private final Journal journal;

    AccountAdministration(
            JdbcClient jdbc, Today today, Accounts accounts, Mandates mandates, Sessions sessions, Journal journal) {
        this.jdbc = jdbc;
        this.today = today;
        this.accounts = accounts;
        this.mandates = mandates;
        this.sessions = sessions;
        this.journal = journal;
    }

    sealed interface Outcome {

        record Done() implements Outcome {}

        /** Nobody would administer the installation any more. */
        record LastAdministrator() implements Outcome {}

        /** Nobody would manage these CPTS any more. */
        record LastManager(List<Mandate> of) implements Outcome {}
    }

    Person person(UUID id) {
        return accounts.find(new AccountId(id)).orElseThrow(() -> new NotFound("account " + id));
    }

    @Transactional
    public Outcome revoke(Actor by, UUID account, UUID mandate) {
        var held = mandates.of(person(account).id()).stream()
                .filter(each -> each.mandate().id().equals(mandate))
                .findFirst()
                .orElseThrow(() -> new NotFound("mandate " + mandate));
        if (held.mandate().role() == Role.ADMINISTRATION && isLastAdministrator(account)) {
            return new Outcome.LastAdministrator();
        }
        if (mandates.isLastManager(held)) {
            return new Outcome.LastManager(List.of(held.mandate()));
        }
        mandates.revoke(by, mandate);
        return new Outcome.Done();
    }

    /** The account can no longer sign in; what its person wrote and the roles held stay. */
    @Transactional
    public Outcome close(Actor by, UUID account) {
        var person = person(account);
        if (isLastAdministrator(account)) {
            return new Outcome.LastAdministrator();
        }
        var managed = mandates.soleManagementsOf(person);
        if (!managed.isEmpty()) {
            return new Outcome.LastManager(managed);
        }
        var closed = jdbc.sql("update access.account set disabled_at = :now where id = :id and disabled_at is null")
                .param("now", today.instant().atOffset(ZoneOffset.UTC))
                .param("id", account)
                .update();
        if (closed == 1) {
            sessions.closeAll(person.id());
            mandates.withdrawInvitationsOf(person.id());
            record(by, person, "account.closed", "Compte de " + person.name() + " fermé.");
        }
        return new Outcome.Done();
    }

    @Transactional
    public void reopen(Actor by, UUID account) {
        var person = person(account);
        var reopened = jdbc.sql(
                        "update access.account set disabled_at = null where id = :id and disabled_at is not null")
                .param("id", account)
                .update();
        if (reopened == 1) {
            record(by, person, "account.reopened", "Compte de " + person.name() + " rouvert.");
        }
    }

    private boolean isLastAdministrator(UUID account) {
        // Two administrators who remove each other at the same moment wait for each other here.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('access.administrators', 0))")
                .query(row -> {});
        var able = mandates.administrators().stream()
                .map(Holder::person)
                .filter(person -> !person.disabled())
                .map(person -> person.id().value())
                .toList();
        return able.equals(List.of(account));
    }

    private void record(Actor by, Person person, String action, String sentence) {
        journal.record(Entry.of(by.author(), Subject.of("account", person.id().value()), action, sentence));
    }
}
