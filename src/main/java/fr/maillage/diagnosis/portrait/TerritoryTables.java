package fr.maillage.diagnosis.portrait;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.shared.French;
import fr.maillage.territory.Commune;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The communes of a territory by intercommunalité: their numbers, and their names. */
final class TerritoryTables {

    private TerritoryTables() {}

    /** How many communes and inhabitants of each intercommunalité. */
    static Block groupings(Portrait portrait) {
        List<Row> rows = new ArrayList<>();
        byGrouping(portrait)
                .forEach(group -> rows.add(Row.of(
                        group.getKey(),
                        French.number(group.getValue().size()),
                        French.number(inhabitants(group.getValue())),
                        share(inhabitants(group.getValue()), portrait.population()))));
        rows.add(TableRows.row(
                Emphasis.TOTAL,
                List.of(new Inline.Text("Territoire")),
                TableRows.cell(French.number(portrait.communes().size())),
                TableRows.cell(French.number(portrait.population())),
                TableRows.cell(share(portrait.population(), portrait.population()))));
        return new Block.Table(
                "Communes et habitants par intercommunalité",
                List.of(
                        new Column("Intercommunalité", Align.LEFT, 50),
                        new Column("Communes", Align.RIGHT, 15),
                        new Column("Habitants", Align.RIGHT, 17),
                        new Column("Part", Align.RIGHT, 13)),
                rows,
                "Seules les communes du territoire sont comptées. " + population(portrait));
    }

    /** The communes of each intercommunalité with their inhabitants. */
    static Block communes(Portrait portrait) {
        return new Block.Table(
                "Communes et leurs habitants",
                List.of(new Column("Intercommunalité", Align.LEFT, 30), new Column("Communes", Align.LEFT, 70)),
                byGrouping(portrait)
                        .map(group -> Row.of(
                                group.getKey(),
                                group.getValue().stream()
                                        .map(TerritoryTables::named)
                                        .collect(Collectors.joining(", "))))
                        .toList(),
                population(portrait) + " Codes Insee dans le tableur.");
    }

    private static String population(Portrait portrait) {
        return "Insee, populations de référence " + portrait.diagnosis().populationVintage() + ".";
    }

    /** « Millau (22 044) ». */
    private static String named(Commune commune) {
        var population = commune.population();
        return commune.name().replace(' ', French.NBSP) + French.NBSP + "("
                + (population == null ? "inconnue" : French.number(population)) + ")";
    }

    /** The most populous first. */
    private static Stream<Map.Entry<String, List<Commune>>> byGrouping(Portrait portrait) {
        var groups = portrait.communes().stream().collect(Collectors.groupingBy(commune -> {
            var epci = commune.epci();
            return epci == null ? "Sans intercommunalité" : epci.name();
        }));
        return groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Commune>> group) -> -inhabitants(group.getValue()))
                        .thenComparing(Map.Entry::getKey));
    }

    private static long inhabitants(List<Commune> communes) {
        return communes.stream()
                .mapToLong(commune -> Objects.requireNonNullElse(commune.population(), 0))
                .sum();
    }

    private static String share(long inhabitants, long all) {
        return all == 0
                ? "–"
                : French.percent(
                        BigDecimal.valueOf(inhabitants).divide(BigDecimal.valueOf(all), MathContext.DECIMAL32), 1);
    }
}
