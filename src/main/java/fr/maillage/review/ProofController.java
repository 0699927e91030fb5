package fr.maillage.review;

import fr.maillage.access.InstitutionView;
import fr.maillage.library.FileAnswer;
import fr.maillage.review.ReviewProofs.Proof;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The proofs of a year as institutions read them: opened one by one, sampled, found conform or not. */
@Controller
@RequestMapping("/institutions/{slug}/contrats/{number}/dialogue/{annee:\\d{1,2}}/preuves")
class ProofController {

    private final InstitutionContracts contracts;
    private final YearlyReviews reviews;
    private final ReviewProofs proofs;
    private final ProofChecks checks;
    private final FileAnswer answer;

    ProofController(
            InstitutionContracts contracts,
            YearlyReviews reviews,
            ReviewProofs proofs,
            ProofChecks checks,
            FileAnswer answer) {
        this.contracts = contracts;
        this.reviews = reviews;
        this.proofs = proofs;
        this.checks = checks;
        this.answer = answer;
    }

    @GetMapping
    String list(InstitutionView view, @PathVariable String number, @PathVariable int annee, Model model) {
        return page(view, find(view, number, annee), Form.empty(), model);
    }

    private YearlyReview find(InstitutionView view, String number, int year) {
        return reviews.find(contracts.find(view, number), year);
    }

    private String page(InstitutionView view, YearlyReview review, Form form, Model model) {
        model.addAttribute("institution", view.institution());
        model.addAttribute("community", contracts.community(review.contract()));
        model.addAttribute("review", review);
        model.addAttribute("proofs", proofs.of(review));
        model.addAttribute("samples", checks.of(review));
        model.addAttribute("form", form);
        model.addAttribute("id", form.value("id").isEmpty() ? UUID.randomUUID().toString() : form.value("id"));
        return "review/proofs";
    }

    @GetMapping("/{preuve:[0-9a-f-]{36}}")
    void open(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable int annee,
            @PathVariable UUID preuve,
            HttpServletResponse response)
            throws IOException {
        var file = proofs.open(view, find(view, number, annee), preuve).file();
        answer.send(response, file.fileName(), file.format(), file.size(), file.sha256());
    }

    @PostMapping("/tirage")
    String draw(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable int annee,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        var review = find(view, number, annee);
        var among = proofs.of(review);
        var form = Form.sent(typed);
        var way = way(form);
        if (way == null) {
            form.errors().add("tirage", "Choisissez les preuves à contrôler.");
            return page(view, review, form, model);
        }
        var seed = way == ProofChecks.Way.RANDOM ? seed(form) : null;
        var drawn = switch (way) {
            case ALL -> among;
            case CHOSEN ->
                among.stream()
                        .filter(proof -> form.values("preuve").contains(proof.code()))
                        .toList();
            case RANDOM -> random(form, seed, among);
        };
        if (drawn.isEmpty() && form.errors().isEmpty()) {
            form.errors().add("preuve", "Cochez au moins une preuve.");
        }
        if (!form.errors().isEmpty()) {
            return page(view, review, form, model);
        }
        return done(
                view,
                number,
                annee,
                checks.draw(view, review, form.id(), way, seed, drawn, among.size()),
                "Contrôle demandé. La CPTS voit quelles preuves sont contrôlées.",
                flash);
    }

    private static ProofChecks.@Nullable Way way(Form form) {
        return Arrays.stream(ProofChecks.Way.values())
                .filter(each -> each.name().equals(form.value("tirage")))
                .findFirst()
                .orElse(null);
    }

    private static String seed(Form form) {
        var typed = form.value("graine").strip();
        if (!typed.isEmpty() && !typed.matches("[0-9]{1,18}")) {
            form.errors().add("graine", "La graine est un nombre entier, de 18 chiffres au plus.");
        }
        return typed.isEmpty() ? String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000)) : typed;
    }

    private static List<Proof> random(Form form, @Nullable String seed, List<Proof> among) {
        var wrong = "Le nombre à tirer est entre 1 et " + among.size() + ".";
        var count = form.whole("nombre", 1, among.size(), wrong);
        if (count == null || seed == null) {
            if (form.errors().message("nombre") == null) {
                form.errors().add("nombre", wrong);
            }
            return List.of();
        }
        return ProofDraw.draw(among, seed, count.intValue());
    }

    @PostMapping("/constats/{constat:[0-9a-f-]{36}}")
    String found(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable int annee,
            @PathVariable UUID constat,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String empreinte,
            Model model,
            RedirectAttributes flash) {
        var review = find(view, number, annee);
        var proof = proofs.of(review).stream()
                .filter(each -> Optional.ofNullable(each.check())
                        .map(ProofCheck::id)
                        .filter(constat::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new NotFound("check " + constat + " of review " + review.id()));
        var form = Form.sent(typed);
        var finding = Arrays.stream(ProofCheck.Finding.values())
                .filter(each -> each.name().equals(form.value("constat-" + constat)))
                .findFirst()
                .orElse(null);
        var reason = form.lines("motif-" + constat, 1000);
        if (finding == null) {
            form.errors().add("constat-" + constat, "Choisissez le constat.");
        } else if (finding != ProofCheck.Finding.CONFORM && reason.isBlank()) {
            form.errors().add("motif-" + constat, "Dites pourquoi : la CPTS le lira.");
        }
        if (finding == null || !form.errors().isEmpty()) {
            return page(view, review, form, model);
        }
        return done(
                view,
                number,
                annee,
                checks.find(view, review, proof, version, empreinte, finding, reason),
                "Constat enregistré. La CPTS le lit.",
                flash);
    }

    private static String done(
            InstitutionView view,
            String number,
            int year,
            ProofChecks.Outcome outcome,
            String done,
            RedirectAttributes flash) {
        Flash.notice(
                flash,
                switch (outcome) {
                    case ProofChecks.Outcome.Done _ -> done;
                    case ProofChecks.Outcome.Overtaken _ ->
                        "Un autre constat a été enregistré, ou le fichier a été remplacé, depuis que vous avez ouvert cette page. Rien n’a changé : relisez, puis recommencez.";
                    case ProofChecks.Outcome.Closed(var by) ->
                        "Ce dialogue de gestion est clos par " + by + ". Rien n’a changé.";
                });
        return "redirect:/institutions/" + view.institution().slug() + "/contrats/" + number + "/dialogue/" + year
                + "/preuves";
    }
}
