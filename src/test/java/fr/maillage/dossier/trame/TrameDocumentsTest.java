package fr.maillage.dossier.trame;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.dossier.projection.ProjectDocument;
import fr.maillage.platform.Settings;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every trame as Word, read back: its headings in the order of the source, and each of its tables with its columns. */
@MaillageTest
class TrameDocumentsTest {

    private static final List<String> BUDGET = List.of("Charges", "Montant ¹", "Produits", "Montant");
    private static final List<String> PEOPLE = List.of(
            "Catégorie de professionnels de santé",
            "Nom Prénom",
            "Lieu d’exercice",
            "Structure d’appartenance",
            "Participation à la gouvernance (oui/non)");
    private static final List<String> STRUCTURES = List.of(
            "Service et/ou établissement", "Nom Prénom", "Localisation", "Participation à la gouvernance (oui/non)");

    @LocalServerPort
    private int port;

    @Autowired
    private TestDossiers made;

    @Autowired
    private TestCommunities communities;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Trames trames;

    @Autowired
    private ProjectDocument projection;

    @Autowired
    private DocumentRenderer renderer;

    @Autowired
    private Settings settings;

    private CommunityView view;

    @BeforeEach
    void aCommunity() {
        view = made.communityReadyToDeposit("CPTS des Trames");
    }

    @Test
    void everyTramePrintsTheHeadingsOfItsSourceInOrder() throws IOException {
        for (var trame : trames.all()) {
            try (var docx = docx(trame)) {
                var printed = docx.getParagraphs().stream()
                        .filter(paragraph ->
                                String.valueOf(paragraph.getStyle()).startsWith("Heading"))
                        .map(paragraph -> SourceHeadingsTest.plain(paragraph.getText()))
                        .toList();
                assertThat(printed).as(trame.id()).containsSubsequence(committed(trame.id()));
            }
        }
    }

    @Test
    void everyTableOfTheSourceOfOccitanieIsThereWithItsColumns() throws IOException {
        try (var docx = docx(trame("projet-de-sante-occitanie"))) {
            assertThat(heads(docx))
                    .contains(
                            List.of(
                                    "NOM Prénom",
                                    "Profession",
                                    "Secteur d’activité",
                                    "Lieu d’exercice",
                                    "Structure d’appartenance (le cas échéant)",
                                    "Participation à la gouvernance"),
                            List.of("Phase", "Dates"),
                            BUDGET);
            assertThat(labels(docx))
                    .containsSubsequence(
                            "Intitulé du projet",
                            "Date de création",
                            "Rédacteur",
                            "Adresse du rédacteur",
                            "Mail du rédacteur",
                            "Téléphone")
                    .containsSubsequence(
                            "Statut juridique",
                            "Nom de la structure porteuse du projet",
                            "N° FINESS (le cas échéant)",
                            "Coordonnées de la structure porteuse du projet de CPTS",
                            "Personne contact",
                            "Représentant légal de la structure porteuse du projet de CPTS")
                    .containsSubsequence(
                            "Phase de construction du projet",
                            "Réunions d’information / de travail préparatoire",
                            "Dépôt de la lettre d’intention",
                            "Dépôt du projet de santé",
                            "Contractualisation avec l’ARS",
                            "Début de la mise en œuvre",
                            "Premières évaluations")
                    .containsSubsequence("Nom et prénom", "Date de la signature", "Signature");
            var text = words(docx);
            assertThat(text)
                    .contains("☐ SISA", "☒ Association loi 1901", "☐ Autre (préciser)")
                    .contains("☒ Taille 1 (moins de 40 000 habitants)", "☐ Taille 2", "☐ Taille 3", "☐ Taille 4");
        }
    }

    @Test
    void everyTableOfAnnexes3And4IsThereWithItsColumns() throws IOException {
        try (var docx = docx(trame("pre-projet-aura"))) {
            assertThat(heads(docx)).contains(PEOPLE, STRUCTURES, List.of("Charges", "Montant", "Produits", "Montant"));
            assertThat(labels(docx)).contains("Communication", "Frais de réunion (location, repas…)");
        }
        try (var docx = docx(trame("projet-de-sante-aura"))) {
            assertThat(heads(docx)).contains(PEOPLE, STRUCTURES, BUDGET);
            assertThat(labels(docx))
                    .containsSubsequence(
                            "Établi en date du",
                            "Création de l’association de loi 1901",
                            "Nom de l’association",
                            "N° SIRET Association",
                            "Coordonnées de la structure porteuse du projet de CPTS",
                            "Personne contact",
                            "Représentant légal de la structure porteuse du projet de CPTS",
                            "Coordonnées bancaires")
                    .containsSubsequence(
                            "60 – Achats",
                            "61 – Services extérieurs",
                            "62 – Autres services extérieurs",
                            "63 – Impôts et taxes",
                            "64 – Charges de personnel",
                            "65 – Autres charges de gestion courante",
                            "66 – Charges financières",
                            "67 – Charges exceptionnelles",
                            "68 – Dotation aux amortissements",
                            "Charges indirectes",
                            "Total des charges",
                            "86 – Emplois des contributions volontaires en nature",
                            "Total")
                    .containsSubsequence(
                            "Missions ACI / Objectifs régionaux de référence au PRS",
                            "Principaux éléments du diagnostic territorial",
                            "Finalité / objectif général du projet",
                            "Objectif opérationnel",
                            "Description de l’action",
                            "Point d’adhérence avec les autres actions de la CPTS",
                            "Public bénéficiaire",
                            "Acteurs de l’action",
                            "Calendrier");
        }
    }

