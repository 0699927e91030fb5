package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.AgeBars;
import fr.maillage.charts.Bar;
import fr.maillage.charts.Chart;
import fr.maillage.charts.Charts;
import fr.maillage.charts.ClassBars;
import fr.maillage.charts.ComparisonBars;
import fr.maillage.charts.Datum;
import fr.maillage.charts.Ink;
import fr.maillage.charts.Unit;
import fr.maillage.diagnosis.DiagnosisTheme;
import fr.maillage.diagnosis.Figure;
import fr.maillage.diagnosis.Measure;
import fr.maillage.diagnosis.Sentences;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.FigureKind;
import fr.maillage.documents.Block.Heading;
import fr.maillage.documents.Block.Legend;
import fr.maillage.documents.Block.LegendEntry;
import fr.maillage.documents.Document;
import fr.maillage.documents.Inline;
import fr.maillage.documents.Opening;
import fr.maillage.documents.Opening.Fact;
import fr.maillage.professionals.Supply;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import fr.maillage.territory.ChoroplethMap;
import fr.maillage.territory.MapSize;
import fr.maillage.territory.Maps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A portrait on paper: cover, chapters with their maps and tables, method, sources. */
@Component
class PortraitDocument {

    private static final int MOST_SENTENCES = 4;
    private static final int MOST_CHARTS = 3;

    private final Maps maps;

    PortraitDocument(Maps maps) {
        this.maps = maps;
    }

    Document of(Portrait portrait) {
        return new Writing(portrait).document();
    }

    /** One document being written. */
    private final class Writing {

        private final Portrait portrait;
        private final PortraitTables tables;
        private final PortraitMaps drawn;
        private final List<Block> body = new ArrayList<>();
        private final String contours;
        private int chapter;
        private int section;

        Writing(Portrait portrait) {
            this.portrait = portrait;
            this.tables = new PortraitTables(portrait);
            this.drawn = new PortraitMaps(portrait);
            this.contours = maps.attribution(portrait.codes()).orElse("");
        }

        Document document() {
            summary();
            population();
            health();
            professionals();
            establishments();
            access();
            method();
            return new Document(
                    portrait.name(),
                    "Portrait de territoire",
                    "Fait le " + French.date(portrait.day()) + " avec Maillage",
                    false,
                    portrait.day(),
                    cover(),
                    body);
        }

        private Opening cover() {
            var diagnosis = portrait.diagnosis();
            var codes = portrait.codes();
            return new Opening.Cover(
                    diagnosis.departement().name() + ", " + diagnosis.region().name(),
                    "Population, santé, professionnels, établissements, accès aux soins",
                    maps.cover(codes)
                            .map(svg -> new Opening.Artwork(
                                    svg, "Le territoire de " + portrait.name() + " parmi les communes voisines"))
                            .orElse(null),
                    List.of(
                            new Fact(
                                    "Territoire",
                                    French.count(codes.size(), "commune", "communes") + ", "
                                            + French.count(portrait.population(), "habitant", "habitants")),
                            new Fact("Population", "Insee, population municipale " + diagnosis.populationVintage()),
                            new Fact("Fait le", French.date(portrait.day()))),
                    contours,
                    null);
        }

        private void chapter(String title) {
            chapter++;
            section = 0;
            body.add(new Heading(1, String.valueOf(chapter), title, "chapitre-" + chapter));
        }

        private void section(String title) {
            section++;
            body.add(new Heading(2, chapter + "." + section, title, "section-" + chapter + "-" + section));
        }

        private void say(String words) {
            body.add(Block.paragraph(words));
        }

        private void summary() {
            chapter("L’essentiel");
            var diagnosis = portrait.diagnosis();
            body.add(new Block.Paragraph(List.of(
                    new Inline.Text("Le territoire réunit "
                            + French.count(portrait.communes().size(), "commune", "communes") + " et "
                            + French.count(portrait.population(), "habitant", "habitants")),
                    new Inline.Note(
                            new Source(
                                    "Insee, populations de référence " + diagnosis.populationVintage()
                                            + ". Licence Ouverte 2.0.",
                                    "https://www.insee.fr/fr/information/2008354"),
                            ""),
                    new Inline.Text(
                            ". Il est comparé à " + diagnosis.departement().the() + ", à "
                                    + diagnosis.region().the() + " et à la France."))));
            var note = diagnosis.note();
            if (note != null) {
                say(note);
            }
            tables.keyFigures()
                    .ifPresentOrElse(
                            body::add,
                            () -> say("Aucun indicateur n’a encore de valeur à comparer : les jeux de"
                                    + " données qui les nourrissent ne sont pas chargés."));
            var sentences = tables.standingOut()
                    .limit(MOST_SENTENCES)
                    .flatMap(measure -> Sentences.of(measure).stream()
                            .map(sentence ->
                                    new Block.Item(List.of(new Block.Paragraph(cited(measure, sentence.text()))))))
                    .toList();
            if (!sentences.isEmpty()) {
                section("En phrases");
                body.add(new Block.BulletList(sentences));
                say("Ces phrases sont rédigées à partir des chiffres. Elles ne disent aucune cause.");
            }
        }

