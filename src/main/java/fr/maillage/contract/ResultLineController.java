package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.indicators.Catalogue;
import fr.maillage.rules.aci.ResultLine;
import fr.maillage.rules.aci.ResultLine.Direction;
import fr.maillage.rules.aci.ResultLine.Slope;
import fr.maillage.rules.aci.ResultLine.Tier;
import fr.maillage.shared.Euros;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** The lines of results of the text in preparation: what each indicator pays, tier by tier. */
@Controller
@RequestMapping("/cpts/{slug}/contrat/preparation/resultats")
class ResultLineController {

    /** As many tiers as any annex read has, and one more. */
    private static final int TIERS = 4;

    private static final String PROPORTION = "PROPORTION";

    private final Contracts contracts;
    private final ResultLines lines;
    private final Catalogue catalogue;

    ResultLineController(Contracts contracts, ResultLines lines, Catalogue catalogue) {
        this.contracts = contracts;
        this.lines = lines;
        this.catalogue = catalogue;
    }

    @GetMapping
    String show(CommunityView view, Model model) {
        view.require(Right.READ);
        return page(
                view, prepared(view), Form.empty().set("id", UUID.randomUUID()).set("modele", "PALIERS"), model);
    }

    @PostMapping
    String add(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var contract = prepared(view);
        var form = Form.sent(typed);
        var line = read(form, contract.draft().orElseThrow(), catalogue.options(view.id()));
        if (line == null) {
            return page(view, contract, form, model);
        }
        return switch (lines.add(view, contract.id(), line)) {
            case ResultLines.Outcome.Done _ -> {
                Flash.notice(flash, "Ligne ajoutée.");
                yield "redirect:" + view.at("/contrat/preparation/resultats");
            }
            case ResultLines.Outcome.Refused(var sentence) -> {
                form.errors().add(sentence);
                yield page(view, contract, form, model);
            }
        };
    }

    @PostMapping("/{line:[0-9a-f-]{36}}/retrait")
    String remove(CommunityView view, @PathVariable UUID line, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var outcome = lines.remove(view, prepared(view).id(), line);
        Flash.notice(flash, outcome instanceof ResultLines.Outcome.Refused(var sentence) ? sentence : "Ligne retirée.");
        return "redirect:" + view.at("/contrat/preparation/resultats");
    }

    private @Nullable ContractLine read(Form form, Terms draft, List<Option> known) {
        var mission = form.choice("mission", draft::mission, "Choisissez la mission.");
        var label = form.text("intitule", 200, "Dites ce que la ligne mesure.");
        var indicator = form.value("indicateur").isEmpty() ? null : form.value("indicateur");
        if (indicator != null
                && known.stream().noneMatch(option -> option.value().equals(indicator))) {
            form.errors().add("indicateur", "Choisissez l’indicateur dans la liste.");
        }
        var code = form.value("code").strip().toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9_]{1,40}")) {
            form.errors().add("code", "Donnez un code court, en lettres sans accent, chiffres ou _.");
        }
        var unit = form.free("unite", 40);
        var baseline = form.decimal("depart", 4);
        var baselineOn = form.day("depart-le");
        var rule = form.value("modele").equals(PROPORTION)
                ? inProportion(form, mission, code, baseline)
                : byTiers(form, mission, code);
        var source = form.free("source", 200);
        var proof = form.free("preuve", 200);
        if (!form.errors().isEmpty() || rule == null) {
            return null;
        }
        return new ContractLine(form.id(), rule, label, indicator, unit, stripped(baseline), baselineOn, source, proof);
    }

    private static @Nullable ResultLine byTiers(Form form, Terms.@Nullable MissionLine mission, String code) {
        var direction = form.choice("sens", Direction::ofCode, "Dites si l’indicateur doit monter ou descendre.");
        var tiers = new ArrayList<Tier>();
        for (int i = 1; i <= TIERS; i++) {
            var threshold = form.decimal("seuil-" + i, 4);
            var amount = form.decimal("montant-" + i, 2);
            if (threshold == null && amount == null) {
                continue;
            }
            if (threshold == null || amount == null || !payable(amount)) {
                form.errors().add("montant-" + i, "Un palier a un seuil et un montant plus grand que zéro.");
                continue;
            }
            tiers.add(new Tier(threshold, euros(amount)));
        }
        if (tiers.isEmpty() && form.errors().isEmpty()) {
            form.errors().add("seuil-1", "Donnez au moins un palier : la valeur à atteindre et ce qu’elle paie.");
        }
        if (mission == null || direction == null || tiers.isEmpty()) {
            return null;
        }
        var maximum = tiers.stream().map(Tier::amount).max(Euros::compareTo).orElseThrow();
        var rule = new ResultLine(mission.mission(), code, maximum, tiers, direction);
        rule.faults().forEach(fault -> form.errors().add("seuil-1", fault));
        return rule;
    }

    private static @Nullable ResultLine inProportion(
            Form form, Terms.@Nullable MissionLine mission, String code, @Nullable BigDecimal baseline) {
        var target = form.decimal("cible", 4);
        var maximum = form.decimal("maximum", 2);
        if (baseline == null) {
            form.errors().add("depart", "Donnez la valeur de départ : le paiement se compte à partir d’elle.");
        }
        if (target == null) {
            form.errors().add("cible", "Donnez la valeur à atteindre pour être payé en entier.");
        }
        if (maximum == null || !payable(maximum)) {
            form.errors().add("maximum", "Donnez ce que la ligne paie au plus, un montant plus grand que zéro.");
        }
        if (baseline == null
                || target == null
                || maximum == null
                || mission == null
                || !form.errors().isEmpty()) {
            return null;
        }
        if (baseline.compareTo(target) == 0) {
            form.errors().add("cible", "La cible est égale à la valeur de départ : il n’y a pas de chemin à mesurer.");
            return null;
        }
        return new ResultLine(mission.mission(), code, euros(maximum), new Slope(baseline, target));
    }

    private static boolean payable(BigDecimal amount) {
        return amount.signum() > 0 && amount.precision() - amount.scale() <= 7;
    }

    private static Euros euros(BigDecimal amount) {
        return new Euros(amount.stripTrailingZeros().setScale(2));
    }

    private static @Nullable BigDecimal stripped(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    private String page(CommunityView view, Contract contract, Form form, Model model) {
        var draft = contract.draft().orElseThrow();
        model.addAttribute("view", view);
        model.addAttribute("terms", draft);
        model.addAttribute("form", form);
        model.addAttribute("faults", ResultLines.faults(draft));
        model.addAttribute(
                "missions",
                draft.missions().stream()
                        .map(line -> new Option(line.mission(), line.title()))
                        .toList());
        model.addAttribute("indicators", catalogue.options(view.id()));
        return "contract/resultLines";
    }

    private Contract prepared(CommunityView view) {
        return contracts.of(view.id()).stream()
                .filter(contract -> contract.draft().isPresent())
                .findFirst()
                .orElseThrow(() -> new NotFound("terms in preparation of " + view.slug()));
    }
}
