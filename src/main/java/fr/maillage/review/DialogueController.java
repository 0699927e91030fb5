package fr.maillage.review;

import fr.maillage.access.InstitutionView;
import fr.maillage.access.Party;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Ledgers;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.review.YearlyReview.Voice;
import fr.maillage.rules.DatedRules;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dialogue de gestion of a year as institutions hold it: line by line, notes apart, closed by the ARS or the CPAM. */
@Controller
@RequestMapping("/institutions/{slug}/contrats/{number}")
class DialogueController {

    private static final String STALE =
            "Un avenant a changé les lignes de résultats depuis l’ouverture de ce dialogue. Reprenez d’abord les lignes du texte en"
                    + " vigueur, en haut de la page.";

    private static final String AMENDED =
            "Le contrat a changé depuis que vous avez ouvert cette page (avenant, démarrage d’une mission, versement)."
                    + " Relisez le bilan, puis clôturez de nouveau.";

    private final InstitutionContracts contracts;
    private final YearlyReviews reviews;
    private final ReviewLines lines;
    private final YearFiles files;
    private final Ledgers ledgers;
    private final PrivateNotes notes;
    private final YearDownloads documents;
    private final DocumentRenderer renderer;
    private final Today today;

    DialogueController(
            InstitutionContracts contracts,
            YearlyReviews reviews,
            ReviewLines lines,
            YearFiles files,
            Ledgers ledgers,
            PrivateNotes notes,
            YearDownloads documents,
            DocumentRenderer renderer,
            Today today) {
        this.contracts = contracts;
        this.reviews = reviews;
        this.lines = lines;
        this.files = files;
        this.ledgers = ledgers;
        this.notes = notes;
        this.documents = documents;
        this.renderer = renderer;
        this.today = today;
    }

    @GetMapping
    String contract(InstitutionView view, @PathVariable String number, Model model) {
        return page(view, contracts.find(view, number), Form.empty(), model);
    }

    private String page(InstitutionView view, Contract contract, Form form, Model model) {
        model.addAttribute("institution", view.institution());
        model.addAttribute("community", contracts.community(contract));
        model.addAttribute("contract", contract);
        model.addAttribute("ledger", ledgers.of(contract));
        model.addAttribute("reviews", reviews.of(contract));
        model.addAttribute("form", form);
        model.addAttribute("decides", decides(view));
        return "review/contract";
    }

    /** The MSA reads, says values and writes notes; opening, settling and closing belong to the signatories. */
    private static boolean decides(InstitutionView view) {
        return view.institution().party() == Party.ARS || view.institution().party() == Party.CPAM;
    }

    private static void requireSignatory(InstitutionView view) {
        if (!decides(view)) {
            throw new NotFound("act of a signatory by " + view.institution().slug());
        }
    }

    @PostMapping("/dialogue/{annee:\\d{1,2}}/ouverture")
    String open(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable int annee,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        requireSignatory(view);
        var contract = contracts.find(view, number);
        if (annee < 1 || annee > contract.years()) {
            throw new NotFound("year " + annee + " of " + number);
        }
        var form = Form.sent(typed);
        var due = form.day("dossier");
        var until = form.day("contradictoire");
        var request = form.lines("demande", 4000);
        if (due == null && form.errors().message("dossier") == null) {
            form.errors().add("dossier", "Indiquez le jour où le dossier est attendu.");
        }
        if (until == null && form.errors().message("contradictoire") == null) {
            form.errors().add("contradictoire", "Indiquez la fin de l’échange contradictoire.");
        }
        if (!form.errors().isEmpty() || due == null || until == null) {
            return page(view, contract, form, model);
        }
        if (reviews.open(view, contract, annee, due, until, request)
                instanceof YearlyReviews.Outcome.Refused(var field, var sentence)) {
            form.errors().add(field, sentence);
            return page(view, contract, form, model);
        }
        Flash.notice(flash, "Dialogue de gestion ouvert. La CPTS est prévenue.");
        return to(view, number, annee, "");
    }

