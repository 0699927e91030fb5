package fr.maillage.dossier.instruction;

import fr.maillage.access.InstitutionView;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.ProperName;
import fr.maillage.shared.Today;
import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
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
        model.addAttribute("view", view);
        model.addAttribute("listing", inbox.of(view, Inbox.SPEC.read(request)));
        var states = inbox.states(view);
        model.addAttribute("states", states.options());
        model.addAttribute("toDo", states.toDo());
        model.addAttribute("today", today.day());
        return "dossier/inbox";
    }

    @GetMapping("/institutions/{slug}.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(InstitutionView view, @PathVariable String format, HttpServletRequest request) {
        var lines = inbox.all(view, Inbox.SPEC.read(request));
        var sheet = new Spreadsheet(
                "Dossiers " + ProperName.of(view.institution().name()),
                List.of("Liste du " + French.date(today.day()) + "."),
                List.of(
                        "Numéro",
                        "CPTS",
                        "Dossier",
                        "Version",
                        "État",
                        "Confié à",
                        "Première réception",
                        "Âge en jours",
                        "Version reçue le",
                        "Avis rendus",
                        "Avis demandés",
                        "Décision",
                        "Date de la décision",
                        "Délai légal",
                        "Dernier jour"),
                lines.stream().map(this::cells).toList());
        return Download.of("dossiers-" + view.institution().slug(), sheet, format);
    }

    private List<Cell> cells(Inbox.Line line) {
        var delay = line.delay();
        var decided = line.decidedAt();
        return List.of(
                Cell.text(line.number()),
                Cell.text(line.community()),
                Cell.text(line.kind().label()),
                Cell.whole(line.version()),
                Cell.text(line.step().label(line.kind())),
                Cell.text(line.entrustedTo() == null ? "" : line.entrustedTo()),
                Cell.day(Today.dayOf(line.firstReceived())),
                Cell.whole((int) ChronoUnit.DAYS.between(Today.dayOf(line.firstReceived()), today.day())),
                Cell.day(Today.dayOf(line.received())),
                Cell.whole(line.opinions()),
                Cell.whole(line.expected()),
                Cell.text(decision(line)),
                decided != null ? Cell.day(Today.dayOf(decided)) : deemed(line),
                Cell.text(line.limit()),
                delay == null || !delay.running()
                        ? Cell.EMPTY
                        : Cell.day(delay.delay().limit()));
    }

    /** « Réputé validé » tells the silence of the ARS from its decision. */
    private static String decision(Inbox.Line line) {
        if (!line.step().closed()) {
            return "";
        }
        return line.decision() == null || line.decision() == Move.DEEM_VALIDATED
                ? "Réputé validé"
                : line.step().label(line.kind());
    }

    private static Cell deemed(Inbox.Line line) {
        var delay = line.delay();
        return line.step().closed() && delay != null ? Cell.day(delay.delay().deemedValidatedOn()) : Cell.EMPTY;
    }
}
