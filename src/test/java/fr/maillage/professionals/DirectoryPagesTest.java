package fr.maillage.professionals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantCategory;
import fr.maillage.community.Participants;
import fr.maillage.community.Perimeters;
import fr.maillage.community.TestCommunities;
import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.professionals.ActorPicking.Outcome;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A CPTS looks its territory up and picks its actors instead of typing them. */
@MaillageTest
class DirectoryPagesTest {

    private static final String MILLAU = "12145";
    private static final String CREISSELS = "12084";
    private static final String RODEZ = "12202";

    @LocalServerPort
    int port;

    @Autowired
    TestCommunities made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Perimeters perimeters;

    @Autowired
    Participants participants;

    @Autowired
    Imports imports;

    @Autowired
    Descriptors descriptors;

    @Autowired
    ActorPicking picking;

    @Autowired
    DirectoryList list;

    @Autowired
    DirectoryNumbers numbers;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    CommunityView view;

    @BeforeEach
    void aCommunity() {
        view = made.create("CPTS des Essais");
        perimeters.save(view.actor(), view.id(), 0, List.of(MILLAU, CREISSELS), List.of());
    }

    @Test
    void professionalsAreFoundAndPicked() throws IOException {
        load();
        try (var browser = Browser.on(port)
                .signIn("cpts-des-essais@maillage.example", TestAccounts.PASSWORD)
                .open(view.at("/annuaire"))) {
            var page = browser.page();
            assertThat(browser.heading()).isEqualTo("Annuaire des professionnels");
            assertThat(page.locator("caption").innerText().replaceAll("\\h", " "))
                    .contains("3 personnes, 5 activités")
                    .contains("2 en libéral, 2 en salariat, dont 1 des deux façons");
            assertThat(page.locator("#annuaire-corps").innerText())
                    .contains("EXEMPLE-01 Alix")
                    .contains("Creissels")
                    .doesNotContain("EXEMPLE-05");
            browser.accessible().noSidewaysScroll();

            page.selectOption("#profession", Supply.GENERALISTES);
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Filtrer"))
                    .click();
            browser.settled();
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            page.locator("tbody form button").click();
            browser.settled();
            assertThat(page.locator("body").innerText()).contains("Alix Exemple-04 est dans les acteurs.");
            assertThat(page.url()).contains("profession=10-MG");
            assertThat(page.locator("tbody").innerText()).contains("Déjà dans les acteurs");

            browser.open(view.at("/acteurs/nouveau"));
            page.fill("#rpps", RppsLines.rpps("01"));
            page.locator("#rpps").blur();
            page.getByText("Alix EXEMPLE-01, Infirmier").waitFor();
            browser.accessible();
        }
        try (var phone = Browser.on(port)
                .width(390)
                .signIn("cpts-des-essais@maillage.example", TestAccounts.PASSWORD)
                .open(view.at("/annuaire"))) {
            phone.accessible().noSidewaysScroll();
            phone.open(view.at("/annuaire/etablissements")).accessible().noSidewaysScroll();
            assertThat(phone.page().locator("#etablissements-corps").innerText())
                    .contains("66")
                    .contains("non précisé")
                    .contains("Urgences");
        }
        assertThat(participants.of(view.id())).singleElement().satisfies(actor -> {
            assertThat(actor.facts().rpps()).isEqualTo(RppsLines.rpps("04"));
            assertThat(actor.facts().category().generalPractice()).isTrue();
            assertThat(actor.facts().place().code()).isEqualTo(MILLAU);
        });
    }

    @Test
    void pickingTwiceAddsOneActor() throws IOException {
        load();
        var lines = list.person(List.of(MILLAU, CREISSELS), "8" + RppsLines.rpps("01"));

        assertThat(picking.pick(view, lines)).isInstanceOf(Outcome.Added.class);
        assertThat(picking.pick(view, lines)).isEqualTo(new Outcome.AlreadyThere("Alix Exemple-01"));
        participants.archive(view, participants.of(view.id()).getFirst().id());
        assertThat(picking.pick(view, lines))
                .isInstanceOfSatisfying(
                        Outcome.Added.class, added -> assertThat(added.again()).isTrue());
        assertThat(participants.of(view.id())).hasSize(1);
        assertThat(picking.pick(view, List.of())).isEqualTo(new Outcome.Gone());
        assertThat(picking.pick(view, Optional.<EstablishmentRow>empty())).isEqualTo(new Outcome.Gone());
    }

    @Test
    void establishmentsBecomeStructures() throws IOException {
        load();
        var coordination =
                WebClient.signedIn(port, accounts.session(view.actor().account()));
        var picked = coordination.post(view.at("/annuaire/etablissements/acteurs"), Map.of("finess", "120000011"));
        coordination.post(view.at("/annuaire/etablissements/acteurs"), Map.of("finess", "120000011"));

        assertThat(picked.statusCode()).isEqualTo(302);
        assertThat(participants.of(view.id())).singleElement().satisfies(actor -> {
            assertThat(actor.facts().kind()).isEqualTo(Participant.Kind.STRUCTURE);
            assertThat(actor.facts().finess()).isEqualTo("120000011");
            assertThat(actor.facts().category().code()).isEqualTo("EHPAD");
        });
        var csv = coordination.get(view.at("/annuaire/etablissements.csv")).body();
        assertThat(csv).contains("120000011").contains("EHPAD D'EXEMPLE");
        assertThat(coordination
                        .get(view.at("/annuaire.csv?commune=" + CREISSELS))
                        .body())
                .contains("EXEMPLE-01")
                .doesNotContain("EXEMPLE-04");
        assertThat(coordination
                        .get(view.at("/acteurs/numero?rpps=" + RppsLines.rpps("01")))
                        .body())
                .contains("Alix EXEMPLE-01, Infirmier");
        assertThat(numbers.finess("120000039")).contains("CH D'EXEMPLE");
        assertThat(numbers.rpps(RppsLines.rpps("77"))).contains("n’est pas dans le répertoire");
        assertThat(numbers.rpps("12")).isNull();
    }