    @GetMapping("/dialogue/{annee:\\d{1,2}}")
    String show(InstitutionView view, @PathVariable String number, @PathVariable int annee, Model model) {
        return dialogue(view, contracts.find(view, number), annee, Form.empty(), model);
    }

    private String dialogue(InstitutionView view, Contract contract, int year, Form form, Model model) {
        var review = reviews.find(contract, year);
        model.addAttribute("institution", view.institution());
        model.addAttribute("community", contracts.community(contract));
        model.addAttribute("file", files.of(contract, year));
        model.addAttribute("review", review);
        model.addAttribute("notes", notes.of(review));
        model.addAttribute("withheld", files.decided(review, "WITHHELD"));
        model.addAttribute("earned", files.decided(review, "EARNED"));
        model.addAttribute("stale", !review.closed() && lines.stale(review));
        model.addAttribute("voice", voice(view));
        model.addAttribute("decides", decides(view));
        model.addAttribute("form", form);
        model.addAttribute("id", UUID.randomUUID().toString());
        model.addAttribute(
                "silence", Objects.requireNonNullElse(DatedRules.value("DIALOGUE_SILENCE", today.day()), "30"));
        return "review/dialogue";
    }

    private static Voice voice(InstitutionView view) {
        return Voice.valueOf(view.institution().party().name());
    }

    @PostMapping("/dialogue/{annee:\\d{1,2}}/valeurs/{line:[0-9a-f-]{36}}")
    String say(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable int annee,
            @PathVariable UUID line,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        var contract = contracts.find(view, number);
        var review = reviews.find(contract, annee);
        var form = Form.sent(typed);
        var said = SaidForm.read(form, line);
        if (said == null) {
            return dialogue(view, contract, annee, form, model);
        }
        var outcome = reviews.say(review, line, voice(view), said, view.actor());
        if (outcome instanceof YearlyReviews.Outcome.Refused(var field, var sentence)) {
            form.errors().add(field, sentence);
            return dialogue(view, contract, annee, form, model);
        }
        return done(view, number, annee, outcome, "Valeur enregistrée.", flash, "#ligne-" + line);
    }

    @PostMapping("/dialogue/{annee:\\d{1,2}}/accord/{line:[0-9a-f-]{36}}")
    String agree(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable int annee,
            @PathVariable UUID line,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        requireSignatory(view);
        var contract = contracts.find(view, number);
        var review = reviews.find(contract, annee);
        var form = Form.sent(typed);
        var value = form.decimal("convenu-" + line, 4);
        var reason = form.text("raison-" + line, 1000, "Dites comment les parties se sont accordées.");
        if (!form.errors().isEmpty()) {
            return dialogue(view, contract, annee, form, model);
        }
        var outcome = reviews.agree(
                view, review, line, value, form.ticked("prouve-" + line), reason, form.value("accord-vu-" + line));
        if (outcome instanceof YearlyReviews.Outcome.Refused(var field, var sentence)) {
            form.errors().add(field, sentence);
            return dialogue(view, contract, annee, form, model);
        }
        return done(view, number, annee, outcome, "Valeur convenue enregistrée.", flash, "#ligne-" + line);
    }

    /** Takes the lines of the text in force at the end of the year, after an amendment changed them. */
    @PostMapping("/dialogue/{annee:\\d{1,2}}/lignes")
    String follow(
            InstitutionView view, @PathVariable String number, @PathVariable int annee, RedirectAttributes flash) {
        requireSignatory(view);
        var review = reviews.find(contracts.find(view, number), annee);
        return done(
                view,
                number,
                annee,
                lines.follow(view, review),
                "Les lignes du texte en vigueur sont reprises. Les valeurs dites restent ; relisez ce qui était convenu.",
                flash,
                "");
    }

    @PostMapping("/dialogue/{annee:\\d{1,2}}/questions")
    String ask(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable int annee,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        var contract = contracts.find(view, number);
        var review = reviews.find(contract, annee);
        var form = Form.sent(typed);
        var question = form.lines("question", 2000);
        if (question.isEmpty()) {
            form.errors().add("question", "Écrivez la question.");
        }
        if (!form.errors().isEmpty()) {
            return dialogue(view, contract, annee, form, model);
        }
        return done(
                view,
                number,
                annee,
                reviews.ask(view, review, form.id(), question),
                "Question envoyée.",
                flash,
                "#questions");
    }

