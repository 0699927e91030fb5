package fr.maillage.mail;

import fr.maillage.audit.Author;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Option;
import fr.maillage.ui.ShellSource;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mails, for administrators only: everything under /administration is. */
@Controller
class MailController {

    private final MailDirectory directory;
    private final Delivery delivery;
    private final Journal journal;
    private final ObjectProvider<ShellSource> readers;
    private final Today today;

    MailController(
            MailDirectory directory,
            Delivery delivery,
            Journal journal,
            ObjectProvider<ShellSource> readers,
            Today today) {
        this.journal = journal;
        this.readers = readers;
        this.directory = directory;
        this.delivery = delivery;
        this.today = today;
    }

    @GetMapping("/administration/courriels")
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("listing", directory.page(MailDirectory.SPEC.read(request)));
        model.addAttribute("configured", delivery.configured());
        model.addAttribute(
                "states",
                Arrays.stream(MailState.values())
                        .map(state -> new Option(state.code(), state.badge().word()))
                        .toList());
        return "mail/courriels";
    }

    @GetMapping("/administration/courriels.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(@PathVariable String format, Principal principal, HttpServletRequest request) {
        var lines = directory.all(MailDirectory.SPEC.read(request));
        journal.recordRead(Entry.of(
                author(principal, request),
                new Subject("mail", "*"),
                "mail.list-exported",
                "Liste de " + French.count(lines.size(), "courriel exportée.", "courriels exportée.")));
        var sheet = new Spreadsheet(
                "Courriels",
                List.of("Extrait le " + French.dateTime(today.instant()) + ". Les textes n’y sont pas."),
                List.of("Écrit le", "Destinataire", "Objet", "État", "Essais"),
                lines.stream()
                        .map(line -> List.of(
                                Cell.text(Today.timeOf(line.createdAt())
                                        .withNano(0)
                                        .toString()),
                                Cell.text(line.recipient()),
                                Cell.text(line.subject()),
                                Cell.text(line.badge().word()),
                                Cell.whole(line.attempts())))
                        .toList());
        return Download.of("courriels", sheet, format);
    }

    /** This module does not know accounts: who asks is known by what the session and the pages say. */
    private Author author(Principal principal, HttpServletRequest request) {
        var known = readers.getIfAvailable();
        var person = known == null ? null : known.person(request);
        return new Author(
                UUID.fromString(principal.getName()), person == null ? principal.getName() : person.name(), null);
    }

    @GetMapping("/administration/courriels/{id:[0-9a-f-]{36}}")
    String show(@PathVariable UUID id, Model model) {
        var mail = directory.find(id).orElseThrow(() -> new NotFound("mail " + id));
        model.addAttribute("mail", mail);
        model.addAttribute("text", MailText.of(mail.body() == null ? "" : mail.body()));
        return "mail/courriel";
    }

    @PostMapping("/administration/courriels/{id:[0-9a-f-]{36}}/envoi")
    String sendAgain(@PathVariable UUID id, RedirectAttributes flash) {
        if (directory.sendAgain(id)) {
            Flash.notice(flash, "Le message partira de nouveau.");
        }
        return "redirect:/administration/courriels/" + id;
    }
}
