package fr.maillage.dossier.instruction;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Governances;
import fr.maillage.community.Right;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.Step;
import fr.maillage.dossier.annexes.Enclosures;
import fr.maillage.dossier.completeness.Completeness;
import fr.maillage.dossier.projection.ProjectDocument;
import fr.maillage.dossier.writing.Remarks;
import fr.maillage.library.Attached;
import fr.maillage.library.Library;
import fr.maillage.rules.LegalDelay;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The last look before a deposit, and the deposit. */
@Controller
class DepositController {

    private final Deposits deposits;
    private final Dossiers dossiers;
    private final Completeness completeness;
    private final Remarks remarks;
    private final ProjectDocument projection;
    private final Comparisons comparisons;
    private final Reviews reviews;
    private final Enclosures enclosures;
    private final Library library;
    private final Governances governances;
    private final Today today;

    DepositController(
            Deposits deposits,
            Dossiers dossiers,
            Completeness completeness,
            Remarks remarks,
            ProjectDocument projection,
            Comparisons comparisons,
            Reviews reviews,
            Enclosures enclosures,
            Library library,
            Governances governances,
            Today today) {
        this.deposits = deposits;
        this.dossiers = dossiers;
        this.completeness = completeness;
        this.remarks = remarks;
        this.projection = projection;
        this.comparisons = comparisons;
        this.reviews = reviews;
        this.enclosures = enclosures;
        this.library = library;
        this.governances = governances;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/" + DossierKind.SEGMENT + "/depot")
    String prepare(CommunityView view, @PathVariable String kind, Model model) {
        view.require(Right.DEPOSIT);
        var representative = governances.of(view.id()).representative();
        var form = Form.empty()
                .set("signataire", representative == null ? null : representative.name())
                .set("qualite", representative == null ? null : representative.function())
                .set("signele", today.day());
        return page(view, kind, form, model);
    }

    private String page(CommunityView view, String kind, Form form, Model model) {
        var wanted = kind(kind);
        var dossier = dossiers.of(view.id(), wanted).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
        if (!dossier.step().writable()) {
            return "redirect:/cpts/{slug}/instruction/{kind}";
        }
        model.addAttribute("view", view);
        model.addAttribute("dossier", dossier);
        model.addAttribute("report", completeness.of(view.id(), wanted));
        model.addAttribute(
                "openRemarks",
                remarks.of(dossier.id()).stream()
                        .filter(remark -> remark.resolvedAt() == null)
                        .toList());
        model.addAttribute("delay", wanted.underLegalClock() ? LegalDelay.project(today.day()) : null);
        var annexes = enclosures.current(view.id(), dossier.id());
        model.addAttribute("since", since(dossier));
        model.addAttribute("annexes", annexes);
        model.addAttribute("annexesChanged", annexesChanged(dossier, annexes));
        model.addAttribute("signed", signedPages(view));
        model.addAttribute("form", form);
        model.addAttribute("asked", asked(dossier));
        model.addAttribute("errors", form.errors());
        return "dossier/deposit";
    }

    private boolean annexesChanged(Dossier dossier, List<Attached> annexes) {
        return reviews.deposits(dossier.id()).stream()
                .findFirst()
                .map(last -> enclosures.changedSince(last.id(), annexes))
                .orElse(false);
    }

    /** The documents that may be the page signed by hand. */
    private List<Option> signedPages(CommunityView view) {
        return library.choices(view).stream()
                .filter(document -> document.facts().type().code().equals("PAGE_SIGNEE"))
                .map(document ->
                        new Option(document.id().toString(), document.facts().title()))
                .toList();
    }

    /** What this deposit would change; null for the first one. */
    private Comparisons.@Nullable Since since(Dossier dossier) {
        return dossier.draft() == 1
                ? null
                : comparisons
                        .sinceLast(dossier.id(), FrozenSection.of(projection.draft(dossier)))
                        .orElse(null);
    }

    /** The complement that the CPTS is asked for now; null when it is asked for none. */
    private Reviews.@Nullable MoveLine asked(Dossier dossier) {
        return dossier.step() != Step.TO_COMPLETE
                ? null
                : reviews.moves(dossier.id()).stream()
                        .filter(line -> line.move() == Move.ASK_MORE)
                        .findFirst()
                        .orElse(null);
    }

    /** @param same whether the person means to deposit again what was deposited already */
    @PostMapping("/cpts/{slug}/" + DossierKind.SEGMENT + "/depot")
    String deposit(
            CommunityView view,
            @PathVariable String kind,
            @RequestParam(name = "identique", defaultValue = "false") boolean same,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.DEPOSIT);
        var form = Form.sent(typed);
        var signed = SignatureAtDeposit.read(form, today.day());
        if (!form.errors().isEmpty()) {
            return page(view, kind, form, model);
        }
        return switch (deposits.deposit(view, kind(kind), same, signed)) {
            case DepositOutcome.Deposited(Deposit deposit) -> {
                Flash.notice(
                        flash,
                        "Le dossier est déposé, version %d. L’accusé de réception est joint."
                                .formatted(deposit.ordinal()));
                yield "redirect:/cpts/{slug}/instruction/{kind}";
            }
            case DepositOutcome.AlreadyDeposited(Step _) -> "redirect:/cpts/{slug}/instruction/{kind}";
            case DepositOutcome.Unchanged(int since) -> {
                form.errors()
                        .add(
                                "identique",
                                "Rien n’a changé depuis la version %d. Cochez la case pour la déposer de nouveau."
                                        .formatted(since));
                yield page(view, kind, form, model);
            }
            case DepositOutcome.Incomplete _ -> "redirect:/cpts/{slug}/{kind}/depot";
        };
    }

    private static DossierKind kind(String path) {
        return DossierKind.ofPath(path).orElseThrow(() -> new NotFound("kind of dossier " + path));
    }
}
