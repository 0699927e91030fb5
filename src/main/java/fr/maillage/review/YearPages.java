package fr.maillage.review;

import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.funds.Fundings;
import fr.maillage.library.Library;
import fr.maillage.rules.DatedRules;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a year, shown again by each of its forms with what was typed. */
@Component
class YearPages {

    private final ReviewedContracts reviewed;
    private final YearFiles files;
    private final ProofChecks checks;
    private final Library library;
    private final Fundings fundings;

    YearPages(ReviewedContracts reviewed, YearFiles files, ProofChecks checks, Library library, Fundings fundings) {
        this.reviewed = reviewed;
        this.files = files;
        this.checks = checks;
        this.library = library;
        this.fundings = fundings;
    }

    String show(CommunityView view, Contract contract, int year, Form form, Model model) {
        var file = files.of(contract, year);
        model.addAttribute("view", view);
        model.addAttribute("file", file);
        model.addAttribute("query", reviewed.query(view, contract));
        model.addAttribute("samples", file.review() == null ? List.of() : checks.of(file.review()));
        model.addAttribute("form", form);
        model.addAttribute("missions", missions(contract));
        model.addAttribute(
                "natures",
                Arrays.stream(Spendings.Nature.values())
                        .map(nature -> new Option(nature.name(), nature.label()))
                        .toList());
        model.addAttribute("grants", fundings.options(view.id()));
        model.addAttribute(
                "documents",
                library.choices(view).stream()
                        .map(document -> new Option(
                                document.id().value().toString(),
                                document.facts().title()))
                        .toList());
        model.addAttribute(
                "silence", Objects.requireNonNullElse(DatedRules.value("DIALOGUE_SILENCE", files.today()), "30"));
        return "review/year";
    }

    /** What a spending may be for: the operating money, then each mission of the contract. */
    static List<Option> missions(Contract contract) {
        var options = new ArrayList<Option>();
        options.add(new Option("FONCTIONNEMENT", "Fonctionnement"));
        contract.signed().stream()
                .flatMap(terms -> terms.missions().stream())
                .filter(mission ->
                        options.stream().noneMatch(option -> option.value().equals(mission.mission())))
                .forEach(mission -> options.add(new Option(mission.mission(), mission.title())));
        return options;
    }
}
