package fr.maillage.dossier.instruction;

import fr.maillage.access.InstitutionView;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The home of an institution: its dossiers by state, age and delay. */
@Controller
class InboxController {

    private final Inbox inbox;
    private final Today today;

    InboxController(Inbox inbox, Today today) {
        this.inbox = inbox;
        this.today = today;
    }

    @GetMapping("/institutions/{slug:[a-z0-9-]+}")
    String list(InstitutionView view, HttpServletRequest request, Model model) {
        var institution = view.institution().id();
        model.addAttribute("view", view);
        model.addAttribute("listing", inbox.of(institution, Inbox.SPEC.read(request)));
        var states = inbox.states(institution);
        model.addAttribute("states", states.options());
        model.addAttribute("toDo", states.toDo());
        return "dossier/inbox";
    }

    @GetMapping("/institutions/{slug}.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(InstitutionView view, @PathVariable String format, HttpServletRequest request) {
        var lines = inbox.all(view.institution().id(), Inbox.SPEC.read(request));
        var sheet = new Spreadsheet(
                "Dossiers de " + view.institution().name(),
                List.of("Liste du " + French.date(today.day()) + "."),
                List.of(
                        "Numéro",
                        "CPTS",
                        "Dossier",
                        "Version",
                        "État",
                        "Reçu le",
                        "Avis rendus",
                        "Avis attendus",
                        "Réputé validé le"),
                lines.stream().map(InboxController::cells).toList());
        return Download.of("dossiers-" + view.institution().slug(), sheet, format);
    }

    private static List<Cell> cells(Inbox.Line line) {
        var delay = line.delay();
        return List.of(
                Cell.text(line.number()),
                Cell.text(line.community()),
                Cell.text(line.kind().label()),
                Cell.whole(line.version()),
                Cell.text(line.step().label()),
                Cell.day(Today.dayOf(line.received())),
                Cell.whole(line.opinions()),
                Cell.whole(line.expected()),
                delay == null || !delay.running()
                        ? Cell.EMPTY
                        : Cell.day(delay.delay().deemedValidatedOn()));
    }
}
