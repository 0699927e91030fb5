package fr.maillage.review;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Contracts;
import fr.maillage.library.Attachments;
import fr.maillage.library.DocumentId;
import fr.maillage.library.Library;
import fr.maillage.library.Use;
import fr.maillage.review.YearlyReview.Voice;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The file of a year as its CPTS prepares it: values, proofs, spending, answers. */
@Controller
@RequestMapping("/cpts/{slug}/bilan")
class YearController {

    private final Contracts contracts;
    private final ReviewedContracts reviewed;
    private final YearlyReviews reviews;
    private final YearFiles files;
    private final YearPages pages;
    private final Library library;
    private final Attachments attachments;

    YearController(
            Contracts contracts,
            ReviewedContracts reviewed,
            YearlyReviews reviews,
            YearFiles files,
            YearPages pages,
            Library library,
            Attachments attachments) {
        this.contracts = contracts;
        this.reviewed = reviewed;
        this.reviews = reviews;
        this.files = files;
        this.pages = pages;
        this.library = library;
        this.attachments = attachments;
    }

    @GetMapping
    String years(CommunityView view, Model model) {
        var contract = contracts
                .current(view.id())
                .filter(each -> each.state() != Contract.State.DRAFT)
                .orElse(null);
        model.addAttribute("view", view);
        model.addAttribute("contract", contract);
        model.addAttribute("reviews", contract == null ? List.of() : reviews.of(contract));
        model.addAttribute(
                "former",
                reviewed.signed(view).stream()
                        .filter(each -> contract != null && !each.id().equals(contract.id()))
                        .toList());
        return "review/years";
    }

    @GetMapping("/{annee:\\d{1,2}}")
    String show(
            CommunityView view,
            @PathVariable int annee,
            @RequestParam(defaultValue = "") String contrat,
            @RequestParam(defaultValue = "") String valeur,
            Model model) {
        var contract = reviewed.find(view, annee, contrat);
        var form = Form.empty().set("id", UUID.randomUUID());
        propose(files.of(contract, annee), valeur, form);
        return pages.show(view, contract, annee, form, model);
    }

    /** A value known of an indicator fills the form of the line that pays it; nothing is said until it is sent. */
    private static void propose(YearFile file, String value, Form form) {
        var review = file.review();
        if (review == null || value.isEmpty()) {
            return;
        }
        for (var line : review.lines()) {
            file.known(line).stream()
                    .filter(known -> known.value().id().toString().equals(value))
                    .findFirst()
                    .ifPresent(known -> SaidForm.fill(form, line, known));
        }
    }

    @PostMapping("/{annee:\\d{1,2}}/valeurs/{line:[0-9a-f-]{36}}")
    String say(
            CommunityView view,
            @PathVariable int annee,
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String contrat,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = reviewed.find(view, annee, contrat);
        var review = reviews.find(contract, annee);
        var form = Form.sent(typed);
        var said = SaidForm.read(form, line);
        if (said == null) {
            return pages.show(view, contract, annee, form, model);
        }
        var outcome = reviews.say(review, line, Voice.CPTS, said, view.actor());
        if (outcome instanceof YearlyReviews.Outcome.Refused(var field, var sentence)) {
            form.errors().add(field, sentence);
            return pages.show(view, contract, annee, form, model);
        }
        return answer(view, contract, annee, outcome, "Valeur enregistrée.", flash, "#ligne-" + line);
    }

    @PostMapping("/{annee:\\d{1,2}}/preuves/{line:[0-9a-f-]{36}}")
    String prove(
            CommunityView view,
            @PathVariable int annee,
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String contrat,
            @RequestParam(defaultValue = "") String document,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = reviewed.find(view, annee, contrat);
        requireLine(contract, annee, line);
        document(document)
                .ifPresentOrElse(
                        id -> {
                            attachments.attach(view, id, new Use(Use.Kind.RESULT_PROOF, line));
                            Flash.notice(
                                    flash, "Preuve jointe. Le document reste au même endroit, avec ses autres usages.");
                        },
                        () -> Flash.notice(flash, "Choisissez le document qui prouve cette ligne."));
        return "redirect:" + view.at("/bilan/" + annee + reviewed.query(view, contract) + "#ligne-" + line);
    }

    @PostMapping("/{annee:\\d{1,2}}/preuves/{line:[0-9a-f-]{36}}/retrait")
    String unprove(
            CommunityView view,
            @PathVariable int annee,
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String contrat,
            @RequestParam(defaultValue = "") String document,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = reviewed.find(view, annee, contrat);
        requireLine(contract, annee, line);
        document(document).ifPresent(id -> attachments.detach(view, id, new Use(Use.Kind.RESULT_PROOF, line)));
        Flash.notice(flash, "Le document ne prouve plus cette ligne. Il reste dans vos documents.");
        return "redirect:" + view.at("/bilan/" + annee + reviewed.query(view, contract) + "#ligne-" + line);
    }

    /** Proofs change nothing once the review is closed. */
    private void requireLine(Contract contract, int year, UUID line) {
        var review = reviews.find(contract, year);
        if (review.closed()
                || review.lines().stream().noneMatch(each -> each.id().equals(line))) {
            throw new NotFound("open line " + line);
        }
    }

    private static java.util.Optional<DocumentId> document(String id) {
        return id.matches("[0-9a-f-]{36}")
                ? java.util.Optional.of(new DocumentId(UUID.fromString(id)))
                : java.util.Optional.empty();
    }

    @PostMapping("/{annee:\\d{1,2}}/remise")
    String hand(
            CommunityView view,
            @PathVariable int annee,
            @RequestParam(defaultValue = "") String contrat,
            RedirectAttributes flash) {
        view.require(Right.DEPOSIT);
        var contract = reviewed.find(view, annee, contrat);
        return answer(
                view,
                contract,
                annee,
                reviews.hand(view, reviews.find(contract, annee)),
                "Le dossier de l’année est remis. Vous pouvez encore répondre aux questions.",
                flash,
                "");
    }

    @PostMapping("/{annee:\\d{1,2}}/questions/{question:[0-9a-f-]{36}}")
    String reply(
            CommunityView view,
            @PathVariable int annee,
            @PathVariable UUID question,
            @RequestParam(defaultValue = "") String contrat,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = reviewed.find(view, annee, contrat);
        var form = Form.sent(typed);
        var field = "reponse-" + question;
        var reply = form.lines(field, 4000);
        if (reply.isEmpty()) {
            form.errors().add(field, "Écrivez la réponse.");
        }
        if (!form.errors().isEmpty()) {
            return pages.show(view, contract, annee, form, model);
        }
        return answer(
                view,
                contract,
                annee,
                reviews.answer(view, reviews.find(contract, annee), question, reply),
                "Réponse envoyée.",
                flash,
                "#questions");
    }

    private String answer(
            CommunityView view,
            Contract contract,
            int year,
            YearlyReviews.Outcome outcome,
            String done,
            RedirectAttributes flash,
            String anchor) {
        Flash.notice(
                flash,
                switch (outcome) {
                    case YearlyReviews.Outcome.Done _ -> done;
                    case YearlyReviews.Outcome.Closed(var by) ->
                        "Le dialogue de gestion est clos par " + by + ". Rien n’a changé.";
                    case YearlyReviews.Outcome.Refused refused -> refused.sentence();
                });
        return "redirect:" + view.at("/bilan/" + year + reviewed.query(view, contract) + anchor);
    }
}
