package fr.maillage.project.intake;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.ColumnMapping.Field;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A list of actions from a spreadsheet: sent, its columns told, looked at, then made into fiches. */
@Controller
@RequestMapping("/cpts/{slug}/actions/import")
class ActionIntakeController {

    private final ActionIntake intake;

    ActionIntakeController(ActionIntake intake) {
        this.intake = intake;
    }

    @GetMapping
    String form(CommunityView view, Model model) {
        view.require(Right.WRITE);
        return form(view, model, FormErrors.NONE);
    }

    /** The columns, empty. */
    @GetMapping("/modele.{format:xlsx|csv}")
    ResponseEntity<byte[]> blank(CommunityView view, @PathVariable String format) {
        view.require(Right.WRITE);
        var heads = ActionColumns.ALL.stream().map(Field::label).toList();
        return Download.of(
                "modele-actions",
                new Spreadsheet(
                        "Actions", List.of("Une ligne par action, sous les titres des colonnes"), heads, List.of()),
                format);
    }

    @PostMapping
    String send(CommunityView view, Model model, @RequestParam MultipartFile fichier) throws IOException {
        view.require(Right.WRITE);
        return fichier.isEmpty()
                ? form(view, model, new FormErrors().add("fichier", "Choisissez un fichier XLSX ou CSV."))
                : preview(view, intake.read(view, fichier.getBytes(), Map.of()), UUID.randomUUID(), false, model);
    }

    /** Makes the actions, unless the columns were changed since the page was shown: it is then shown again. */
    @PostMapping("/application")
    String enter(
            CommunityView view,
            Model model,
            RedirectAttributes flash,
            @RequestParam UUID cle,
            @RequestParam(defaultValue = "") String liste,
            @RequestParam(defaultValue = "") String vues,
            @RequestParam Map<String, String> typed) {
        view.require(Right.WRITE);
        var read = intake.read(view, liste.getBytes(StandardCharsets.UTF_8), typed);
        boolean unseen = read instanceof ActionUpload.Understood understood
                && !understood.mapping().seen().equals(vues);
        if (typed.containsKey("relire") || unseen || read instanceof ActionUpload.Refused) {
            return preview(view, read, cle, unseen && !typed.containsKey("relire"), model);
        }
        int made = intake.enter(view, cle, liste, typed);
        Flash.notice(
                flash,
                made == 0
                        ? "Aucune action nouvelle dans cette liste."
                        : French.count(made, "action ajoutée", "actions ajoutées") + ".");
        return "redirect:" + view.at("/actions");
    }

    private static String preview(CommunityView view, ActionUpload read, UUID key, boolean unseen, Model model) {
        return switch (read) {
            case ActionUpload.Refused(var sentence) -> form(view, model, new FormErrors().add("fichier", sentence));
            case ActionUpload.Understood understood -> {
                model.addAttribute("view", view);
                model.addAttribute("upload", understood);
                model.addAttribute("key", key);
                model.addAttribute("unseen", unseen);
                yield "project/actionImportPreview";
            }
        };
    }

    private static String form(CommunityView view, Model model, FormErrors errors) {
        model.addAttribute("view", view);
        model.addAttribute("errors", errors);
        return "project/actionImport";
    }
}
