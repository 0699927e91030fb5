package fr.maillage.project.actions;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.project.Action;
import fr.maillage.project.StructuredProject;
import fr.maillage.rules.Mission;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The list of actions, searched, sorted, filtered, paged and exported. A project has a few dozens of them, already read
 * whole: no second query.
 */
@Component
class ActionList {

    static final ListSpec SPEC = ListSpec.sortedBy("numero", "numero")
            .column("titre", "titre")
            .column("debut", "debut")
            .column("etat", "etat")
            .filters("mission", "etat");

    private static final Map<String, Comparator<Action>> ORDERS = Map.of(
            "numero", Comparator.comparingInt(Action::number),
            "titre", Comparator.comparing(action -> plain(action.facts().title())),
            "debut",
                    Comparator.comparing(
                            action -> action.facts().startsOn(),
                            Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())),
            "etat", Comparator.comparing(action -> action.facts().state()));

    private final Today today;

    ActionList(Today today) {
        this.today = today;
    }

    Listing<Action> page(StructuredProject project, ListQuery query) {
        var rows = rows(project, query);
        return query.listing(
                rows.stream().skip(query.offset()).limit(query.size()).toList(), rows.size());
    }

    Spreadsheet sheet(StructuredProject project, String name, ListQuery query) {
        return new Spreadsheet(
                "Actions",
                List.of(name + ", fiches action au " + French.date(today.day()), "Saisie par la CPTS dans Maillage"),
                List.of(
                        "Numéro",
                        "Titre",
                        "Missions",
                        "Objectif opérationnel",
                        "Public bénéficiaire",
                        "Pilotage",
                        "Acteurs associés",
                        "Début",
                        "Fin prévue",
                        "Indicateurs",
                        "État"),
                rows(project, query).stream().map(ActionList::cells).toList());
    }

    private static List<Cell> cells(Action action) {
        var facts = action.facts();
        return List.of(
                Cell.whole(action.number()),
                Cell.text(facts.title()),
                Cell.text(action.missions().stream().map(Mission::title).collect(Collectors.joining(", "))),
                Cell.text(action.objectiveTitle()),
                Cell.text(facts.beneficiaries()),
                Cell.text(action.pilotName()),
                Cell.text(String.join(", ", action.partnerNames())),
                Cell.day(facts.startsOn()),
                Cell.day(facts.endsOn()),
                Cell.text(facts.indicators().stream()
                        .map(indicator -> indicator.label())
                        .collect(Collectors.joining(" ; "))),
                Cell.text(facts.state().label()));
    }

    private static List<Action> rows(StructuredProject project, ListQuery query) {
        var order = ORDERS.getOrDefault(query.sort(), Comparator.comparingInt(Action::number));
        var search = plain(query.search());
        var mission = query.filter("mission");
        var state = query.filter("etat");
        return project.actions().stream()
                .filter(action -> mission == null
                        || action.missions().stream()
                                .anyMatch(held -> held.code().equals(mission)))
                .filter(action -> state == null || action.facts().state().name().equals(state))
                .filter(action -> plain(words(action)).contains(search))
                .sorted((query.descending() ? order.reversed() : order).thenComparingInt(Action::number))
                .toList();
    }

    private static String words(Action action) {
        return String.join(
                " ",
                action.facts().title(),
                String.valueOf(action.number()),
                action.pilotName() == null ? "" : action.pilotName(),
                String.join(" ", action.partnerNames()),
                action.facts().beneficiaries());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
