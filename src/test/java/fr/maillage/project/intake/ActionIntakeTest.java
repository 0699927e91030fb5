package fr.maillage.project.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.PerimeterUpload.Line;
import fr.maillage.community.TestCommunities;
import fr.maillage.demo.ProjectMaker;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.project.Action;
import fr.maillage.project.Indicator;
import fr.maillage.project.Projects;
import fr.maillage.project.intake.ActionUpload.Refused;
import fr.maillage.project.intake.ActionUpload.Understood;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A team's table of actions becomes fiches: nothing silent, nothing twice, what is not understood is said. */
@MaillageTest
class ActionIntakeTest {

    private static final String LIST = """
            Action;Mission ACI;Référent;Démarrage;Échéance;Indicateurs;Avancement
            Créneaux du jour;Soins non programmés;Camille Exemple;mars 2027;2028;Créneaux tenus • Part des demandes vues;En cours
            Dépistages;Prévention;;T2 2027;;;
            """;

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    ProjectMaker maker;

    @Autowired
    ActionIntake intake;

    @Autowired
    Projects projects;

    CommunityView view;

    @BeforeEach
    void aCommunity() {
        view = made.create("CPTS des Tableaux");
    }

    @Test
    void understandsTheTablesOfTeams() {
        var read = read(LIST);

        assertThat(read.aside()).isEmpty();
        assertThat(read.actions())
                .satisfiesExactly(
                        slots -> {
                            assertThat(slots.facts().coverage()).containsExactly("SOINS_NON_PROGRAMMES");
                            assertThat(slots.facts().startsOn()).isEqualTo(LocalDate.of(2027, 3, 1));
                            assertThat(slots.facts().endsOn()).isEqualTo(LocalDate.of(2028, 12, 31));
                            assertThat(slots.facts().state()).isEqualTo(Action.State.ONGOING);
                            assertThat(slots.facts().indicators())
                                    .extracting(Indicator::label)
                                    .containsExactly("Créneaux tenus", "Part des demandes vues");
                            assertThat(slots.facts().people().actors().replace('\u00A0', ' '))
                                    .isEqualTo("Pilotage : Camille Exemple");
                            assertThat(slots.notes()).singleElement().asString().contains("liste des acteurs");
                        },
                        screening -> {
                            assertThat(screening.facts().coverage()).containsExactly("PREVENTION");
                            assertThat(screening.facts().state()).isEqualTo(Action.State.PLANNED);
                            assertThat(screening.notes()).isEmpty();
                        });
    }