        /** A sentence with a note on its source. */
        private List<Inline> cited(Measure measure, String sentence) {
            var from = measure.territory().from();
            return noted(sentence, from == null ? "" : from.dataset());
        }

        private List<Inline> noted(String sentence, String dataset) {
            List<Inline> words = new ArrayList<>();
            words.add(new Inline.Text(sentence));
            words.addAll(tables.note(dataset));
            return words;
        }

        private void caution(@Nullable String caution) {
            if (caution != null) {
                say(caution);
            }
        }

        private void population() {
            chapter("Population");
            body.add(tables.groupings());
            map(
                    drawn.population(),
                    "Population municipale des communes, "
                            + portrait.diagnosis().populationVintage(),
                    "Insee, populations de référence " + portrait.diagnosis().populationVintage() + ".");
            if (portrait.ages().isEmpty()) {
                say("Les âges par commune ne sont pas chargés : la structure par âge du territoire n’est pas montrée.");
            } else {
                chart(
                        new AgeBars(
                                "Habitants du territoire par âge",
                                Unit.of("", 0),
                                portrait.ages().stream()
                                        .map(band -> AgeBars.Band.of(band.label(), Datum.of(band.inhabitants())))
                                        .toList(),
                                ""),
                        "Insee, structure de la population.");
            }
            theme(DiagnosisTheme.POPULATION);
        }

        private void health() {
            chapter("Santé");
            theme(DiagnosisTheme.HEALTH);
        }

        /** The indicators of a theme: a table, then those with a value of the territory as bars. */
        private void theme(DiagnosisTheme theme) {
            var table = tables.indicators(theme);
            if (table.isEmpty()) {
                say("Aucun jeu de données chargé ne donne d’indicateur pour ce thème.");
                return;
            }
            body.add(table.get());
            portrait.diagnosis().of(theme).stream()
                    .filter(measure -> measure.territory().known() != null)
                    .filter(measure -> measure.gap().isPresent())
                    .limit(MOST_CHARTS)
                    .forEach(measure -> chart(bars(measure), credit(measure)));
        }

        private Chart bars(Measure measure) {
            var indicator = measure.indicator();
            var diagnosis = portrait.diagnosis();
            return ComparisonBars.of(
                    indicator.title(),
                    Unit.of(indicator.unit(), indicator.decimals()),
                    List.of(
                            Bar.here("Territoire", datum(measure.territory())),
                            Bar.of(diagnosis.departement().name(), datum(measure.departement())),
                            Bar.of(diagnosis.region().name(), datum(measure.region())),
                            Bar.of("France", datum(measure.france()))));
        }

        private static Datum datum(Figure figure) {
            return switch (figure) {
                case Figure.Known known -> Datum.of(known.value());
                case Figure.Between between -> new Datum.Between(between.low(), between.high(), between.reason());
                case Figure.Absent absent -> new Datum.Missing(absent.words());
            };
        }

        private static String credit(Measure measure) {
            var from = measure.territory().from();
            return from == null ? "" : from.words() + ".";
        }

        private void professionals() {
            chapter("Professionnels de santé");
            var missing = portrait.professionsMissing();
            if (missing != null) {
                say(missing + " Les effectifs et les densités ne sont pas montrés.");
            } else {
                body.add(new Block.Paragraph(noted(
                        "Les professionnels sont comptés d’après l’annuaire santé, là où ils exercent.", "rpps")));
                caution(portrait.professionsCaution());
                body.add(tables.professions());
                drawn.generalists()
                        .ifPresent(map -> map(
                                map, "Médecins généralistes libéraux, par commune d’exercice", editionWords("rpps")));
            }
            theme(DiagnosisTheme.PROFESSIONALS);
        }

        private String editionWords(String dataset) {
            var edition = portrait.edition(dataset);
            return edition == null ? "" : edition.words();
        }

        private void establishments() {
            chapter("Établissements");
            var missing = portrait.establishmentsMissing();
            if (missing != null) {
                say(missing + " Les établissements et leurs places ne sont pas montrés.");
                return;
            }
            body.add(new Block.Paragraph(noted("Les établissements sont ceux du répertoire national.", "finess")));
            caution(portrait.establishmentsCaution());
            drawn.establishments()
                    .ifPresent(map -> map(
                            map, "Places en EHPAD (cercles) et services d’urgences (croix)", editionWords("finess")));
            body.add(tables.categories());
        }

