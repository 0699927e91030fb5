package fr.maillage.diagnosis.portrait;

import fr.maillage.diagnosis.Sentences;
import fr.maillage.documents.Block;
import fr.maillage.documents.Inline;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import java.util.List;

/** « L’essentiel »: the territory in a sentence, what stands furthest from its reference. */
final class SummaryChapter {

    private static final int MOST_SENTENCES = 2;

    private final Manuscript manuscript;
    private final Portrait portrait;

    SummaryChapter(Manuscript manuscript) {
        this.manuscript = manuscript;
        this.portrait = manuscript.portrait();
    }

    void write() {
        manuscript.chapter("L’essentiel");
        manuscript.add(new Block.Paragraph(territory()));
        manuscript.say(portrait.diagnosis().note());
        manuscript
                .indicators()
                .keyFigures()
                .ifPresentOrElse(
                        manuscript::add,
                        () -> manuscript.say("Aucun indicateur n’a encore de valeur à comparer : les jeux de"
                                + " données qui les nourrissent ne sont pas chargés."));
        sentences();
    }

    private List<Inline> territory() {
        var diagnosis = portrait.diagnosis();
        return List.of(
                new Inline.Text("Le territoire réunit "
                        + French.count(portrait.communes().size(), "commune", "communes") + " et "
                        + French.count(portrait.population(), "habitant", "habitants")),
                new Inline.Note(
                        new Source(
                                "Insee, populations de référence " + diagnosis.populationVintage()
                                        + ". Licence Ouverte 2.0.",
                                "https://www.insee.fr/fr/information/2008354"),
                        ""),
                new Inline.Text(". Il est comparé à " + diagnosis.departement().the() + ", à "
                        + diagnosis.region().the() + " et à la France."));
    }

    private void sentences() {
        var items = manuscript
                .indicators()
                .standingOut()
                .limit(MOST_SENTENCES)
                .flatMap(measure -> Sentences.of(measure).stream().map(sentence -> {
                    var from = measure.territory().from();
                    return new Block.Item(List.of(new Block.Paragraph(
                            manuscript.noted(sentence.text(), from == null ? "" : from.dataset()))));
                }))
                .toList();
        if (!items.isEmpty()) {
            manuscript.section("En phrases");
            manuscript.add(new Block.BulletList(items));
            manuscript.say("Ces phrases sont rédigées à partir des chiffres. Elles ne disent aucune cause.");
        }
    }
}
