package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.Datum;
import fr.maillage.diagnosis.AplValue;
import fr.maillage.diagnosis.DatasetEdition;
import fr.maillage.diagnosis.Figure;
import fr.maillage.diagnosis.Measure;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.documents.Workbook;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All figures of a portrait with their sources, to compute with: a missing value is an empty cell with its reason beside. */
final class PortraitWorkbook {

    private PortraitWorkbook() {}

    static Workbook of(Portrait portrait) {
        return new Workbook(
                "Portrait de territoire, " + portrait.name(),
                List.of(
                        indicators(portrait),
                        professions(portrait),
                        establishments(portrait),
                        access(portrait),
                        communes(portrait),
                        definitions(portrait),
                        sources(portrait)));
    }

    private static Spreadsheet indicators(Portrait portrait) {
        var diagnosis = portrait.diagnosis();
        List<List<Cell>> rows = new ArrayList<>();
        for (var measure : diagnosis.measures()) {
            rows.add(row(measure, "Territoire", measure.territory()));
            measure.contexts()
                    .forEach(context -> rows.add(row(measure, context.zone().name(), context.figure())));
            rows.add(row(measure, diagnosis.departement().name(), measure.departement()));
            rows.add(row(measure, diagnosis.region().name(), measure.region()));
            rows.add(row(measure, "France", measure.france()));
        }
        return new Spreadsheet(
                "Indicateurs",
                List.of("Une valeur qui manque laisse sa cellule vide et dit son motif."),
                List.of(
                        "Code",
                        "Intitulé",
                        "Thème",
                        "Zone",
                        "Valeur",
                        "Au moins",
                        "Au plus",
                        "Unité",
                        "Motif",
                        "Écart avec la zone (%)",
                        "Période",
                        "Source",
                        "Édition",
                        "Choix de l’équipe"),
                rows);
    }

    private static List<Cell> row(Measure measure, String zone, Figure figure) {
        var indicator = measure.indicator();
        var from = figure.from();
        var gap = measure.gaps().stream()
                .filter(known -> known.with().name().equals(zone))
                .map(known -> known.percent().setScale(1, java.math.RoundingMode.HALF_UP))
                .findFirst()
                .orElse(null);
        var between = figure instanceof Figure.Between interval ? interval : null;
        var value = figure.known();
        var choice = measure.choice();
        return List.of(
                Cell.text(indicator.code()),
                Cell.text(indicator.title()),
                Cell.text(indicator.theme().label()),
                Cell.text(zone),
                Cell.decimal(value == null ? null : rounded(value, indicator.decimals())),
                Cell.decimal(between == null ? null : rounded(between.low(), indicator.decimals())),
                Cell.decimal(between == null ? null : rounded(between.high(), indicator.decimals())),
                Cell.text(indicator.unit()),
                Cell.text(reason(figure)),
                Cell.decimal(gap),
                Cell.text(from == null ? null : from.period()),
                Cell.text(from == null ? null : from.title()),
                Cell.text(from == null ? null : from.vintage()),
                Cell.text(choice == null ? null : choice.reason()));
    }