        private void access() {
            chapter("Accès aux soins");
            drawn.distances()
                    .ifPresentOrElse(
                            shaded -> {
                                shaded(
                                        shaded,
                                        "Distance au service d’urgences le plus proche, à vol d’oiseau",
                                        "Distance",
                                        editionWords("communes-contexte"));
                                chart(shaded.legend(), editionWords("communes-contexte"));
                            },
                            () -> say("La distance aux urgences n’est chargée pour aucune commune du territoire."));
            theme(DiagnosisTheme.ACCESS);
            section("Accessibilité aux professionnels");
            caution(portrait.professionsCaution());
            body.add(tables.access());
            drawn.generalistAccess()
                    .ifPresent(shaded -> shaded(
                            shaded,
                            "Accessibilité aux médecins généralistes, calculée par Maillage",
                            "Consultations par habitant et par an",
                            editionWords("rpps")));
            var limits = portrait.apl().stream()
                    .filter(value -> value.profession().equals(Supply.GENERALISTES))
                    .flatMap(value -> value.limits().stream())
                    .map(limit -> new Block.Item(List.of(Block.paragraph(limit))))
                    .toList();
            if (!limits.isEmpty()) {
                body.add(new Block.Callout("À lire avec prudence", List.of(new Block.BulletList(limits))));
            }
        }

        private void method() {
            chapter("Méthode, limites et sources");
            section("Quand deux sources ne disent pas la même chose");
            tables.disagreements()
                    .ifPresentOrElse(
                            body::add, () -> say("Aucun indicateur de ce portrait n’a deux sources qui se comparent."));
            section("Définitions et limites");
            for (var measure : portrait.diagnosis().measures()) {
                if (measure.known()) {
                    var indicator = measure.indicator();
                    body.add(new Block.Paragraph(List.of(
                            new Inline.Strong(Inline.text(indicator.title() + ".")),
                            new Inline.Text(" " + indicator.definition() + " "
                                    + measure.feed().making().sentence() + " " + indicator.limits()))));
                }
            }
            section("Comment l’accessibilité est calculée");
            portrait.apl().stream()
                    .findFirst()
                    .ifPresent(value -> body.add(new Block.Facts(value.parameters().stream()
                            .map(parameter -> new Block.FactLine(
                                    parameter.name(),
                                    Inline.text(parameter.words() + " (" + parameter.source() + ", "
                                            + parameter.reliability() + ")")))
                            .toList())));

            if (!portrait.missing().isEmpty()) {
                section("Ce qui n’est pas chargé");
                say("Ces jeux de données en diraient davantage" + French.NBSP + ": "
                        + portrait.missing().stream()
                                .map(descriptor -> descriptor.title())
                                .collect(Collectors.joining(" ; "))
                        + ".");
            }
        }

        private void chart(Chart chart, String credit) {
            body.add(new Block.Figure(
                    FigureKind.CHART, Charts.svg(chart, Ink.PAPER), chart.alternative(), chart.title(), null, credit));
        }

        private void map(ChoroplethMap map, String caption, String credit) {
            maps.choropleth(map, MapSize.PAPER_WIDE)
                    .ifPresentOrElse(
                            svg -> body.add(new Block.Figure(
                                    FigureKind.MAP, svg, words(map), caption, null, (credit + " " + contours).strip())),
                            () -> say("Carte non dessinée : les contours des communes ne sont pas chargés. « " + caption
                                    + " » est dans les tableaux."));
        }

        /** The largest marks in words. */
        private static String words(ChoroplethMap map) {
            var marks = map.marks().stream()
                    .sorted(Comparator.comparingDouble(ChoroplethMap.Mark::size).reversed())
                    .limit(5)
                    .map(ChoroplethMap.Mark::title)
                    .collect(Collectors.joining(" ; "));
            return map.label() + (marks.isEmpty() ? "." : ". Les plus grands" + French.NBSP + ": " + marks + ".");
        }

        private void shaded(PortraitMaps.Shaded shaded, String caption, String head, String credit) {
            maps.choropleth(shaded.map(), MapSize.PAPER)
                    .ifPresentOrElse(
                            svg -> body.add(new Block.Figure(
                                    FigureKind.MAP,
                                    svg,
                                    shaded.legend().alternative(),
                                    caption,
                                    legend(head, shaded.legend()),
                                    (credit + " " + contours).strip())),
                            () -> say("Carte non dessinée : les contours des communes ne sont pas chargés."));
        }

        private static Legend legend(String head, ClassBars classes) {
            return new Legend(
                    List.of(head, "Communes", "Habitants"),
                    classes.entries().stream()
                            .map(entry -> new LegendEntry(
                                    entry.colour(),
                                    List.of(
                                            entry.share().label(),
                                            French.number(entry.share().communes()),
                                            French.number(entry.share().inhabitants()))))
                            .toList());
        }
    }
}
