package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.Datum;
import fr.maillage.charts.Unit;
import fr.maillage.datasets.Level;
import fr.maillage.diagnosis.AplValue;
import fr.maillage.diagnosis.Context;
import fr.maillage.diagnosis.DiagnosisTheme;
import fr.maillage.diagnosis.Figure;
import fr.maillage.diagnosis.FigureSource;
import fr.maillage.diagnosis.Gap;
import fr.maillage.diagnosis.Indicator;
import fr.maillage.diagnosis.Making;
import fr.maillage.diagnosis.Measure;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a portrait. Every row says where its figures come from. */
final class PortraitTables {

    private static final Unit DENSITY = Unit.of("", 1);
    private static final int MOST_PROFESSIONS = 12;
    private static final int MOST_CATEGORIES = 8;
    private static final int MOST_KEY_FIGURES = 6;
    private static final int MOST_CONTEXTS = 2;
    private static final int MOST_DISAGREEMENTS = 4;

    private final Portrait portrait;
    private final Set<String> cited = new HashSet<>();

    PortraitTables(Portrait portrait) {
        this.portrait = portrait;
    }

    /** The figures that stand furthest from their reference, the gap told. */
    Optional<Block> keyFigures() {
        var letters = new SourceLetters(portrait);
        var rows = standingOut()
                .limit(MOST_KEY_FIGURES)
                .map(measure -> {
                    var gap = measure.gap().orElseThrow();
                    var reading = measure.reading();
                    var indicator = measure.indicator();
                    return row(
                            Emphasis.NONE,
                            cell(title(indicator)),
                            cell(value(measure.territory(), indicator)),
                            cell(value(compared(measure, gap), indicator) + ", "
                                    + gap.with().name()),
                            cell(gap.text()),
                            cell(reading == null ? "–" : reading.word()),
                            cell(letters.of(measure.territory().from())));
                })
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        "Ce qui s’écarte le plus de la référence",
                        List.of(
                                new Column("Indicateur", Align.LEFT, 40),
                                new Column("Territoire", Align.RIGHT, 13),
                                new Column("Référence", Align.RIGHT, 22),
                                new Column("Écart", Align.RIGHT, 11),
                                new Column("Lecture", Align.LEFT, 16),
                                new Column("Source", Align.RIGHT, 9)),
                        rows,
                        letters.words()));
    }

    /** Measures with a gap, the largest first. */
    Stream<Measure> standingOut() {
        return portrait.diagnosis().measures().stream()
                .filter(measure ->
                        measure.territory().known() != null && measure.gap().isPresent())
                .sorted(Comparator.comparing((Measure measure) ->
                                measure.gap().orElseThrow().percent().abs())
                        .reversed()
                        .thenComparing(measure -> measure.indicator().code()));
    }

    private static Figure compared(Measure measure, Gap gap) {
        return switch (gap.with().level()) {
            case DEPARTEMENT -> measure.departement();
            case REGION -> measure.region();
            default -> measure.france();
        };
    }

    /**
     * The indicators of a theme. What is not published by commune has a line for each zone that the territory touches.
     * Densities of professions stand in a table of their own.
     */
    Optional<Block> indicators(DiagnosisTheme theme) {
        var letters = new SourceLetters(portrait);
        List<Row> rows = new ArrayList<>();
        for (var measure : portrait.diagnosis().of(theme)) {
            if (measure.known()
                    && measure.feed().making() != Making.SUPPLY
                    && measure.feed().making() != Making.APL) {
                rows.addAll(rows(measure, letters));
            }
        }
        var diagnosis = portrait.diagnosis();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Block.Table(
                                "Indicateurs" + French.NBSP + ": " + theme.label(),
                                List.of(
                                        new Column("Indicateur", Align.LEFT, 46),
                                        new Column("Territoire", Align.RIGHT, 17),
                                        new Column(diagnosis.departement().name(), Align.RIGHT, 17),
                                        new Column(diagnosis.region().name(), Align.RIGHT, 17),
                                        new Column("France", Align.RIGHT, 18),
                                        new Column("Écart", Align.RIGHT, 11),
                                        new Column("Source", Align.RIGHT, 10)),
                                rows,
                                letters.words()
                                        + " Écart"
                                        + French.NBSP
                                        + ": avec la première des zones de comparaison qui a une valeur. Ce qui manque dit pourquoi, et n’est pas un zéro."));
    }

    private static List<Row> rows(Measure measure, SourceLetters letters) {
        var indicator = measure.indicator();
        var departement = measure.departement().from();
        var own = measure.territory().from() == null
                ? measure.contexts().stream()
                        .filter(context -> context.figure().from() != null)
                        .filter(context -> context.zone().level() != Level.DEPARTEMENT)
                        .limit(MOST_CONTEXTS)
                        .toList()
                : List.<Context>of();
        if (own.isEmpty()) {
            var from = measure.territory().from() == null
                    ? departement
                    : measure.territory().from();
            return List.of(line(
                    measure,
                    title(indicator),
                    measure.territory(),
                    measure.territory().known() == null
                            ? "–"
                            : measure.gap().map(Gap::text).orElse("–"),
                    letters.of(from == null ? source(measure) : from)));
        }
        return own.stream()
                .map(context -> line(
                        measure,
                        title(indicator) + ", " + context.zone().the(),
                        context.figure(),
                        context.gaps().isEmpty()
                                ? "–"
                                : context.gaps().getFirst().text(),
                        letters.of(context.figure().from())))
                .toList();
    }

    private static Row line(Measure measure, String label, Figure figure, String gap, String source) {
        var indicator = measure.indicator();
        return row(
                Emphasis.NONE,
                cell(label),
                cell(value(figure, indicator)),
                cell(value(measure.departement(), indicator)),
                cell(value(measure.region(), indicator)),
                cell(value(measure.france(), indicator)),
                cell(gap),
                cell(source));
    }

    private static String title(Indicator indicator) {
        return indicator.unit().length() > 3 ? indicator.title() + " (" + indicator.unit() + ")" : indicator.title();
    }

    private static @Nullable FigureSource source(Measure measure) {
        for (var figure : List.of(measure.territory(), measure.departement(), measure.region(), measure.france())) {
            if (figure.from() != null) {
                return figure.from();
            }
        }
        return measure.contexts().stream()
                .map(context -> context.figure().from())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String value(Figure figure, Indicator indicator) {
        return switch (figure) {
            case Figure.Known known -> indicator.compact(known.value());
            case Figure.Between between -> indicator.number(between.low()) + " à " + indicator.compact(between.high());
            case Figure.Absent absent -> shortly(absent);
        };
    }

    private static String shortly(Figure.Absent absent) {
        return switch (absent.reason()) {
            case NOT_LOADED -> "non chargé";
            case NOT_PUBLISHED -> "non publié";
            case SECRET -> "secret";
            case NOT_COVERED -> "non couvert";
            case NOT_COMPUTED -> "non calculé";
        };
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

    /** Where two sources tell the same thing differently. */
    Optional<Block> disagreements() {
        List<Row> rows = new ArrayList<>();
        for (var measure : portrait.diagnosis().measures()) {
            for (var other : measure.others()) {
                var where = other.where();
                var gap = other.gap();
                if (where != null && gap != null && rows.size() < MOST_DISAGREEMENTS) {
                    rows.add(Row.of(
                            measure.indicator().title(),
                            measure.feed().label(),
                            other.feed().label(),
                            where.name(),
                            gap.text()));
                }
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        "Deux sources pour un même indicateur",
                        List.of(
                                new Column("Indicateur", Align.LEFT, 30),
                                new Column("Source retenue", Align.LEFT, 25),
                                new Column("Autre source", Align.LEFT, 25),
                                new Column("Comparées pour", Align.LEFT, 16),
                                new Column("Écart", Align.RIGHT, 10)),
                        rows,
                        "Écart de l’autre source avec celle qui est retenue, pour une zone où les deux ont une valeur. Au plus "
                                + MOST_DISAGREEMENTS + " lignes."));
    }

    /** A note on a dataset, the first time it is cited. */
    List<Inline> note(String dataset) {
        var edition = portrait.edition(dataset);
        return edition != null && cited.add(dataset)
                ? List.of(new Inline.Note(
                        new Source(edition.words(), edition.dataset().href()), ""))
                : List.of();
    }

    private static List<Inline> cell(String text) {
        return Inline.text(text);
    }

    @SafeVarargs
    private static Row row(Emphasis emphasis, List<Inline>... cells) {
        return new Row(emphasis, List.of(cells));
    }
}
