package fr.maillage.dossier.projection;

import fr.maillage.community.Perimeter;
import fr.maillage.community.PerimeterPlace;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.rules.SizeClass;
import fr.maillage.rules.SizeClasses;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a document shows of the territory. Every figure bears its source as a note. */
final class TerritoryViews {

    /** Where the communes and their populations are published. */
    private static final String POPULATIONS = "https://geo.api.gouv.fr/decoupage-administratif/communes";

    private TerritoryViews() {}

    static List<Block> population(Perimeter territory) {
        var size = territory.size();
        return List.of(new Block.Paragraph(List.of(
                new Inline.Text(
                        "Le territoire réunit " + French.count(territory.communes(), "commune", "communes") + " et "),
                new Inline.Strong(Inline.text(French.count(territory.population(), "habitant", "habitants"))),
                new Inline.Note(
                        populationSource(territory), French.count(territory.communes(), "commune", "communes") + "."),
                new Inline.Text(". Il est de taille " + size.number() + " : " + size.label() + "."),
                new Inline.Note(size.source(), ""))));
    }

    /** Every size with its box, the one of the territory checked: « Évaluation de population concernée par le projet ». */
    static List<Block> sizes(Perimeter territory, LocalDate day) {
        var choices = SizeClasses.on(day).all();
        int chosen = choices.stream()
                .map(SizeClass::number)
                .toList()
                .indexOf(territory.size().number());
        var lines = IdentityViews.options(
                choices.stream()
                        .map(size -> "Taille " + size.number() + " (" + size.label() + ")")
                        .toList(),
                chosen);
        return List.of(new Block.Paragraph(lines));
    }

    static List<Block> communes(Perimeter territory) {
        var places = territory.places().stream()
                .sorted(Comparator.comparing(
                        PerimeterPlace::population, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
        var rows = new ArrayList<Row>();
        for (var place : places) {
            var epci = place.epci();
            rows.add(Row.of(
                    place.label(),
                    place.commune(),
                    String.join(", ", place.postalCodes()),
                    epci == null ? "–" : epci.name(),
                    place.population() == null ? "inconnu" : French.number(place.population()),
                    share(place, territory.population())));
        }
        rows.add(new Row(
                Emphasis.TOTAL,
                List.of(
                        Inline.text("Territoire"),
                        List.of(),
                        List.of(),
                        List.of(),
                        Inline.text(French.number(territory.population())),
                        Inline.text(territory.population() == 0 ? "–" : "100" + French.NBSP + "%"))));
        return List.of(new Block.Table(
                "Communes du territoire, population municipale " + territory.vintage(),
                List.of(
                        new Column("Commune", Align.LEFT, 6),
                        new Column("Code", Align.LEFT, 2),
                        new Column("Codes postaux", Align.LEFT, 3),
                        new Column("Intercommunalité", Align.LEFT, 5),
                        new Column("Habitants", Align.RIGHT, 3),
                        new Column("Part", Align.RIGHT, 2)),
                rows,
                "Source : " + populationSource(territory).title() + "."));
    }

    /** Vintage and producer of the populations, as printed under each figure. */
    static Source populationSource(Perimeter territory) {
        return territory.vintages().isEmpty()
                ? new Source("Population déclarée par la CPTS", null)
                : new Source(
                        "Insee, populations de référence " + territory.vintage() + ", Licence Ouverte 2.0",
                        POPULATIONS);
    }

    private static String share(PerimeterPlace place, long whole) {
        if (place.population() == null || whole == 0) {
            return "–";
        }
        return French.percent(
                BigDecimal.valueOf(place.population()).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP), 1);
    }
}
