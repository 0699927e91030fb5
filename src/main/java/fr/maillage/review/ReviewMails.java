package fr.maillage.review;

import fr.maillage.access.Mandates;
import fr.maillage.access.Role;
import fr.maillage.community.Communities;
import fr.maillage.contract.Contract;
import fr.maillage.mail.Mail;
import fr.maillage.mail.Outbox;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The e-mails of a review to the people of the CPTS, in the transaction of the act. Never a private note. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReviewMails {

    private static final Set<Role> READERS = Set.of(Role.COORDINATION, Role.PRESIDENCY, Role.TREASURY);

    private final Outbox outbox;
    private final Mandates mandates;
    private final Communities communities;

    ReviewMails(Outbox outbox, Mandates mandates, Communities communities) {
        this.outbox = outbox;
        this.mandates = mandates;
        this.communities = communities;
    }

    void opened(Contract contract, int year, String institution, LocalDate due) {
        send(
                contract,
                year,
                "Dialogue de gestion de l’année " + year,
                institution + " a ouvert le dialogue de gestion de l’année " + year + " du contrat " + contract.number()
                        + ". Le dossier est attendu le " + French.date(due)
                        + ". Maillage l’a déjà préparé avec ce que l’année a enregistré.");
    }

    void asked(Contract contract, int year, String institution) {
        send(
                contract,
                year,
                "Une question sur l’année " + year,
                institution + " pose une question sur le dialogue de gestion de l’année " + year + ".");
    }

    void closed(Contract contract, int year, String institution, Euros earned) {
        send(
                contract,
                year,
                "Dialogue de gestion de l’année " + year + " clos",
                institution + " a clos le dialogue de gestion de l’année " + year + ". Part variable obtenue\u00A0: "
                        + French.amount(earned) + ". Le compte du contrat est à jour.");
    }

    private void send(Contract contract, int year, String subject, String text) {
        var community = communities.find(contract.community());
        var link = outbox.link("/cpts/" + community.slug() + "/bilan/" + year);
        mandates.ofCommunity(contract.community().value()).stream()
                .filter(holder -> READERS.contains(holder.mandate().role()))
                .filter(holder -> !holder.person().disabled())
                .map(holder -> holder.person().email())
                .distinct()
                .forEach(to -> outbox.send(new Mail(
                        to,
                        subject,
                        text + "\n\n" + link,
                        Mail.Context.of("contract", contract.id().value()))));
    }
}
