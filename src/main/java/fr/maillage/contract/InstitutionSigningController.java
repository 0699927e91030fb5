package fr.maillage.contract;

import fr.maillage.access.InstitutionView;
import fr.maillage.community.Communities;
import fr.maillage.library.Attached;
import fr.maillage.library.FileAnswer;
import fr.maillage.library.Received;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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

/** An institution reads the text that the CPTS signed, and records its own signature. */
@Controller
@RequestMapping("/institutions/{slug}/contrats/{number}")
class InstitutionSigningController {

    private final InstitutionSigning signing;
    private final SignedFiles files;
    private final ContractDownloads downloads;
    private final Communities communities;
    private final Received received;
    private final FileAnswer answer;
    private final Today today;

    InstitutionSigningController(
            InstitutionSigning signing,
            SignedFiles files,
            ContractDownloads downloads,
            Communities communities,
            Received received,
            FileAnswer answer,
            Today today) {
        this.signing = signing;
        this.files = files;
        this.downloads = downloads;
        this.communities = communities;
        this.received = received;
        this.answer = answer;
        this.today = today;
    }

    @GetMapping("/signature")
    String show(InstitutionView view, @PathVariable String number, Model model) {
        var text = signing.find(view, number);
        var form = Form.empty().set("version", text.terms().change().version()).set("date", today.day());
        return page(view, text, form, model);
    }

    @GetMapping("/texte.pdf")
    ResponseEntity<byte[]> text(InstitutionView view, @PathVariable String number) throws IOException {
        var text = signing.find(view, number);
        return downloads.file(number, text.contract(), text.terms(), "pdf");
    }

    @PostMapping("/signature")
    String sign(
            InstitutionView view,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        var party = InstitutionSigning.signatory(view)
                .orElseThrow(
                        () -> new NotFound("signature of " + view.institution().slug()));
        var text = signing.find(view, number);
        var form = Form.sent(typed);
        var file = file(view, text, form, fichier);
        var signature = SigningController.read(form, party);
        if (signature == null || !form.errors().isEmpty()) {
            return page(view, text, form, model);
        }
        return switch (signing.sign(view, text, form.version(), signature, file)) {
            case Signing.Outcome.Recorded(var complete) -> {
                Flash.notice(
                        flash,
                        complete
                                ? "Les trois signatures sont enregistrées. Le texte ne change plus."
                                : "Signature enregistrée.");
                yield back(view, number);
            }
            case Signing.Outcome.AlreadyThere(var known) -> {
                Flash.notice(
                        flash,
                        "Cette signature est déjà enregistrée\u00A0: " + known.name() + ", le "
                                + French.date(known.signedOn()) + ". Rien n’a changé.");
                yield back(view, number);
            }
            case Signing.Outcome.Changed _ -> {
                form.errors().add("Le texte vient de changer. Relisez-le avant d’enregistrer votre signature.");
                form.set("version", text.terms().change().version());
                yield page(view, text, form, model);
            }
            case Signing.Outcome.Refused(var field, var sentence) -> {
                if (field == null) {
                    form.errors().add(sentence);
                } else {
                    form.errors().add(field, sentence);
                }
                yield page(view, text, form, model);
            }
        };
    }

    private static String back(InstitutionView view, String number) {
        return "redirect:/institutions/" + view.institution().slug() + "/contrats/" + number + "/signature";
    }

    /** The file just sent, or the one that an earlier sending of this form left here. */
    private Received.@Nullable File file(
            InstitutionView view, InstitutionSigning.Text text, Form form, @Nullable MultipartFile sent)
            throws IOException {
        var filer = InstitutionSigning.filer(view, text.contract());
        if (sent == null || sent.isEmpty()) {
            return received.find(filer, form.value("recu")).orElse(null);
        }
        return switch (received.take(filer, sent)) {
            case Received.Outcome.Kept(var file) -> {
                form.set("recu", file.id());
                yield file;
            }
            case Received.Outcome.Refused(var sentence) -> {
                form.errors().add("fichier", sentence);
                yield null;
            }
        };
    }

    /** A signed paper of this contract, and no other document of the CPTS. */
    @GetMapping("/signature/{document:[0-9a-f-]{36}}")
    void open(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable UUID document,
            HttpServletResponse response)
            throws IOException {
        var file = files.of(signing.find(view, number).contract()).values().stream()
                .flatMap(java.util.List::stream)
                .map(Attached::document)
                .filter(each -> each.id().value().equals(document))
                .findFirst()
                .orElseThrow(() -> new NotFound("signed paper " + document + " of " + number))
                .file();
        answer.send(response, file.fileName(), file.format(), file.size(), file.sha256());
    }

    private String page(InstitutionView view, InstitutionSigning.Text text, Form form, Model model) {
        model.addAttribute("institution", view.institution());
        model.addAttribute("community", communities.find(text.contract().community()));
        model.addAttribute("contract", text.contract());
        model.addAttribute("terms", text.terms());
        model.addAttribute("files", files.of(text.contract()));
        model.addAttribute("party", InstitutionSigning.signatory(view).orElse(null));
        model.addAttribute(
                "kept",
                received.find(InstitutionSigning.filer(view, text.contract()), form.value("recu"))
                        .map(Received.File::name)
                        .orElse(null));
        model.addAttribute("form", form);
        return "contract/institutionSignature";
    }
}