    @PostMapping("/dialogue/{annee:\\d{1,2}}/notes")
    String note(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable int annee,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        var contract = contracts.find(view, number);
        var review = reviews.find(contract, annee);
        var form = Form.sent(typed);
        var text = form.lines("note", 4000);
        if (text.isEmpty()) {
            form.errors().add("note", "Écrivez la note.");
        }
        if (!form.errors().isEmpty()) {
            return dialogue(view, contract, annee, form, model);
        }
        notes.add(view, review, form.id(), text);
        Flash.notice(flash, "Note gardée entre institutions. La CPTS ne la voit pas.");
        return to(view, number, annee, "#notes");
    }

    @PostMapping("/dialogue/{annee:\\d{1,2}}/reunion")
    String meet(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable int annee,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        requireSignatory(view);
        var contract = contracts.find(view, number);
        var review = reviews.find(contract, annee);
        var form = Form.sent(typed);
        var on = form.day("reunion");
        var minutes = form.lines("compte-rendu", 20_000);
        if (!form.errors().isEmpty()) {
            return dialogue(view, contract, annee, form, model);
        }
        var outcome = reviews.meet(view, review, on, minutes, form.value("reunion-vue"));
        if (outcome instanceof YearlyReviews.Outcome.Refused(var field, var sentence)) {
            form.errors().add(field, sentence);
            return dialogue(view, contract, annee, form, model);
        }
        return done(view, number, annee, outcome, "Réunion enregistrée.", flash, "#reunion");
    }

    @PostMapping("/dialogue/{annee:\\d{1,2}}/montants/{kind:obtenu|retenu}")
    String decide(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable int annee,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        requireSignatory(view);
        var contract = contracts.find(view, number);
        var review = reviews.find(contract, annee);
        var form = Form.sent(typed);
        var line = files.of(contract, annee).account().lines().stream()
                .filter(each -> code(each.agreed().key()).equals(form.value("volet")))
                .findFirst()
                .orElseThrow(() -> new NotFound("part " + form.value("volet")));
        var field = kind + "-" + form.value("volet");
        var amount = form.decimal(field, 2);
        if (amount == null && form.errors().message(field) == null) {
            form.errors().add(field, "Indiquez le montant.");
        } else if (amount != null
                && (amount.signum() < 0
                        || new Euros(amount.stripTrailingZeros().setScale(2)).compareTo(line.ceiling()) > 0)) {
            form.errors().add(field, "Le montant est entre 0 et " + French.amount(line.ceiling()) + ".");
        }
        var reason = form.text("motif-" + field, 500, "Dites pourquoi.");
        if (!form.errors().isEmpty() || amount == null) {
            return dialogue(view, contract, annee, form, model);
        }
        var outcome = reviews.decide(
                view,
                review,
                line.agreed().key(),
                kind.equals("obtenu") ? "EARNED" : "WITHHELD",
                new Outturn.Decided(new Euros(amount.stripTrailingZeros().setScale(2)), reason),
                form.value("vu"));
        if (outcome instanceof YearlyReviews.Outcome.Refused refused) {
            form.errors().add(field, refused.sentence());
            return dialogue(view, contract, annee, form, model);
        }
        return done(view, number, annee, outcome, "Montant enregistré.", flash, "#bilan");
    }

    /** {@code ACCES-FIXE}. */
    static String code(PartKey key) {
        return (key.mission() == null ? "" : key.mission() + "-") + key.part();
    }

