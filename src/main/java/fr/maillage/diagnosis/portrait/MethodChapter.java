package fr.maillage.diagnosis.portrait;

import fr.maillage.diagnosis.Measure;
import fr.maillage.documents.Block;
import fr.maillage.documents.Inline;
import fr.maillage.professionals.Supply;
import fr.maillage.shared.French;
import java.util.stream.Collectors;

/** « Méthode et limites »: where sources differ, how values are made, what they do not tell, what is not loaded. */
final class MethodChapter {

    private static final int MOST_LIMITS = 6;

    private final Manuscript manuscript;
    private final Portrait portrait;

    MethodChapter(Manuscript manuscript) {
        this.manuscript = manuscript;
        this.portrait = manuscript.portrait();
    }

    void write() {
        manuscript.chapter("Méthode, limites et sources");
        manuscript.section("Quand deux sources ne disent pas la même chose");
        manuscript
                .indicators()
                .disagreements()
                .ifPresentOrElse(
                        manuscript::add,
                        () -> manuscript.say("Aucun indicateur de ce portrait n’a deux sources qui se comparent."));
        making();
        accessibility();
        if (!portrait.missing().isEmpty()) {
            manuscript.section("Ce qui n’est pas chargé");
            manuscript.say("Ces jeux de données en diraient davantage" + French.NBSP + ": "
                    + portrait.missing().stream()
                            .map(descriptor -> descriptor.title())
                            .collect(Collectors.joining(" ; "))
                    + ".");
        }
    }

    private void making() {
        manuscript.section("Comment les valeurs sont faites, et leurs limites");
        var known =
                portrait.diagnosis().measures().stream().filter(Measure::known).toList();
        manuscript.say(
                "Chaque indicateur a sa définition complète dans le tableur du portrait et dans les pages du diagnostic.");
        manuscript.bullets(known.stream()
                .map(measure -> measure.feed().making().sentence())
                .distinct()
                .toList());
        manuscript.say("Ce que les chiffres ne disent pas" + French.NBSP + ":");
        manuscript.bullets(known.stream()
                .map(measure -> measure.indicator().limits())
                .distinct()
                .limit(MOST_LIMITS)
                .toList());
    }

    private void accessibility() {
        manuscript.section("Comment l’accessibilité est calculée");
        manuscript.bullets(portrait.apl().stream()
                .filter(value -> value.profession().equals(Supply.GENERALISTES))
                .flatMap(value -> value.limits().stream())
                .toList());
        portrait.apl().stream()
                .findFirst()
                .ifPresent(value -> manuscript.add(new Block.Facts(value.parameters().stream()
                        .map(parameter -> new Block.FactLine(
                                parameter.name(),
                                Inline.text(parameter.words() + " (" + parameter.source() + ", "
                                        + parameter.reliability() + ")")))
                        .toList())));
    }
}
