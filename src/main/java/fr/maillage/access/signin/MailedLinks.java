package fr.maillage.access.signin;

import fr.maillage.access.Accounts;
import fr.maillage.access.Invitations;
import fr.maillage.mail.Mail;
import fr.maillage.mail.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is answered by mail only, so that nobody learns who has an account. */
@Service
class MailedLinks {

    private final Accounts accounts;
    private final Invitations invitations;
    private final OneTimeLinks links;
    private final Outbox outbox;

    MailedLinks(Accounts accounts, Invitations invitations, OneTimeLinks links, Outbox outbox) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.links = links;
        this.outbox = outbox;
    }

    @Transactional
    public void signUp(String email, String name) {
        if (accounts.findByEmail(email).isEmpty()) {
            invitations.confirmAddress(email, name);
            return;
        }
        outbox.send(new Mail(
                email.strip(),
                "Vous avez déjà un compte",
                """
                Bonjour,

                Vous avez demandé un compte sur Maillage, mais votre adresse en a déjà un.

                Pour vous connecter\u00A0:

                %s

                Pour choisir un nouveau mot de passe\u00A0:

                %s

                Si vous n’avez rien demandé, ne faites rien\u00A0: rien n’a changé.
                """.formatted(outbox.link("/connexion"), outbox.link("/mot-de-passe-oublie")),
                null));
    }

    @Transactional
    public void resetPassword(String email) {
        accounts.findByEmail(email).filter(person -> !person.disabled()).ifPresent(person -> {
            var token = links.passwordReset(person.id());
            outbox.send(new Mail(
                    person.email(),
                    "Choisir un nouveau mot de passe",
                    """
                    Bonjour,

                    Vous avez demandé un nouveau mot de passe. Ouvrez cette adresse pour le choisir\u00A0:

                    %s

                    Elle fonctionne une seule fois, pendant une heure.
                    Si vous n’avez rien demandé, ne faites rien\u00A0: votre mot de passe reste le même.
                    """.formatted(outbox.link("/mot-de-passe/" + token.value())),
                    null));
        });
    }
}
