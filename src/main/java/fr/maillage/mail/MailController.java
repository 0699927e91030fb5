package fr.maillage.mail;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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
    private final Today today;

    MailController(MailDirectory directory, Delivery delivery, Today today) {
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
    ResponseEntity<byte[]> export(@PathVariable String format, HttpServletRequest request) {
        var lines = directory.all(MailDirectory.SPEC.read(request));
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
