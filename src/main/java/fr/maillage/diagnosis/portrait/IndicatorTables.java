package fr.maillage.diagnosis.portrait;

import fr.maillage.datasets.Level;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of the indicators of a portrait: what stands out, the themes, where sources disagree. */
final class IndicatorTables {

    private static final int MOST_KEY_FIGURES = 6;
    private static final int MOST_CONTEXTS = 2;
    private static final int MOST_DISAGREEMENTS = 4;

    private final Portrait portrait;

    IndicatorTables(Portrait portrait) {
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
                    return TableRows.row(
                            Emphasis.NONE,
                            TableRows.cell(title(indicator)),
                            TableRows.cell(value(measure.territory(), indicator)),
                            TableRows.cell(value(compared(measure, gap), indicator) + ", "
                                    + gap.with().name()),
                            TableRows.cell(gap.text()),
                            TableRows.cell(reading == null ? "–" : reading.word()),
                            TableRows.cell(letters.of(measure.territory().from())));
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
                                        new Column("Indicateur", Align.LEFT, 58),
                                        new Column("Territoire", Align.RIGHT, 17),
                                        new Column(diagnosis.departement().name(), Align.RIGHT, 17),
                                        new Column(diagnosis.region().name(), Align.RIGHT, 17),
                                        new Column("France", Align.RIGHT, 17),
                                        new Column("Écart", Align.RIGHT, 10),
                                        new Column("Source", Align.RIGHT, 8)),
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
                        title(indicator) + ", " + context.zone().shortLabel(),
                        context.figure(),
                        context.gaps().isEmpty()
                                ? "–"
                                : context.gaps().getFirst().text(),
                        letters.of(context.figure().from())))
                .toList();
    }

    private static Row line(Measure measure, String label, Figure figure, String gap, String source) {
        var indicator = measure.indicator();
        return TableRows.row(
                Emphasis.NONE,
                withChoice(label, measure),
                TableRows.cell(value(figure, indicator)),
                TableRows.cell(value(measure.departement(), indicator)),
                TableRows.cell(value(measure.region(), indicator)),
                TableRows.cell(value(measure.france(), indicator)),
                TableRows.cell(gap),
                TableRows.cell(source));
    }

    /** A name with, under it, why the team keeps this source; what it wrote to be printed with the figure. */
    private static List<Inline> withChoice(String label, Measure measure) {
        var choice = measure.choice();
        return choice == null
                ? TableRows.cell(label)
                : List.of(
                        new Inline.Text(label),
                        new Inline.LineBreak(),
                        new Inline.Emphasis(
                                Inline.text("Source retenue par l’équipe" + French.NBSP + ": " + choice.reason())));
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

    /** Where two sources tell the same thing differently. */
    Optional<Block> disagreements() {
        List<Row> rows = new ArrayList<>();
        // What the team decided comes first.
        var measures = portrait.diagnosis().measures().stream()
                .sorted(Comparator.comparing(measure -> measure.choice() == null))
                .toList();
        for (var measure : measures) {
            for (var other : measure.others()) {
                var where = other.where();
                var gap = other.gap();
                if (where != null && gap != null && rows.size() < MOST_DISAGREEMENTS) {
                    rows.add(TableRows.row(
                            Emphasis.NONE,
                            withChoice(measure.indicator().title(), measure),
                            TableRows.cell(measure.feed().label()),
                            TableRows.cell(other.feed().label()),
                            TableRows.cell(where.name()),
                            TableRows.cell(gap.text())));
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
}
