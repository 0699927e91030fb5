package fr.maillage.community;

import fr.maillage.shared.French;
import fr.maillage.territory.Part;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A list of communes from a spreadsheet: sent, looked at, then taken into the changes. Nothing is saved here. */
@Controller
@RequestMapping("/cpts/{slug}/territoire/import")
class PerimeterImportController {

    private static final String FORM = "community/perimeterImport";

    private final PerimeterImport imports;
    private final PerimeterDrafts drafts;

    PerimeterImportController(PerimeterImport imports, PerimeterDrafts drafts) {
        this.imports = imports;
        this.drafts = drafts;
    }

    @GetMapping
    String form(CommunityView view, Model model) {
        view.require(Right.WRITE);
        return form(view, model, FormErrors.NONE);
    }

    @PostMapping
    String preview(CommunityView view, Model model, @RequestParam MultipartFile fichier) throws IOException {
        view.require(Right.WRITE);
        if (fichier.isEmpty()) {
            return form(view, model, new FormErrors().add("fichier", "Choisissez un fichier XLSX ou CSV."));
        }
        return switch (imports.read(fichier.getBytes())) {
            case PerimeterUpload.Refused(var sentence) -> form(view, model, new FormErrors().add("fichier", sentence));
            case PerimeterUpload.Understood understood -> {
                model.addAttribute("view", view);
                model.addAttribute("upload", understood);
                model.addAttribute("parts", lines(understood.parts()));
                model.addAttribute("hasTerritory", drafts.of(view).codes().size() > 0);
                yield "community/perimeterImportPreview";
            }
        };
    }

    @PostMapping("/application")
    String apply(
            CommunityView view,
            RedirectAttributes redirect,
            @RequestParam(defaultValue = "") String communes,
            @RequestParam(defaultValue = "") String parties,
            @RequestParam(defaultValue = "ajouter") String mode) {
        view.require(Right.WRITE);
        var codes = communes.isBlank()
                ? List.<String>of()
                : List.of(communes.strip().split("\\s+"));
        var parts = parts(parties);
        var edit = mode.equals("remplacer") ? drafts.replace(view, codes, parts) : drafts.addAll(view, codes, parts);
        if (!edit.refusals().isEmpty()) {
            redirect.addFlashAttribute("refusals", edit.refusals());
        }
        Flash.notice(
                redirect,
                edit.done() == 0
                        ? "Aucune commune nouvelle dans cette liste."
                        : French.count(edit.done(), "commune ajoutée", "communes ajoutées")
                                + ". Rien n’est encore enregistré.");
        return "redirect:/cpts/{slug}/territoire";
    }

    private static String form(CommunityView view, Model model, FormErrors errors) {
        model.addAttribute("view", view);
        model.addAttribute("errors", errors);
        return FORM;
    }

    /** One part by line, as the hidden field carries it from the preview to the application. */
    private static String lines(List<Part> parts) {
        var lines = new StringBuilder();
        parts.forEach(part -> lines.append(part.commune())
                .append('\t')
                .append(part.population())
                .append('\t')
                .append(part.name())
                .append('\n'));
        return lines.toString();
    }

    private static List<Part> parts(String lines) {
        List<Part> parts = new ArrayList<>();
        for (var line : lines.split("\\R")) {
            var words = line.split("\t", 3);
            if (words.length == 3 && words[1].matches("\\d{1,7}") && words[2].length() <= 80) {
                parts.add(new Part(words[0], words[2].strip(), Integer.parseInt(words[1])));
            }
        }
        return parts;
    }
}
