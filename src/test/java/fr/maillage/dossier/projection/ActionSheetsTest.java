package fr.maillage.dossier.projection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.documents.Block;
import fr.maillage.project.Action;
import fr.maillage.project.ActionFacts;
import fr.maillage.project.ActionPart;
import fr.maillage.project.TestProjects;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every row of the model of fiche is printed, with its fact or with the words of what is missing. */
class ActionSheetsTest {

    private static final List<String> ROWS = List.of(
            "Missions ACI / Objectifs régionaux de référence au PRS",
            "Principaux éléments du diagnostic territorial",
            "Finalité / objectif général du projet",
            "Objectif opérationnel",
            "Description de l’action",
            "Point d’adhérence avec les autres actions de la CPTS",
            "Public bénéficiaire",
            "Acteurs de l’action",
            "Calendrier",
            "Tâches",
            "Moyens",
            "Risques et réponses",
            "État");

    @Test
    void aCompleteFicheLacksOnlyItsLinksWithOtherActions() {
        var blocks = print(TestProjects.complete());

        assertThat(facts(blocks).lines()).extracting(Block.FactLine::label).containsExactlyElementsOf(ROWS);
        assertThat(Absent.labels(blocks)).containsExactly("Point d’adhérence avec les autres actions de la CPTS");
        assertThat(blocks.toString().replace('\u00A0', ' '))
                .contains("Un médecin traitant pour tous", "1 700 personnes", "Étape clé : Première réunion")
                .contains("Recenser, Coordination", "Peu de volontaires (réponse : Commencer petit)")
                .contains("10 patients (31 décembre 2029)", "Extraction");
    }

    @Test
    void anEmptyFicheSaysWhatIsLeftRowByRow() {
        var purpose = new ActionPart.Purpose("Orienter", Set.of(), null, "");
        var complete = TestProjects.complete();
        var empty = new Action(
                complete.id(), 1, ActionFacts.of(purpose), Set.of(), null, null, List.of(), complete.change());

        var blocks = print(empty);

        assertThat(Absent.labels(blocks)).containsExactlyElementsOf(ROWS.subList(0, ROWS.size() - 1));
        assertThat(blocks.toString()).contains("Aucun indicateur n’est encore choisi pour cette action.");
    }

    private static List<Block> print(Action action) {
        return ActionSheets.of(TestProjects.of(action), 2, "fiches", "");
    }

    private static Block.Facts facts(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Facts.class::isInstance)
                .map(Block.Facts.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
