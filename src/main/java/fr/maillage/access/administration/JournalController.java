package fr.maillage.access.administration;

import fr.maillage.access.Actor;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The journal of the whole installation, which nobody can change. */
@Controller
class JournalController {

    private static final ListSpec SPEC =
            ListSpec.sortedBy("date", "id").descending().filters("lectures");

    /** What a spreadsheet opens without pain; a longer journal is searched first. */
    private static final int LONGEST_EXPORT = 50_000;

    private final Journal journal;
    private final Today today;

    JournalController(Journal journal, Today today) {
        this.journal = journal;
        this.today = today;
    }

    @GetMapping("/administration/journal")
    String list(HttpServletRequest request, Model model) {
        var query = SPEC.read(request);
        var rows = journal.search(
                query.search(), readsOnly(query), !query.descending(), Math.toIntExact(query.offset()), query.size());
        model.addAttribute("listing", query.listing(rows, journal.count(query.search(), readsOnly(query))));
        return "access/journal";
    }

    @GetMapping("/administration/journal.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(@PathVariable String format, Actor actor, HttpServletRequest request) {
        var query = SPEC.read(request);
        var rows = journal.search(query.search(), readsOnly(query), !query.descending(), 0, LONGEST_EXPORT);
        journal.recordRead(Entry.of(
                actor.author(),
                new Subject("journal", "*"),
                "journal.exported",
                "Journal exporté, " + French.count(rows.size(), "ligne.", "lignes.")));
        var sheet = new Spreadsheet(
                "Journal",
                List.of(
                        "Extrait le " + French.dateTime(today.instant()) + ".",
                        "Au plus " + French.number(LONGEST_EXPORT) + " lignes, dans l’ordre de la liste."),
                List.of("Date", "Par", "Partie", "Ce qui s’est passé", "Acte", "Objet", "Identifiant"),
                rows.stream()
                        .map(line -> List.of(
                                Cell.text(Today.timeOf(line.at()).withNano(0).toString()),
                                Cell.text(line.authorName()),
                                Cell.text(line.entry().author().party()),
                                Cell.text(line.sentence()),
                                Cell.text(line.action()),
                                Cell.text(line.entry().subject().kind()),
                                Cell.text(line.entry().subject().id())))
                        .toList());
        return Download.of("journal", sheet, format);
    }

    private static boolean readsOnly(ListQuery query) {
        return "oui".equals(query.filter("lectures"));
    }
}