    private static @Nullable String reason(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> known.caution();
            case Figure.Between between -> between.reason();
            case Figure.Absent absent -> absent.words();
        };
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, java.math.RoundingMode.HALF_UP);
    }

    private static Spreadsheet professions(Portrait portrait) {
        var diagnosis = portrait.diagnosis();
        return new Spreadsheet(
                "Professionnels",
                notes(portrait.professionsMissing(), portrait.edition("rpps")),
                List.of(
                        "Code",
                        "Profession",
                        "Personnes",
                        "Libérales",
                        "Salariées",
                        "Libérales pour 10" + French.NBSP + "000 habitants",
                        "Densité, " + diagnosis.departement().name(),
                        "Densité, " + diagnosis.region().name(),
                        "Densité, France"),
                portrait.professions().stream()
                        .map(profession -> {
                            List<Cell> cells = new ArrayList<>(List.of(
                                    Cell.text(profession.code()),
                                    Cell.text(profession.label()),
                                    Cell.whole(profession.persons()),
                                    Cell.whole(profession.liberals()),
                                    Cell.whole(profession.salaried())));
                            profession.densities().forEach(datum -> cells.add(cell(datum, 2)));
                            return cells;
                        })
                        .toList());
    }

    private static Cell cell(Datum datum, int decimals) {
        return switch (datum) {
            case Datum.Known(var value) -> Cell.decimal(rounded(value, decimals));
            case Datum.Between between ->
                Cell.text(rounded(between.low(), decimals) + " à " + rounded(between.high(), decimals));
            case Datum.Missing(var reason) -> Cell.text(reason);
        };
    }

    private static List<String> notes(@Nullable String missing, @Nullable DatasetEdition edition) {
        List<String> notes = new ArrayList<>();
        if (missing != null) {
            notes.add(missing);
        }
        if (edition != null) {
            notes.add("Source" + French.NBSP + ": " + edition.words());
        }
        return notes;
    }

    private static Spreadsheet establishments(Portrait portrait) {
        return new Spreadsheet(
                "Établissements",
                notes(portrait.establishmentsMissing(), portrait.edition("finess")),
                List.of(
                        "Code",
                        "Catégorie",
                        "Nombre",
                        "Places",
                        "Nombre, " + portrait.diagnosis().departement().name()),
                portrait.categories().stream()
                        .map(category -> {
                            var places = category.here().places();
                            return List.of(
                                    Cell.text(category.here().code()),
                                    Cell.text(category.here().label()),
                                    Cell.whole(category.here().number()),
                                    places == null ? Cell.EMPTY : Cell.whole(places),
                                    cell(category.departement(), 0));
                        })
                        .toList());
    }

    private static Spreadsheet access(Portrait portrait) {
        List<List<Cell>> rows = new ArrayList<>();
        for (var value : portrait.apl()) {
            switch (value.result()) {
                case AplValue.Absent(var reason) ->
                    rows.add(List.of(
                            Cell.text(value.label()),
                            Cell.EMPTY,
                            Cell.text("Territoire"),
                            Cell.EMPTY,
                            Cell.text(value.unit()),
                            Cell.EMPTY,
                            Cell.text(reason)));
                case AplValue.Computed computed -> {
                    rows.add(List.of(
                            Cell.text(value.label()),
                            Cell.EMPTY,
                            Cell.text("Territoire"),
                            Cell.decimal(PortraitMaps.rounded(computed.value())),
                            Cell.text(value.unit()),
                            Cell.whole(portrait.population()),
                            Cell.EMPTY));
                    computed.communes()
                            .forEach(commune -> rows.add(List.of(
                                    Cell.text(value.label()),
                                    Cell.text(commune.code()),
                                    Cell.text(commune.name()),
                                    Cell.decimal(PortraitMaps.rounded(commune.value())),
                                    Cell.text(value.unit()),
                                    Cell.whole(commune.inhabitants()),
                                    commune.atTheEdge()
                                            ? Cell.text("au bord de l’annuaire chargé : valeur sous-estimée")
                                            : Cell.EMPTY)));
                }
            }
        }
        List<String> notes = new ArrayList<>();
        portrait.apl().stream()
                .flatMap(value -> value.parameters().stream()
                        .map(parameter ->
                                value.label() + ", " + parameter.name() + French.NBSP + ": " + parameter.words() + " ("
                                        + parameter.source() + ", " + parameter.reliability() + ")."))
                .forEach(notes::add);
        return new Spreadsheet(
                "APL", notes, List.of("Profession", "Code", "Zone", "Valeur", "Unité", "Habitants", "Remarque"), rows);
    }

    private static Spreadsheet communes(Portrait portrait) {
        return new Spreadsheet(
                "Communes",
                List.of(
                        "Insee, populations de référence "
                                + portrait.diagnosis().populationVintage() + ".",
                        "Distance à vol d’oiseau au service d’urgences le plus proche" + French.NBSP
                                + ": table communale."),
                List.of(
                        "Code",
                        "Commune",
                        "Intercommunalité",
                        "Population",
                        "Distance aux urgences (km)",
                        "Généralistes libéraux"),
                portrait.communes().stream()
                        .map(commune -> {
                            var epci = commune.epci();
                            var population = commune.population();
                            return List.of(
                                    Cell.text(commune.code()),
                                    Cell.text(commune.name()),
                                    Cell.text(epci == null ? null : French.printed(epci.name())),
                                    population == null ? Cell.EMPTY : Cell.whole(population),
                                    cell(
                                            portrait.distances()
                                                    .getOrDefault(commune.code(), new Datum.Missing("non publié")),
                                            1),
                                    portrait.professionsMissing() == null
                                            ? Cell.whole(portrait.generalists().getOrDefault(commune.code(), 0))
                                            : Cell.text("non couvert"));
                        })
                        .toList());
    }

    private static Spreadsheet definitions(Portrait portrait) {
        return new Spreadsheet(
                "Définitions",
                List.of(),
                List.of("Code", "Intitulé", "Définition", "Comment la valeur est faite", "Petits effectifs", "Limites"),
                portrait.diagnosis().measures().stream()
                        .map(measure -> List.of(
                                Cell.text(measure.indicator().code()),
                                Cell.text(measure.indicator().title()),
                                Cell.text(measure.indicator().definition()),
                                Cell.text(measure.feed().making().sentence()),
                                Cell.text(measure.indicator().smallNumbers()),
                                Cell.text(measure.indicator().limits())))
                        .toList());
    }

    private static Spreadsheet sources(Portrait portrait) {
        List<List<Cell>> rows = new ArrayList<>();
        portrait.sources()
                .forEach(edition -> rows.add(List.of(
                        Cell.text(edition.dataset().title()),
                        Cell.text(edition.dataset().producer()),
                        Cell.text(edition.vintage()),
                        Cell.text(edition.dataset().licence()),
                        Cell.text(edition.dataset().attribution()),
                        Cell.text(edition.dataset().href()))));
        portrait.missing()
                .forEach(descriptor -> rows.add(List.of(
                        Cell.text(descriptor.title()),
                        Cell.text(descriptor.producer()),
                        Cell.text("non chargé"),
                        Cell.text(descriptor.licence()),
                        Cell.text(descriptor.attribution()),
                        Cell.text(descriptor.href()))));
        return new Spreadsheet(
                "Sources",
                List.of("Portrait fait le " + French.date(portrait.day()) + " avec Maillage."),
                List.of("Jeu", "Producteur", "Millésime", "Licence", "Mention", "Adresse"),
                rows);
    }
}
