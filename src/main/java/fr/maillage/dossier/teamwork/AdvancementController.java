package fr.maillage.dossier.teamwork;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** How far a dossier is: next steps, who has which section for when. */
@Controller
@RequestMapping("/cpts/{slug}/" + DossierKind.SEGMENT)
class AdvancementController {

    private final Dossiers dossiers;
    private final Advancement advancement;
    private final Today today;

    AdvancementController(Dossiers dossiers, Advancement advancement, Today today) {
        this.dossiers = dossiers;
        this.advancement = advancement;
        this.today = today;
    }

    @GetMapping("/avancement")
    String show(CommunityView view, @PathVariable String kind, HttpServletRequest request, Model model) {
        view.require(Right.READ);
        model.addAttribute("page", advancement.page(view, dossier(view, kind), Advancement.SPEC.read(request)));
        return "dossier/advancement";
    }

    @GetMapping("/avancement.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(
            CommunityView view, @PathVariable String kind, @PathVariable String format, HttpServletRequest request) {
        view.require(Right.READ);
        var rows = advancement.all(view, dossier(view, kind), Advancement.SPEC.read(request)).stream()
                .map(line -> List.of(
                        Cell.text(line.heading()),
                        Cell.text(line.state()),
                        Cell.text(line.assignee()),
                        Cell.day(line.due()),
                        Cell.text(line.savedBy()),
                        Cell.text(line.savedAt() == null ? "" : French.dateTime(line.savedAt()))))
                .toList();
        var sheet = new Spreadsheet(
                "Avancement",
                List.of(view.name() + ". Extrait le " + French.dateTime(today.instant()) + "."),
                List.of("Section", "État", "Confiée à", "Attendue le", "Écrite par", "Enregistrée le"),
                rows);
        return Download.of("avancement-" + kind + "-" + view.slug(), sheet, format);
    }

    private Dossier dossier(CommunityView view, String kind) {
        var wanted = DossierKind.ofPath(kind).orElseThrow(() -> new NotFound("kind " + kind));
        return dossiers.of(view.id(), wanted).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
    }
}