    /** One line under « Titre;Mission;Objectif;Début;Fin;État;Effectif », and what the page says of it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Essai;Accès aux soins;;;;;         | Mission « Accès aux soins » : 2 réponses possibles",
                "Essai;Télépathie;;;;;              | Mission « Télépathie » non reconnue",
                "Essai;;Vivre mieux;;;;             | Objectif « Vivre mieux » inconnu du projet",
                "Essai;;;bientôt;;;                 | Début « bientôt » : date non comprise",
                "Essai;;;;;Perdue;                  | État « Perdue » non reconnu",
            })
    void saysWhatWasNotUnderstoodOfAnAction(String line, String note) {
        var entry = read("Titre;Mission;Objectif;Début;Fin;État;Effectif\n" + line + "\n")
                .actions()
                .getFirst();

        assertThat(entry.notes()).singleElement().asString().startsWith(note);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                ";Prévention;;;;;                   | Cette ligne n’a pas de titre d’action.",
                "Essai;;;2028;2027;;                | La fin prévue est avant le début. Vérifiez l’année.",
                "Essai;;;;;;beaucoup                | Écrivez un nombre de bénéficiaires, par exemple 350.",
            })
    void tellsWhyALineIsLeftAside(String line, String reason) {
        var read = read("Titre;Mission;Objectif;Début;Fin;État;Effectif\n" + line + "\n");

        assertThat(read.actions()).isEmpty();
        assertThat(read.aside()).extracting(Line::reason).containsExactly(reason);
    }

    @Test
    void anActionThatIsThereIsNotMadeAgain() {
        var key = UUID.randomUUID();
        assertThat(intake.enter(view, key, LIST, Map.of())).isEqualTo(2);
        intake.enter(view, key, LIST, Map.of());
        intake.enter(view, UUID.randomUUID(), LIST, Map.of());

        assertThat(projects.of(view.id()).actions()).hasSize(2);
        assertThat(read(LIST + "dépistages !;;;;;;\nNeuve;;;;;;\nneuve;;;;;;\n").aside())
                .extracting(Line::reason)
                .containsExactly(
                        "Le projet a déjà l’action 1 de ce titre.",
                        "Le projet a déjà l’action 2 de ce titre.",
                        "Le projet a déjà l’action 2 de ce titre.",
                        "Même titre qu’à la ligne 5.");
    }

    @Test
    void peopleAndObjectivesOfTheProjectAreLinked() {
        maker.fill(view, TestDossiers.MILLAU, ProjectMaker.Progress.READY);
        var project = projects.of(view.id());
        var action = project.actions().stream()
                .filter(known -> known.pilotName() != null && known.objectiveTitle() != null)
                .findFirst()
                .orElseThrow();

        var entry = read("Titre;Référent;Objectif opérationnel\nToute neuve;%s;%s\n"
                        .formatted(action.pilotName(), action.objectiveTitle()))
                .actions()
                .getFirst();

        assertThat(entry.facts().pilot()).isEqualTo(action.facts().pilot());
        assertThat(entry.facts().objective()).isEqualTo(action.facts().objective());
        assertThat(entry.notes()).isEmpty();
    }

    @Test
    void refusesWhatIsNoTableOfActions() {
        for (var file : List.of(
                "",
                "Titre;Mission\n",
                "\u0089PNG\r\n\u001a\n0000",
                "PK\u0003\u0004 not a workbook",
                "Titre\n" + "Essai\n".repeat(ActionIntake.MOST + 1),
                "Titre;Description\nEssai;" + "x".repeat(600_000) + "\n")) {
            assertThat(intake.read(view, file.getBytes(StandardCharsets.ISO_8859_1), Map.of()))
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void fromAFileInABrowser(int width) {
        try (var browser = Browser.on(port).width(width)) {
            browser.signIn(view.actor().email(), TestAccounts.PASSWORD).forgetConsoleErrors();
            browser.open(view.at("/actions"))
                    .page()
                    .getByText("Reprendre un tableau")
                    .click();
            browser.settled().accessible().noSidewaysScroll();
            var list = LIST.replace("Action;", "Ce qu’on fait;");
            browser.page()
                    .setInputFiles(
                            "#fichier",
                            new FilePayload("actions.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
            click(browser, "Lire le tableau");
            browser.settled().accessible().noSidewaysScroll();
            browser.page().getByText("Quelle colonne donne").waitFor();
            browser.page().getByLabel("Ce qu’on fait").selectOption("titre");
            click(browser, "Relire avec ces colonnes");
            browser.settled().accessible().noSidewaysScroll();
            assertThat(projects.of(view.id()).actions())
                    .as("nothing before the button")
                    .isEmpty();
            // Another column told and not looked at: it is shown, not taken.
            browser.page().getByLabel("Mission ACI").selectOption("");
            click(browser, "Ajouter au projet");
            browser.settled().page().getByText("Relu avec vos colonnes").waitFor();
            assertThat(projects.of(view.id()).actions()).isEmpty();
            browser.screenshot("actions-import-" + width);
            click(browser, "Ajouter au projet");
            browser.settled().page().getByText("Créneaux du jour").first().waitFor();
        }
        assertThat(projects.of(view.id()).actions())
                .extracting(
                        action -> action.facts().title(),
                        action -> action.facts().coverage())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Créneaux du jour", java.util.Set.of()),
                        org.assertj.core.groups.Tuple.tuple("Dépistages", java.util.Set.of()));
    }

    private static void click(Browser browser, String name) {
        browser.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private Understood read(String csv) {
        return (Understood) intake.read(view, csv.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
