package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.Datum;
import fr.maillage.charts.Unit;
import fr.maillage.diagnosis.AplValue;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import fr.maillage.territory.Commune;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of a portrait. Every row says where its figures come from. */
final class PortraitTables {

    private static final Unit DENSITY = Unit.of("", 1);
    private static final int MOST_PROFESSIONS = 12;
    private static final int MOST_CATEGORIES = 8;

    private final Portrait portrait;
    private final Set<String> cited = new HashSet<>();

    PortraitTables(Portrait portrait) {
        this.portrait = portrait;
    }

    /** Communes by intercommunalité. */
    Block groupings() {
        var groups = portrait.communes().stream().collect(Collectors.groupingBy(commune -> {
            var epci = commune.epci();
            return epci == null ? "Sans intercommunalité" : French.printed(epci.name());
        }));
        List<Row> rows = new ArrayList<>();
        groups.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, List<Commune>> group) -> -inhabitants(group.getValue())))
                .forEach(group -> rows.add(Row.of(
                        group.getKey(),
                        French.number(group.getValue().size()),
                        French.number(inhabitants(group.getValue())),
                        share(inhabitants(group.getValue())))));
        rows.add(row(
                Emphasis.TOTAL,
                List.of(new Inline.Text("Territoire")),
                cell(French.number(portrait.communes().size())),
                cell(French.number(portrait.population())),
                cell(share(portrait.population()))));
        return new Block.Table(
                "Communes et habitants par intercommunalité",
                List.of(
                        new Column("Intercommunalité", Align.LEFT, 50),
                        new Column("Communes", Align.RIGHT, 15),
                        new Column("Habitants", Align.RIGHT, 17),
                        new Column("Part", Align.RIGHT, 13)),
                rows,
                "Seules les communes du territoire sont comptées.");
    }

    static long inhabitants(List<Commune> communes) {
        return communes.stream()
                .mapToLong(commune -> Objects.requireNonNullElse(commune.population(), 0))
                .sum();
    }

    private String share(long inhabitants) {
        return portrait.population() == 0
                ? "–"
                : French.percent(
                        BigDecimal.valueOf(inhabitants)
                                .divide(BigDecimal.valueOf(portrait.population()), MathContext.DECIMAL32),
                        1);
    }

    Block professions() {
        var diagnosis = portrait.diagnosis();
        var rows = portrait.professions().stream()
                .limit(MOST_PROFESSIONS)
                .map(profession -> {
                    List<List<Inline>> cells = new ArrayList<>();
                    cells.add(Inline.text(profession.label()));
                    cells.add(cell(French.number(profession.persons())));
                    cells.add(cell(French.number(profession.liberals())));
                    profession.densities().forEach(datum -> cells.add(cell(density(datum))));
                    return new Row(Emphasis.NONE, cells);
                })
                .toList();
        int left = portrait.professions().size() - rows.size();
        return new Block.Table(
                "Professionnels en exercice, et libéraux pour 10" + French.NBSP + "000 habitants",
                List.of(
                        new Column("Profession", Align.LEFT, 30),
                        new Column("Personnes", Align.RIGHT, 14),
                        new Column("dont libérales", Align.RIGHT, 13),
                        new Column("Libéraux pour 10" + French.NBSP + "000 hab.", Align.RIGHT, 14),
                        new Column(diagnosis.departement().name(), Align.RIGHT, 18),
                        new Column(diagnosis.region().name(), Align.RIGHT, 18),
                        new Column("France", Align.RIGHT, 18)),
                rows,
                "Une personne qui exerce dans deux communes compte une fois. Les médecins généralistes sont aussi comptés"
                        + " parmi les médecins. « non couvert »" + French.NBSP
                        + ": l’annuaire chargé ne tient pas toute cette zone."
                        + (left > 0
                                ? " " + French.count(left, "autre profession est", "autres professions sont")
                                        + " dans le tableur."
                                : ""));
    }

    static String density(Datum datum) {
        return DENSITY.text(datum);
    }

    Block categories() {
        var rows = portrait.categories().stream()
                .limit(MOST_CATEGORIES)
                .map(category -> {
                    var places = category.here().places();
                    return Row.of(
                            category.here().label(),
                            French.number(category.here().number()),
                            places == null ? "–" : French.number(places),
                            Unit.of("", 0).text(category.departement()));
                })
                .toList();
        int left = portrait.categories().size() - rows.size();
        return new Block.Table(
                "Établissements par catégorie",
                List.of(
                        new Column("Catégorie", Align.LEFT, 52),
                        new Column("Nombre", Align.RIGHT, 13),
                        new Column("Places installées", Align.RIGHT, 15),
                        new Column(
                                "Nombre, " + portrait.diagnosis().departement().name(), Align.RIGHT, 18)),
                rows,
                "Places" + French.NBSP + ": celles que la source donne ; « – » quand elle n’en donne pas."
                        + (left > 0
                                ? " " + French.count(left, "autre catégorie est", "autres catégories sont")
                                        + " dans le tableur."
                                : ""));
    }

    Block access() {
        var rows = portrait.apl().stream().map(PortraitTables::access).toList();
        return new Block.Table(
                "Accessibilité potentielle localisée (APL), moyenne des habitants",
                List.of(
                        new Column("Profession", Align.LEFT, 26),
                        new Column("Valeur", Align.RIGHT, 12),
                        new Column("Selon la vitesse", Align.RIGHT, 16),
                        new Column("Unité", Align.LEFT, 34),
                        new Column("Sous le seuil", Align.RIGHT, 16)),
                rows,
                "« Selon la vitesse »" + French.NBSP
                        + ": la valeur si l’on roule moins vite ou plus vite. « Sous le seuil »" + French.NBSP
                        + ": part des habitants dont la commune est sous le seuil national, quand il en existe un.");
    }

    private static Row access(AplValue value) {
        return switch (value.result()) {
            case AplValue.Absent(var reason) ->
                row(Emphasis.NONE, Inline.text(value.label()), cell("non calculé"), cell("–"), cell(reason), cell("–"));
            case AplValue.Computed computed -> {
                var below = computed.belowThreshold();
                yield row(
                        Emphasis.NONE,
                        Inline.text(value.label()),
                        Inline.strong(decimal(computed.value())),
                        cell(decimal(computed.byTravel().low()) + " à "
                                + decimal(computed.byTravel().high())),
                        cell(value.unit()),
                        cell(below == null ? "–" : French.percent(BigDecimal.valueOf(below), 1)));
            }
        };
    }

    static String decimal(double value) {
        return French.decimal(BigDecimal.valueOf(value), value < 10 ? 2 : 1);
    }

    /** A note on a dataset, the first time it is cited. */
    List<Inline> note(String dataset) {
        var edition = portrait.edition(dataset);
        return edition != null && cited.add(dataset)
                ? List.of(new Inline.Note(
                        new Source(edition.words(), edition.dataset().href()), ""))
                : List.of();
    }

    static List<Inline> cell(String text) {
        return Inline.text(text);
    }

    @SafeVarargs
    static Row row(Emphasis emphasis, List<Inline>... cells) {
        return new Row(emphasis, List.of(cells));
    }
}
