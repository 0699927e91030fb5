package fr.maillage.community.participants;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantFacts;
import fr.maillage.community.Participants;
import fr.maillage.community.PerimeterUpload.Line;
import fr.maillage.community.Sector;
import fr.maillage.community.TestCommunities;
import fr.maillage.community.participants.ParticipantUpload.Entry;
import fr.maillage.community.participants.ParticipantUpload.Refused;
import fr.maillage.community.participants.ParticipantUpload.Understood;
import fr.maillage.demo.ProjectMaker;
import fr.maillage.documents.ColumnMapping.Field;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

/** Lists of actors are understood line by line, looked at, entered once, and given back as they were. */
@MaillageTest
class ParticipantImportTest {

    private static final String LIST = """
            Nom;Prénom;Profession;Secteur;Lieu;Structure;Gouvernance;Certain;Membre/partenaire
            Exemple;Camille;Médecin généraliste;Sanitaire;Millau;Cabinet du Pont;oui;oui;Membre
            Fictif;Dominique;infirmière;;12084;;non;non;
            Résidence des Essais;;EHPAD;Médico-social;Millau (12145);;;;partenaire
            """;

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    ProjectMaker maker;

    @Autowired
    ParticipantImport imports;

    @Autowired
    Participants participants;

    CommunityView view;

    @BeforeEach
    void aCommunity() {
        view = made.create("CPTS Grands Causses et Raspes");
    }

    @Test
    void understandsTheListsOfCpts() {
        var read = read(LIST);

        assertThat(read.faults()).isEmpty();
        assertThat(read.actors())
                .extracting(Entry::facts)
                .satisfiesExactly(
                        doctor -> {
                            assertThat(doctor.category().generalPractice()).isTrue();
                            assertThat(doctor.place()).isEqualTo(new ParticipantFacts.Place("12145", "Millau"));
                            assertThat(doctor.attachedTo()).isEqualTo("Cabinet du Pont");
                            assertThat(doctor.governance()).isTrue();
                            assertThat(doctor.certain()).isTrue();
                        },
                        nurse -> {
                            assertThat(nurse.category().code()).isEqualTo("SOINS_INFIRMIERS");
                            assertThat(nurse.sector()).isEqualTo(Sector.HEALTH);
                            assertThat(nurse.certain()).isFalse();
                            assertThat(nurse.membership()).isEqualTo(Participant.Membership.MEMBER);
                        },
                        home -> {
                            assertThat(home.kind()).isEqualTo(Participant.Kind.STRUCTURE);
                            assertThat(home.membership()).isEqualTo(Participant.Membership.PARTNER);
                        });
    }

