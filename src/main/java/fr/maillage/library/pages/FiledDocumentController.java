package fr.maillage.library.pages;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.library.Attachments;
import fr.maillage.library.DocumentId;
import fr.maillage.library.FileAnswer;
import fr.maillage.library.Filing;
import fr.maillage.library.Library;
import fr.maillage.library.LibraryDocument;
import fr.maillage.library.StoredFile;
import fr.maillage.library.Use;
import fr.maillage.shared.Change;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Overtaken;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A document: what it is, its versions, what it serves for. */
@Controller
@RequestMapping("/cpts/{slug}/documents/{id:[0-9a-f-]{36}}")
class FiledDocumentController {

    private static final String CLOSED =
            "Ce à quoi ce document sert est clos\u00A0: ses documents ne changent plus. Rien n’a changé.";

    private final Library library;
    private final Attachments attachments;
    private final UploadedFile files;
    private final FileAnswer answer;
    private final Today today;

    FiledDocumentController(
            Library library, Attachments attachments, UploadedFile files, FileAnswer answer, Today today) {
        this.library = library;
        this.attachments = attachments;
        this.files = files;
        this.answer = answer;
        this.today = today;
    }

    @GetMapping
    String show(CommunityView view, @PathVariable UUID id, Model model) {
        var document = library.find(view, new DocumentId(id));
        return page(view, document, DocumentForm.filled(document), null, model);
    }

    @GetMapping("/versions/{ordinal:[0-9]{1,6}}")
    void file(CommunityView view, @PathVariable UUID id, @PathVariable int ordinal, HttpServletResponse response)
            throws IOException {
        StoredFile file = library.versions(library.find(view, new DocumentId(id))).stream()
                .filter(version -> version.ordinal() == ordinal)
                .findFirst()
                .orElseThrow(() -> new NotFound("version " + ordinal + " of document " + id));
        answer.send(response, file.fileName(), file.format(), file.size(), file.sha256());
    }

    @PostMapping
    String change(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var document = library.find(view, new DocumentId(id));
        var form = Form.sent(typed);
        var facts = DocumentForm.read(form, null, today.day());
        if (facts == null) {
            return page(view, document, form, null, model);
        }
        if (library.change(view, document.id(), form.version(), facts) instanceof Filing.Overtaken(Change other)) {
            var stored = library.find(view, document.id());
            var overtaken =
                    form.overtakenBy(other, DocumentForm.filled(stored), DocumentForm.LABELS, DocumentForm::inWords);
            return page(view, stored, form, overtaken, model);
        }
        Flash.notice(flash, "Le document est enregistré.");
        return back(view, id);
    }

    /** A newer file for the same document. */
    @PostMapping("/versions")
    String replace(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        view.require(Right.WRITE);
        var document = library.find(view, new DocumentId(id));
        var form = Form.sent(typed);
        var file = files.of(view, form, fichier);
        if (file == null) {
            return refused(view, document, form, model);
        }
        switch (library.replace(view, document.id(), form.version(), file)) {
            case Filing.Done _ -> {
                Flash.notice(flash, "La nouvelle version remplace l’ancienne, qui reste lisible.");
                return back(view, id);
            }
            case Filing.AlreadyThere(LibraryDocument same) ->
                form.errors()
                        .add(
                                UploadedFile.FIELD,
                                same.id().equals(document.id())
                                        ? "Ce fichier est celui de la version actuelle. Rien n’a changé."
                                        : "Ce fichier est déjà dans les documents, sous le titre « "
                                                + same.facts().title() + " ».");
            case Filing.Overtaken(Change other) -> {
                form.set("version", other.version());
                form.errors()
                        .add(
                                UploadedFile.FIELD,
                                other.by() + " a modifié ce document le " + French.dateTime(other.at())
                                        + ". Votre fichier est gardé : relisez, puis confirmez le remplacement.");
            }
            case Filing.Archived _ ->
                form.errors().add(UploadedFile.FIELD, "Ce document est archivé. Remettez-le d’abord dans la liste.");
        }
        return refused(view, library.find(view, document.id()), form, model);
    }

    private String refused(CommunityView view, LibraryDocument document, Form form, Model model) {
        model.addAttribute("replacing", form);
        model.addAttribute("kept", files.kept(view, form));
        return page(view, document, DocumentForm.filled(document), null, model);
    }

    @PostMapping("/archive")
    String archive(CommunityView view, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        library.archive(view, new DocumentId(id));
        Flash.undoable(flash, "Le document est archivé.", view.at("/documents/" + id + "/retour"));
        return "redirect:" + view.at("/documents");
    }

    @PostMapping("/retour")
    String restore(CommunityView view, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        Flash.notice(
                flash,
                library.restore(view, new DocumentId(id)) instanceof Filing.AlreadyThere(LibraryDocument same)
                        ? "Rien n’a changé : le même fichier est déjà dans la liste, sous le titre « "
                                + same.facts().title() + " »."
                        : "Le document est de nouveau dans la liste.");
        return back(view, id);
    }

    @PostMapping("/usages")
    String attach(
            CommunityView view,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String usage,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var document = library.find(view, new DocumentId(id));
        var use = Use.ofCode(usage).orElse(null);
        if (use == null) {
            var form = Form.empty();
            form.errors().add("usage", "Choisissez à quoi ce document sert.");
            model.addAttribute("attaching", form);
            return page(view, document, DocumentForm.filled(document), null, model);
        }
        attachments.requireThing(view.id(), use);
        if (attachments.closed(use)) {
            Flash.notice(flash, CLOSED);
            return back(view, id);
        }
        attachments.attach(view, document.id(), use);
        Flash.notice(flash, "Le document est rattaché.");
        return back(view, id);
    }

    @PostMapping("/usages/retrait")
    String detach(CommunityView view, @PathVariable UUID id, @RequestParam String usage, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var use = Use.ofCode(usage).orElse(null);
        if (use != null && attachments.closed(use)) {
            Flash.notice(flash, CLOSED);
            return back(view, id);
        }
        if (use != null) {
            attachments.detach(view, new DocumentId(id), use);
        }
        Flash.notice(flash, "Le document n’y sert plus. Il reste dans les documents.");
        return back(view, id);
    }

    private String page(
            CommunityView view, LibraryDocument document, Form form, @Nullable Overtaken overtaken, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("document", document);
        model.addAttribute("versions", library.versions(document));
        model.addAttribute("uses", attachments.uses(document));
        model.addAttribute("offered", attachments.offered(document));
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("types", DocumentForm.types());
        if (!model.containsAttribute("replacing")) {
            model.addAttribute(
                    "replacing", Form.empty().set("version", document.change().version()));
            model.addAttribute("kept", null);
        }
        if (!model.containsAttribute("attaching")) {
            model.addAttribute("attaching", Form.empty());
        }
        return "library/document";
    }

    private static String back(CommunityView view, UUID id) {
        return "redirect:" + view.at("/documents/" + id);
    }
}
