package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.AgeBars;
import fr.maillage.charts.Datum;
import fr.maillage.charts.Unit;
import fr.maillage.diagnosis.DiagnosisTheme;
import fr.maillage.diagnosis.Measure;
import fr.maillage.diagnosis.Sentences;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Heading;
import fr.maillage.documents.Document;
import fr.maillage.documents.Inline;
import fr.maillage.documents.Opening;
import fr.maillage.documents.Opening.Fact;
import fr.maillage.professionals.Supply;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
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

    private static final int MOST_SENTENCES = 2;
    private static final int MOST_CHARTS = 1;
    private static final int MOST_LIMITS = 6;

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
        private final IndicatorTables indicators;
        private final PortraitFigures figures;
        private int chapter;
        private int section;

        Writing(Portrait portrait) {
            this.portrait = portrait;
            this.tables = new PortraitTables(portrait);
            this.drawn = new PortraitMaps(portrait);
            this.indicators = new IndicatorTables(portrait);
            this.figures = new PortraitFigures(portrait, maps, body);
        }

        Document document() {
            summary();
            chapter("Population et santé");
            population();
            health();
            chapter("Professionnels et établissements");
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
                    figures.contours(),
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
            indicators
                    .keyFigures()
                    .ifPresentOrElse(
                            body::add,
                            () -> say("Aucun indicateur n’a encore de valeur à comparer : les jeux de"
                                    + " données qui les nourrissent ne sont pas chargés."));
            var sentences = indicators
                    .standingOut()
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
            section("Population");
            body.add(tables.groupings());
            figures.map(
                    drawn.population(),
                    "Population municipale des communes, "
                            + portrait.diagnosis().populationVintage(),
                    "Habitants",
                    "Insee, populations de référence " + portrait.diagnosis().populationVintage() + ".");
            if (portrait.ages().isEmpty()) {
                say("Les âges par commune ne sont pas chargés : la structure par âge du territoire n’est pas montrée.");
            } else {
                figures.chart(
                        new AgeBars(
                                "Habitants du territoire par âge",
                                Unit.of("", 0),
                                portrait.ages().stream()
                                        .map(band -> AgeBars.Band.of(band.label(), Datum.of(band.inhabitants())))
                                        .toList(),
                                ""),
                        "Insee, structure de la population.");
            }
            theme(DiagnosisTheme.POPULATION, MOST_CHARTS);
        }

        private void health() {
            section("Santé");
            theme(DiagnosisTheme.HEALTH, MOST_CHARTS);
        }

        /** The indicators of a theme: a table, then as bars those that stand furthest from their reference. */
        private void theme(DiagnosisTheme theme, int charts) {
            var table = indicators.indicators(theme);
            if (table.isEmpty()) {
                say("Aucun jeu de données chargé ne donne d’indicateur pour ce thème.");
                return;
            }
            body.add(table.get());
            cite(theme);
            portrait.diagnosis().of(theme).stream()
                    .filter(measure -> measure.territory().known() != null)
                    .filter(measure -> measure.gap().isPresent())
                    .sorted(Comparator.comparing((Measure measure) ->
                                    measure.gap().orElseThrow().percent().abs())
                            .reversed())
                    .limit(charts)
                    .forEach(measure -> figures.chart(figures.bars(measure), PortraitFigures.credit(measure)));
        }

        /** The datasets of a theme in full, each once in the document. */
        private void cite(DiagnosisTheme theme) {
            List<Inline> words = new ArrayList<>();
            portrait.diagnosis().of(theme).stream()
                    .filter(Measure::known)
                    .flatMap(measure -> measure.feed().datasets().stream())
                    .distinct()
                    .map(tables::note)
                    .filter(note -> !note.isEmpty())
                    .forEach(note -> {
                        // Two calls side by side would read as one number.
                        words.add(new Inline.Text(
                                words.isEmpty() ? "Ces chiffres viennent de jeux de données publics." : " "));
                        words.addAll(note);
                    });
            if (!words.isEmpty()) {
                body.add(new Block.Paragraph(words));
            }
        }

        private void professionals() {
            section("Professionnels de santé");
            var missing = portrait.professionsMissing();
            if (missing != null) {
                say(missing + " Les effectifs et les densités ne sont pas montrés.");
            } else {
                body.add(new Block.Paragraph(noted(
                        "Les professionnels sont comptés d’après l’annuaire santé, là où ils exercent.", "rpps")));
                caution(portrait.professionsCaution());
                body.add(tables.professions());
                drawn.generalists()
                        .ifPresent(map -> figures.map(
                                map,
                                "Médecins généralistes libéraux, par commune d’exercice",
                                "Médecins",
                                editionWords("rpps")));
            }
            theme(DiagnosisTheme.PROFESSIONALS, 0);
        }

        private String editionWords(String dataset) {
            var edition = portrait.edition(dataset);
            return edition == null ? "" : edition.words();
        }

        private void establishments() {
            section("Établissements");
            var missing = portrait.establishmentsMissing();
            if (missing != null) {
                say(missing + " Les établissements et leurs places ne sont pas montrés.");
                return;
            }
            body.add(new Block.Paragraph(noted("Les établissements sont ceux du répertoire national.", "finess")));
            caution(portrait.establishmentsCaution());
            drawn.establishments()
                    .ifPresent(map -> figures.map(
                            map,
                            "Places en EHPAD (cercles) et services d’urgences (croix)",
                            "Places",
                            editionWords("finess")));
            body.add(tables.categories());
        }

        private void access() {
            chapter("Accès aux soins");
            drawn.distances()
                    .ifPresentOrElse(
                            shaded -> {
                                figures.shaded(
                                        shaded,
                                        "Distance au service d’urgences le plus proche, à vol d’oiseau",
                                        "Distance",
                                        editionWords("communes-contexte"));
                            },
                            () -> say("La distance aux urgences n’est chargée pour aucune commune du territoire."));
            theme(DiagnosisTheme.ACCESS, 0);
            section("Accessibilité aux professionnels");
            caution(portrait.professionsCaution());
            body.add(tables.access());
            say("Le dernier chapitre dit comment elle est calculée et ce qu’elle ne dit pas.");
            drawn.generalistAccess()
                    .ifPresent(shaded -> figures.shaded(
                            shaded,
                            "Accessibilité aux médecins généralistes, calculée par Maillage",
                            "Consultations par habitant et par an",
                            editionWords("rpps")));
        }

        private void method() {
            chapter("Méthode, limites et sources");
            section("Quand deux sources ne disent pas la même chose");
            indicators
                    .disagreements()
                    .ifPresentOrElse(
                            body::add, () -> say("Aucun indicateur de ce portrait n’a deux sources qui se comparent."));
            section("Comment les valeurs sont faites, et leurs limites");
            var known = portrait.diagnosis().measures().stream()
                    .filter(Measure::known)
                    .toList();
            say(
                    "Chaque indicateur a sa définition complète dans le tableur du portrait et dans les pages du diagnostic.");
            bullets(known.stream()
                    .map(measure -> measure.feed().making().sentence())
                    .distinct()
                    .toList());
            say("Ce que les chiffres ne disent pas" + French.NBSP + ":");
            bullets(known.stream()
                    .map(measure -> measure.indicator().limits())
                    .distinct()
                    .limit(MOST_LIMITS)
                    .toList());
            section("Comment l’accessibilité est calculée");
            accessLimits();
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

        private void accessLimits() {
            bullets(portrait.apl().stream()
                    .filter(value -> value.profession().equals(Supply.GENERALISTES))
                    .flatMap(value -> value.limits().stream())
                    .toList());
        }

        private void bullets(List<String> sentences) {
            if (!sentences.isEmpty()) {
                body.add(new Block.BulletList(sentences.stream()
                        .map(sentence -> new Block.Item(List.of(Block.paragraph(sentence))))
                        .toList()));
            }
        }
    }
}