    @Test
    void aTerritoryLargerThanThatOfACptsShowsNoNames() throws IOException {
        load();
        var many = new ArrayList<>(jdbc.sql("select code from territory.commune where parent_code is null"
                        + " and departement_code in ('12', '48', '15') order by code limit 399")
                .query(String.class)
                .list());
        many.removeAll(List.of(MILLAU, CREISSELS));
        many.addAll(List.of(MILLAU, CREISSELS, "75101", "75102"));
        perimeters.save(view.actor(), view.id(), 1, many, List.of());
        var coordination =
                WebClient.signedIn(port, accounts.session(view.actor().account()));

        assertThat(coordination.get(view.at("/annuaire?recherche=exemple")).body())
                .contains("seuls les effectifs le sont", "Infirmier", "Exporter les effectifs")
                .doesNotContain("EXEMPLE-");
        assertThat(coordination.get(view.at("/annuaire.csv")).body())
                .contains("Infirmier")
                .doesNotContain("EXEMPLE-");
        coordination.post(view.at("/annuaire/acteurs"), Map.of("rpps", RppsLines.rpps("01")));
        assertThat(participants.of(view.id())).isEmpty();
        coordination.get(view.at("/annuaire/etablissements.csv"));
        assertThat(jdbc.sql("select action from audit.line where action like 'directory.%'")
                        .query(String.class)
                        .list())
                .containsExactly("directory.establishments-exported");
        try (var browser = Browser.on(port)
                .width(390)
                .signIn("cpts-des-essais@maillage.example", TestAccounts.PASSWORD)
                .open(view.at("/annuaire"))) {
            browser.accessible().noSidewaysScroll().screenshot("annuaire-effectifs-390");
        }
    }

    @ParameterizedTest
    @CsvSource({"400, 400000, true", "401, 1000, false", "2, 400001, false", "1, 511684, true", "1, 2103778, false"})
    void namesHaveABound(int communes, long inhabitants, boolean shown) {
        assertThat(NamesBound.allows(communes, inhabitants)).isEqualTo(shown);
    }

    @Test
    void anEmptyDirectoryTeaches() {
        var coordination =
                WebClient.signedIn(port, accounts.session(view.actor().account()));
        assertThat(coordination.get(view.at("/annuaire")).body())
                .contains("n’est pas chargé")
                .doesNotContain("/administration/jeux");
        var member = made.join(view, "Paul Exemple", Role.MEMBER);
        assertThat(WebClient.signedIn(port, accounts.session(member.actor().account()))
                        .get(view.at("/annuaire/etablissements"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(numbers.rpps(RppsLines.rpps("01"))).isNull();
    }

    @Test
    void everyCategoryNamedExists() {
        assertThat(ActorCategories.named())
                .allSatisfy(code ->
                        assertThat(ParticipantCategory.ofCode(code)).as(code).isPresent());
        assertThat(ActorCategories.ofPerson("10", "SM99").code()).isEqualTo("AUTRE_SPECIALITE_MEDICALE");
        assertThat(ActorCategories.ofPerson("60", "SI03").code()).isEqualTo("PRATIQUE_AVANCEE");
        assertThat(ActorCategories.ofPerson("77", null).code()).isEqualTo("AUTRE_PERSONNE");
        assertThat(ActorPicking.capitalised("EXEMPLE D'ESSAI-FICTIF")).isEqualTo("Exemple D'Essai-Fictif");
        assertThat(ActorPicking.capitalised("de l’Exemple")).isEqualTo("de l’Exemple");
    }

    private void load() throws IOException {
        run(
                "finess",
                FinessLines.file(
                        folder,
                        FinessLines.establishment(
                                "120000011", "EHPAD D'EXEMPLE", "500", "EHPAD", "12", "145", "12100 MILLAU"),
                        FinessLines.establishment(
                                "120000039", "CH D'EXEMPLE", "355", "CH", "12", "145", "12100 MILLAU")));
        run("finess-equipements", Files.writeString(folder.resolve("equipements_x.csv"), """
                nofinesset,libde_equipement,libta_equipement,capinstot,client
                120000011,Accueil pour Personnes Âgées,Hébergement Complet Internat,66,Personnes Agées
                """));
        run("finess-soins", Files.writeString(folder.resolve("soins_x.csv"), """
                nofinesset,activite,libactivite,forme,libforme
                120000039,14,Médecine d'urgence,14,Non saisonnier
                """));
        run(
                "rpps",
                RppsLines.file(
                        folder,
                        RppsLines.at("01", "60", "Infirmier", "L", MILLAU),
                        RppsLines.at("01", "60", "Infirmier", "L", CREISSELS),
                        RppsLines.inEstablishment("01", "60", "Infirmier", "120000039", "CH D'EXEMPLE"),
                        RppsLines.inEstablishment("02", "60", "Infirmier", "120000011", "EHPAD D'EXEMPLE"),
                        RppsLines.generalist("04", "L", MILLAU),
                        RppsLines.generalist("05", "L", RODEZ)));
    }

    private void run(String dataset, Path file) {
        imports.run(descriptors.of(dataset).orElseThrow(), SourceFile.of(file), "test", _ -> {});
    }
}