    /** One line under « Nom;Prénom;Profession;Commune;Gouvernance;RPPS ». */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                ";Camille;Médecin;Millau;;          | Indiquez le nom de famille.",
                "Exemple;Camille;;Millau;;          | Indiquez la profession, ou le type de structure.",
                "Exemple;Camille;Astronaute;;;      | « Astronaute » n’est pas dans la liste des professions. Écrivez « Médecine générale », par exemple, ou « Autre » avec une précision.",
                "Exemple;Camille;Médecin;Milauuu;;  | Aucune commune ne répond à ce nom.",
                "Exemple;Camille;Médecin;;peut-être;| Écrivez « oui » ou « non » dans les colonnes Gouvernance et Certain.",
                "Exemple;Camille;Médecin;;;123      | Un numéro RPPS compte 11 chiffres, dont le dernier contrôle les autres. Vérifiez-le.",
            })
    void tellsWhyALineIsLeftAside(String line, String reason) {
        var read = read("Nom;Prénom;Profession;Commune;Gouvernance;RPPS\n" + line + "\n");

        assertThat(read.actors()).isEmpty();
        assertThat(read.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.number()).isEqualTo(2);
            assertThat(fault.reason().replace('\u00A0', ' ')).startsWith(reason);
        });
    }

    @Test
    void whoIsListedAlreadyOrTwiceIsNotEnteredAgain() {
        assertThat(imports.enter(view, UUID.randomUUID(), LIST, Map.of())).isEqualTo(3);

        var read = read(
                LIST + "EXEMPLE;Camille;médecin;;;;;;\nNeuf;Claude;Pharmacien;;;;;;\nneuf;claude;pharmacie;;;;;;\n");

        assertThat(read.actors())
                .singleElement()
                .satisfies(entry -> assertThat(entry.line()).isEqualTo(6));
        assertThat(read.faults())
                .extracting(Line::reason)
                .contains("Camille Exemple est déjà dans la liste.", "claude neuf est déjà à la ligne 6.")
                .hasSize(5);
    }

    @Test
    void columnsThatNobodyWouldGuessAreTold() {
        var list = "Couleur;Qui;Métier exercé;Prénom\nbleu;Exemple;Infirmière;Camille\n";

        var unknown = read(list);
        assertThat(unknown.actors()).isEmpty();
        assertThat(unknown.mapping().missing()).extracting(Field::code).containsExactly("nom", "categorie");

        var said = Map.of("colonne-1", "nom", "colonne-2", "categorie", "colonne-3", "prenom");
        var told = (Understood) imports.read(view, unknown.carried().getBytes(StandardCharsets.UTF_8), said);
        assertThat(told.actors()).singleElement().satisfies(entry -> {
            assertThat(entry.line()).isEqualTo(2);
            assertThat(entry.facts().name()).isEqualTo("Exemple");
        });
    }

    @Test
    void aListSentTwiceIsEnteredOnce() {
        var key = UUID.randomUUID();

        imports.enter(view, key, LIST, Map.of());
        imports.enter(view, key, LIST, Map.of());

        assertThat(participants.of(view.id())).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void readsTheEncodingsOfFrenchSpreadsheets(String encoding) {
        assertThat(imports.read(view, LIST.getBytes(Charset.forName(encoding)), Map.of()))
                .isInstanceOfSatisfying(
                        Understood.class, read -> assertThat(read.actors()).hasSize(3));
    }

    @Test
    void refusesWhatIsNoListOfActors() {
        for (var file : List.of(
                "",
                "Nom;Profession\n",
                "\u0089PNG\r\n\u001a\n0000",
                "PK\u0003\u0004 not a workbook",
                "Nom;Profession\n" + "Exemple;Médecin\n".repeat(ParticipantImport.MOST + 1))) {
            assertThat(imports.read(view, file.getBytes(StandardCharsets.ISO_8859_1), Map.of()))
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsItsOwnExportBackUnchanged(boolean xlsx) throws Exception {
        var source = made.create("CPTS Vallée Fictive");
        maker.fill(source, TestDossiers.MILLAU, ProjectMaker.Progress.READY);
        imports.enter(
                source, UUID.randomUUID(), "Nom;Prénom;Profession;Rôle\n=1+2;@Camille;kiné;+33 bras droit\n", Map.of());
        var actors =
                participants.of(source.id()).stream().map(Participant::facts).toList();
        var out = new ByteArrayOutputStream();
        var sheet = ParticipantSheet.of(actors, List.of());
        if (xlsx) {
            sheet.xlsx(out);
        } else {
            sheet.csv(out);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains(";'=1+2;'@Camille;", ";'+33 bras droit;");
        }

        assertThat(imports.read(view, out.toByteArray(), Map.of())).isInstanceOfSatisfying(Understood.class, read -> {
            assertThat(read.faults()).isEmpty();
            assertThat(read.actors()).extracting(Entry::facts).containsExactlyElementsOf(actors);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void fromAFileInABrowser(int width) {
        try (var browser = Browser.on(port).width(width)) {
            browser.signIn(view.actor().email(), TestAccounts.PASSWORD).forgetConsoleErrors();
            browser.open(view.at("/acteurs/import")).accessible().noSidewaysScroll();
            browser.page()
                    .setInputFiles(
                            "#fichier",
                            new FilePayload(
                                    "acteurs.csv",
                                    "text/csv",
                                    (LIST + "Exemple;Camille;Astronaute;;;;;;\n").getBytes(StandardCharsets.UTF_8)));
            click(browser, "Lire la liste");
            browser.settled().accessible().noSidewaysScroll();
            browser.page().getByText("« Astronaute » n’est pas dans la liste").waitFor();
            browser.screenshot("acteurs-import-" + width);
            click(browser, "Ajouter à la liste");
            browser.settled().accessible().noSidewaysScroll();
            browser.page().getByText("Résidence des Essais").first().waitFor();
        }
        assertThat(participants.of(view.id())).hasSize(3);
    }

    private static void click(Browser browser, String name) {
        browser.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private Understood read(String csv) {
        return (Understood) imports.read(view, csv.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
