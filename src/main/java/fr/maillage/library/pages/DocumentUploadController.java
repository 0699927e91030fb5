package fr.maillage.library.pages;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.library.Attachments;
import fr.maillage.library.DocumentId;
import fr.maillage.library.Filing;
import fr.maillage.library.Library;
import fr.maillage.library.LibraryDocument;
import fr.maillage.library.Use;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends a document to the library, and at once to what it is for when one comes from there. */
@Controller
class DocumentUploadController {

    private static final String NEW = "/cpts/{slug}/documents/nouveau";

    private final Library library;
    private final Attachments attachments;
    private final UploadedFile files;
    private final Today today;

    DocumentUploadController(Library library, Attachments attachments, UploadedFile files, Today today) {
        this.library = library;
        this.attachments = attachments;
        this.files = files;
        this.today = today;
    }

    /**
     * @param type the kind proposed
     * @param usage what it will serve for, as {@link Use#code} has it; empty for nothing yet
     * @param piece the expected piece it answers
     */
    @GetMapping(NEW)
    String form(
            CommunityView view,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String usage,
            @RequestParam(defaultValue = "") String piece,
            @RequestParam(defaultValue = "") String titre,
            Model model) {
        view.require(Right.WRITE);
        var form = Form.empty()
                .set("id", UUID.randomUUID())
                .set("type", type)
                .set("date", today.day())
                .set("titre", titre)
                .set("usage", usage)
                .set("piece", piece);
        return page(view, form, null, model);
    }

    @PostMapping(NEW)
    String add(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var file = files.of(view, form, fichier);
        var facts = DocumentForm.read(form, file == null ? null : file.name(), today.day());
        var use = use(view, form);
        if (facts == null || file == null) {
            return page(view, form, null, model);
        }
        return switch (library.add(view, new DocumentId(form.id()), facts, file)) {
            case Filing.Done(DocumentId id) -> {
                if (use != null) {
                    attachments.attach(view, id, use, "", piece(form));
                }
                Flash.notice(flash, "Le document est ajouté. Son texte est lu dans un instant.");
                yield "redirect:" + (use == null ? view.at("/documents/" + id) : back(view, use, id));
            }
            case Filing.AlreadyThere(LibraryDocument same) -> page(view, form, same, model);
            case Filing.Overtaken _, Filing.Archived _ ->
                throw new IllegalStateException("a new document has no earlier version");
        };
    }

    private @Nullable Use use(CommunityView view, Form form) {
        var use = Use.ofCode(form.value("usage")).orElse(null);
        if (use != null) {
            attachments.requireThing(view.id(), use);
        }
        return use;
    }

    private String back(CommunityView view, Use use, DocumentId id) {
        return attachments.uses(library.find(view, id)).stream()
                .filter(shown -> shown.use().equals(use))
                .flatMap(shown -> java.util.stream.Stream.ofNullable(shown.thing()))
                .findFirst()
                .map(thing -> view.at(thing.page()))
                .orElse(view.at("/documents/" + id));
    }

    private static @Nullable String piece(Form form) {
        return form.value("piece").matches("[a-z-]{1,60}") ? form.value("piece") : null;
    }

    private String page(CommunityView view, Form form, @Nullable LibraryDocument same, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("kept", files.kept(view, form));
        model.addAttribute("same", same);
        model.addAttribute("types", DocumentForm.types());
        return "library/upload";
    }
}
