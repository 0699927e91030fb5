package fr.maillage.community.participants;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Download;
import fr.maillage.shared.French;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        return switch (imports.read(view, fichier.getBytes())) {
            case ParticipantUpload.Refused(var sentence) ->
                form(view, model, new FormErrors().add("fichier", sentence));
            case ParticipantUpload.Understood understood -> {
                model.addAttribute("view", view);
                model.addAttribute("upload", understood);
                model.addAttribute("list", list(understood));
                model.addAttribute("key", UUID.randomUUID());
                yield "community/participantImportPreview";
            }
        };
    }

    @PostMapping("/application")
    String enter(
            CommunityView view,
            RedirectAttributes flash,
            @RequestParam UUID cle,
            @RequestParam(defaultValue = "") String liste) {
        view.require(Right.WRITE);
        int entered = imports.enter(view, cle, liste);
        Flash.notice(
                flash,
                entered == 0
                        ? "Aucun acteur nouveau dans cette liste."
                        : French.count(entered, "acteur ajouté", "acteurs ajoutés") + ".");
        return "redirect:" + view.at("/acteurs");
    }

    private static String form(CommunityView view, Model model, FormErrors errors) {
        model.addAttribute("view", view);
        model.addAttribute("errors", errors);
        return "community/participantImport";
    }

    /** The actors understood, as the hidden field carries them to their entering; read again by the same rules. */
    private static String list(ParticipantUpload.Understood understood) throws IOException {
        var csv = new ByteArrayOutputStream();
        ParticipantSheet.of(
                        understood.actors().stream()
                                .map(ParticipantUpload.Entry::facts)
                                .toList(),
                        List.of())
                .csv(csv);
        return csv.toString(StandardCharsets.UTF_8);
    }
}
