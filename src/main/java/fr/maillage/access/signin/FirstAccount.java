package fr.maillage.access.signin;

import fr.maillage.access.AccountId;
import fr.maillage.access.Accounts;
import fr.maillage.access.Mandates;
import fr.maillage.access.Place;
import fr.maillage.access.Role;
import fr.maillage.audit.Author;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.platform.Settings;
import fr.maillage.shared.Typed;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The administrator's account, made by whoever reads the console of the first start: until there is one, each start
 * prints a new address that works once.
 */
@Service
class FirstAccount {

    private final OneTimeLinks links;
    private final Accounts accounts;
    private final Mandates mandates;
    private final Journal journal;
    private final Settings settings;

    FirstAccount(OneTimeLinks links, Accounts accounts, Mandates mandates, Journal journal, Settings settings) {
        this.links = links;
        this.accounts = accounts;
        this.mandates = mandates;
        this.journal = journal;
        this.settings = settings;
    }

    /** After everything that runs at the start, so that the demonstration has made its administrator. */
    @EventListener
    void printAddress(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            invite().ifPresent(address -> System.out.printf("""

                    Maillage est ouvert\u00A0: %s
                    Créez d’abord le compte d’administration, à cette adresse valable une seule fois\u00A0:

                        %s

                    """, settings.baseUrl(), address));
        }
    }

    /** @return the address, when nobody administers yet */
    Optional<String> invite() {
        return mandates.administrators().isEmpty()
                ? Optional.of(settings.baseUrl() + "/premier-compte/"
                        + links.firstAccount().value())
                : Optional.empty();
    }

    /** @return the account, or nothing when the link no longer works */
    @Transactional
    public Optional<AccountId> create(String token, String name, String email, String password) {
        if (!links.useFirstAccount(token)) {
            return Optional.empty();
        }
        var account = accounts.create(name, email, password);
        var author = new Author(account.value(), Typed.line(name), null);
        journal.record(Entry.of(
                author,
                Subject.of("account", account.value()),
                "account.created",
                "Compte de " + Typed.line(name) + " créé par l’adresse du premier démarrage."));
        mandates.grant(author, account, Role.ADMINISTRATION, new Place.Everywhere());
        return Optional.of(account);
    }
}