    @PostMapping("/dialogue/{annee:\\d{1,2}}/cloture")
    String close(
            InstitutionView view,
            @PathVariable String number,
            @PathVariable int annee,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "-1") int compte,
            Model model,
            RedirectAttributes flash) {
        requireSignatory(view);
        var contract = contracts.find(view, number);
        var file = files.of(contract, annee);
        var review = Objects.requireNonNullElseGet(file.review(), () -> reviews.find(contract, annee));
        if (review.closed()) {
            Flash.notice(flash, "Ce dialogue de gestion est déjà clos par " + review.closedBy() + ".");
            return to(view, number, annee, "");
        }
        var form = Form.empty();
        var refusal = compte == contract.change().version() ? refusal(review, file, version) : AMENDED;
        if (refusal != null) {
            form.errors().add(refusal);
            return dialogue(view, contract, annee, form, model);
        }
        try {
            var withheld = positive(files.decided(review, "WITHHELD"));
            return done(
                    view,
                    number,
                    annee,
                    reviews.close(
                            view, review, review.version(), file.outturn(), withheld, report(view, file, withheld)),
                    "Dialogue de gestion clos. Le compte du contrat est à jour, la CPTS est prévenue.",
                    flash,
                    "");
        } catch (YearlyReviews.ReadSinceChanged _) {
            form.errors()
                    .add(
                            "Quelqu’un vient de changer une valeur ou le contrat. Relisez le bilan, puis clôturez de nouveau.");
            return dialogue(view, contract, annee, form, model);
        }
    }

    private @Nullable String refusal(YearlyReview review, YearFile file, String version) {
        if (!version.equals(review.mark())) {
            return "Une valeur a changé depuis que vous avez ouvert cette page. Relisez le bilan, puis clôturez de nouveau.";
        }
        if (lines.stale(review)) {
            return STALE;
        }
        if (today.day().isBefore(review.lastDay().plusDays(1))) {
            return "L’année n’est pas terminée : elle se clôt à partir du "
                    + French.date(review.lastDay().plusDays(1)) + ".";
        }
        var waits = review.lines().stream()
                .anyMatch(line -> !line.readings().containsKey(Voice.CPTS) && line.agreed() == null);
        if (waits && !today.day().isAfter(review.contradictoryUntil())) {
            return "La CPTS a jusqu’au " + French.date(review.contradictoryUntil())
                    + " pour dire ses valeurs. Attendez, ou convenez d’une valeur pour chaque ligne.";
        }
        var tooMuch = files.decided(review, "WITHHELD").entrySet().stream()
                .flatMap(decided -> file.account().line(decided.getKey()).stream()
                        .filter(line -> decided.getValue().amount().compareTo(line.ceiling()) > 0))
                .findFirst();
        if (tooMuch.isPresent()) {
            return tooMuch.get().agreed().label() + French.NBSP
                    + ": la somme retenue dépasse ce que l’année doit. Corrigez-la avant de clôturer.";
        }
        return file.outturn().parts().stream()
                .filter(part -> part.earned() == null)
                .map(part -> part.line().agreed().label() + French.NBSP + ": " + part.why())
                .findFirst()
                .orElse(null);
    }

    private static Map<PartKey, Outturn.Decided> positive(Map<PartKey, Outturn.Decided> all) {
        var positive = new HashMap<PartKey, Outturn.Decided>();
        all.forEach((key, decided) -> {
            if (!decided.amount().isZero()) {
                positive.put(key, decided);
            }
        });
        return positive;
    }

    private YearlyReviews.Report report(InstitutionView view, YearFile file, Map<PartKey, Outturn.Decided> withheld) {
        var bytes = new ByteArrayOutputStream();
        try {
            var by = view.actor().name() + ", " + view.institution().name();
            renderer.pdf(documents.closing(file, new YearDocument.Closing(by, withheld)), bytes);
            var pdf = bytes.toByteArray();
            var sha = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
            return new YearlyReviews.Report(pdf, sha);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String done(
            InstitutionView view,
            String number,
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
                        "Ce dialogue de gestion est déjà clos par " + by + ". Rien n’a changé.";
                    case YearlyReviews.Outcome.Refused refused -> refused.sentence();
                });
        return to(view, number, year, anchor);
    }

    private static String to(InstitutionView view, String number, int year, String anchor) {
        return "redirect:/institutions/" + view.institution().slug() + "/contrats/" + number + "/dialogue/" + year
                + anchor;
    }
}
