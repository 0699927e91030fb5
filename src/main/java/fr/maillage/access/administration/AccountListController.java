package fr.maillage.access.administration;

import fr.maillage.access.Actor;
import fr.maillage.access.Invitations;
import fr.maillage.access.Role;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All accounts of the installation. */
@Controller
class AccountListController {

    private final AccountDirectory directory;
    private final Invitations invitations;
    private final Journal journal;
    private final Today today;

    AccountListController(AccountDirectory directory, Invitations invitations, Journal journal, Today today) {
        this.directory = directory;
        this.invitations = invitations;
        this.journal = journal;
        this.today = today;
    }

    @GetMapping("/administration/comptes")
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("listing", directory.page(AccountDirectory.SPEC.read(request)));
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values())
                        .map(role -> new Option(role.name(), role.label()))
                        .toList());
        model.addAttribute("invitations", invitations.ofInstitutions());
        return "access/comptes";
    }

    @GetMapping("/administration/comptes.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(@PathVariable String format, Actor actor, HttpServletRequest request) {
        var lines = directory.all(AccountDirectory.SPEC.read(request));
        journal.recordRead(Entry.of(
                actor.author(),
                new Subject("account", "*"),
                "account.list-exported",
                "Liste de " + French.count(lines.size(), "compte exportée.", "comptes exportée.")));
        var sheet = new Spreadsheet(
                "Comptes",
                List.of("Extrait le " + French.dateTime(today.instant()) + "."),
                List.of("Nom", "Adresse électronique", "Rôles", "Compte créé le", "État"),
                lines.stream()
                        .map(line -> List.of(
                                Cell.text(line.name()),
                                Cell.text(line.email()),
                                Cell.text(line.roles()),
                                Cell.day(Today.dayOf(line.createdAt())),
                                Cell.text(line.disabled() ? "fermé" : "ouvert")))
                        .toList());
        return Download.of("comptes", sheet, format);
    }
}