    @Test
    void whoIsNotCertainIsInOrangeAndSaidInWords() throws IOException {
        try (var docx = docx(trame("projet-de-sante-aura"))) {
            var uncertain = docx.getTables().stream()
                    .flatMap(table -> table.getRows().stream())
                    .filter(row -> row.getTableCells().stream()
                            .anyMatch(cell -> cell.getText().contains("(incertain)")))
                    .toList();
            assertThat(uncertain).isNotEmpty();
            assertThat(uncertain)
                    .flatMap(row -> row.getTableCells())
                    .extracting(XWPFTableCell::getColor)
                    .containsOnly("FBE3C4");
            assertThat(words(docx)).contains("En orange : participation encore incertaine.");
        }
    }

    @Test
    void aTextWrittenForOneDossierIsPrintedInEveryTrameThatAsksForIt() throws IOException {
        try (var national = docx(trame("projet-de-sante-national"));
                var occitanie = docx(trame("projet-de-sante-occitanie"));
                var pre = docx(trame("pre-projet-aura"))) {
            var habits = "utilisent déjà la même messagerie sécurisée";
            assertThat(words(national)).contains(habits);
            assertThat(words(occitanie)).contains(habits);
            assertThat(words(pre)).contains(habits);
        }
    }

    /** Followed by the letter: docs/trames.md, nothing but a file in the data folder. */
    @Test
    void aTrameThatARegionWritesAppearsAndRendersWithoutCode() throws IOException {
        var file = Files.createDirectories(settings.home().resolve("trames")).resolve("nouvelle-region.yaml");
        Files.writeString(file, """
                identifiant: projet-de-nouvelle-region
                type: projet-de-sante
                titre: Projet de santé de Nouvelle Région
                emetteur: ARS de Nouvelle Région
                version: "2027"
                numerote: non
                source:
                  titre: Cahier des charges de Nouvelle Région
                sections:
                  - cle: qui
                    numero: "0"
                    titre: Qui nous sommes
                    contenu:
                      - vue: identite-aura
                  - cle: pourquoi
                    numero: "1"
                    titre: Pourquoi ici
                    contenu:
                      - recit: contexte-local
                        attendu: obligatoire
                      - vue: taille
                    sections:
                      - cle: chiffres
                        numero: "1.1"
                        numerote: oui
                        titre: Les chiffres
                        contenu:
                          - vue: communes
                          - texte: Un texte de la région, le même pour tous.
                  - cle: fin
                    numero: "2"
                    titre: Pour finir
                    contenu:
                      - vue: signature
                """);
        try {
            trames.reload();
            assertThat(trames.faults()).isEmpty();

            var client = WebClient.signedIn(port, accounts.session(view.actor().account()));
            assertThat(client.get("/api/v1/trames").body())
                    .contains(
                            "{\"id\":\"projet-de-nouvelle-region\",\"intitule\":\"Projet de santé de Nouvelle Région\","
                                    + "\"emetteur\":\"ARS de Nouvelle Région\",\"version\":\"2027\",\"sections\":4}");
            var address = "/cpts/" + view.slug() + "/dossiers/projet-de-nouvelle-region";
            for (var format : List.of(".docx", ".pdf")) {
                assertThat(client.get(address + format).statusCode()).as(format).isEqualTo(200);
            }
            try (var docx = docx(trame("projet-de-nouvelle-region"))) {
                assertThat(docx.getParagraphs().stream()
                                .filter(paragraph ->
                                        String.valueOf(paragraph.getStyle()).matches("Heading\\d"))
                                .map(paragraph -> paragraph.getText().replace('\u00A0', ' ')))
                        .containsSubsequence("Qui nous sommes", "Pourquoi ici", "1.1 Les chiffres", "Pour finir");
                assertThat(words(docx)).contains("Un texte de la région, le même pour tous.", "☒ Taille 1");
            }
        } finally {
            Files.delete(file);
            trames.reload();
        }
        assertThat(trames.byId("projet-de-nouvelle-region")).isEmpty();
    }

    @Test
    void anUnknownTrameOrAnotherCommunityIs404() {
        var client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        var other = communities.create("CPTS d’à côté");

        assertThat(client.get("/cpts/" + view.slug() + "/dossiers/inconnue.pdf").statusCode())
                .isEqualTo(404);
        assertThat(client.get("/cpts/" + other.slug() + "/dossiers/pre-projet-aura.pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    private Trame trame(String id) {
        return trames.byId(id).orElseThrow();
    }

    private XWPFDocument docx(Trame trame) throws IOException {
        var bytes = new ByteArrayOutputStream();
        renderer.docx(projection.inTrame(view.id(), trame).document(), bytes);
        return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static List<String> committed(String id) throws IOException {
        try (var list = TrameDocumentsTest.class.getResourceAsStream("/trames/" + id + ".txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> SourceHeadingsTest.plain(
                            line.replaceFirst("^- ", "").replaceFirst("^([\\d.]+)\\. ", "$1 ")))
                    .toList();
        }
    }

    /** The first row of each table. */
    private static List<List<String>> heads(XWPFDocument docx) {
        return docx.getTables().stream()
                .map(table -> table.getRow(0).getTableCells().stream()
                        .map(cell -> cell.getText().replace('\u00A0', ' '))
                        .toList())
                .toList();
    }

    /** The first cell of each row. */
    private static List<String> labels(XWPFDocument docx) {
        return docx.getTables().stream()
                .flatMap(table -> table.getRows().stream())
                .map(row -> row.getCell(0).getText().replace('\u00A0', ' '))
                .toList();
    }

    private static String words(XWPFDocument docx) {
        return Stream.concat(
                        docx.getParagraphs().stream().map(paragraph -> paragraph.getText()),
                        docx.getTables().stream().map(XWPFTable::getText))
                .reduce("", (all, next) -> all + "\n" + next)
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replace('\u2009', ' ');
    }
}
