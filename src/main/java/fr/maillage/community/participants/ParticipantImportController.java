package fr.maillage.community.participants;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Download;
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

/** A list of actors from a spreadsheet: sent, looked at, then entered. */
@Controller
@RequestMapping("/cpts/{slug}/acteurs/import")
class ParticipantImportController {

    private final ParticipantImport imports;

    ParticipantImportController(ParticipantImport imports) {
        this.imports = imports;
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
        return Download.of(
                "modele-acteurs",
                ParticipantSheet.of(List.of(), List.of("Une ligne par acteur, sous les titres des colonnes")),
                format);
    }

    @PostMapping
    String preview(CommunityView view, Model model, @RequestParam MultipartFile fichier) throws IOException {
        view.require(Right.WRITE);
        if (fichier.isEmpty()) {
            return form(view, model, new FormErrors().add("fichier", "Choisissez un fichier XLSX ou CSV."));
        }
        return preview(view, imports.read(view, fichier.getBytes(), Map.of()), UUID.randomUUID(), false, model);
    }

    /** Enters the actors, unless the columns were changed since the page was shown: it is then shown again. */
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
        var read = imports.read(view, liste.getBytes(StandardCharsets.UTF_8), typed);
        boolean unseen = read instanceof ParticipantUpload.Understood understood
                && !understood.mapping().seen().equals(vues);
        if (typed.containsKey("relire") || unseen || read instanceof ParticipantUpload.Refused) {
            return preview(view, read, cle, unseen && !typed.containsKey("relire"), model);
        }
        int entered = imports.enter(view, cle, liste, typed);
        Flash.notice(
                flash,
                entered == 0
                        ? "Aucun acteur nouveau dans cette liste."
                        : French.count(entered, "acteur ajouté", "acteurs ajoutés") + ".");
        return "redirect:" + view.at("/acteurs");
    }

    private static String preview(CommunityView view, ParticipantUpload read, UUID key, boolean unseen, Model model) {
        return switch (read) {
            case ParticipantUpload.Refused(var sentence) ->
                form(view, model, new FormErrors().add("fichier", sentence));
            case ParticipantUpload.Understood understood -> {
                model.addAttribute("view", view);
                model.addAttribute("upload", understood);
                model.addAttribute("key", key);
                model.addAttribute("unseen", unseen);
                yield "community/participantImportPreview";
            }
        };
    }

    private static String form(CommunityView view, Model model, FormErrors errors) {
        model.addAttribute("view", view);
        model.addAttribute("errors", errors);
        return "community/participantImport";
    }
}
