package fr.maillage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Perimeters;
import fr.maillage.community.TestCommunities;
import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.shared.Saving;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** The diagnosis of a list of communes, from small files of our own. */
@MaillageTest
class DiagnosisTest {

    @LocalServerPort
    int port;

    @Autowired
    Imports imports;

    @Autowired
    Descriptors descriptors;

    @Autowired
    Indicators indicators;

    @Autowired
    Diagnoses diagnoses;

    @Autowired
    Choices choices;

    @Autowired
    AccessData data;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestCommunities made;

    @Autowired
    Perimeters perimeters;

    @Autowired
    WebApplicationContext program;

    @TempDir
    Path folder;

    @Test
    void everyDefinitionIsWhole() {
        var codes = new HashSet<String>();
        for (var indicator : indicators.all()) {
            assertThat(codes.add(indicator.code())).as(indicator.code()).isTrue();
            assertThat(indicator.definition()).as(indicator.code()).endsWith(".");
            assertThat(indicator.limits()).as(indicator.code()).endsWith(".");
            assertThat(indicator.smallNumbers()).as(indicator.code()).endsWith(".");
            assertThat(indicator.unit()).as(indicator.code()).isNotEmpty();
            assertThat(indicator.phrase().subject()).as(indicator.code()).isNotEmpty();
            assertThat(indicator.classes()).as(indicator.code()).isSorted();
            assertThat(indicator.feeds()).as(indicator.code()).isNotEmpty();
            assertThat(indicator.feeds().stream().map(Feed::key))
                    .as(indicator.code())
                    .doesNotHaveDuplicates();
            assertThat(indicator.reading().gap() != null
                            || !indicator.reading().steps().isEmpty()
                            || !indicator.isCompared())
                    .as("%s has a rule of reading", indicator.code())
                    .isTrue();
            for (var feed : indicator.feeds()) {
                for (var dataset : feed.datasets()) {
                    assertThat(dataset.equals(Comparisons.REFERENCE)
                                    || descriptors.of(dataset).isPresent())
                            .as("dataset %s of %s", dataset, indicator.code())
                            .isTrue();
                }
            }
        }
        assertThat(codes).hasSizeGreaterThanOrEqualTo(23);
    }

    @Test
    void withoutAnyDatasetOnlyThePopulationIsKnownAndTheRestSaysWhy() {
        var diagnosis = diagnoses.of(List.of("12145", "12208"));

        assertThat(diagnosis.known()).isEqualTo(1);
        assertThat(diagnosis.departement().the()).isEqualTo("l’Aveyron");
        assertThat(diagnosis.measure("distance-urgences").orElseThrow().territory())
                .isEqualTo(Figure.notLoaded("Table communale d’Occitanie"));
        assertThat(diagnosis.measure("distance-urgences").flatMap(Sentences::of))
                .isEmpty();
    }

    @Test
    void aSecretCountMakesAnIntervalAndTheSentenceTellsIt() {
        patients("12145;Millau;10000;1000;50;20;2026\n12208;Saint-Affrique;5000;<11;s;s;2026\n");

        var measure = diagnoses
                .of(List.of("12145", "12208"))
                .measure("sans-medecin-traitant")
                .orElseThrow();

        assertThat(measure.territory().text(measure.indicator())).isEqualTo("entre 6,7 et 6,7\u00A0%");
        assertThat(measure.departement()).isInstanceOf(Figure.Absent.class);
        var sentence = Sentences.of(measure).orElseThrow();
        assertThat(sentence.text()).startsWith("En 2026, la part des patients").contains("se situe entre 6,7 et 6,7");
        assertThat(Sentences.stillHolds(sentence.facts(), measure)).isEqualTo(new StillHolds.Yes());
    }

    @Test
    void aSentenceNoLongerHoldsWhenTheDataAreRenewed() {
        patients("12145;Millau;10000;1000;50;20;2026\n");
        var before = Sentences.of(withoutDoctor()).orElseThrow();
        patients("12145;Millau;10000;1200;50;20;2027\n");

        assertThat(Sentences.stillHolds(before.facts(), withoutDoctor()))
                .isInstanceOfSatisfying(
                        StillHolds.Moved.class,
                        moved -> assertThat(moved.differences())
                                .contains(new StillHolds.Difference("territoire", "10,0\u00A0%", "12,0\u00A0%"))
                                .contains(new StillHolds.Difference("année", "2026", "2027")));
    }

    @Test
    void theChoiceOfATeamIsKeptInVersionsAndUsed() {
        var view = community();
        var indicator = indicators.withCode("densite-population").orElseThrow();
        var zones = indicator.feed("insee-zones").orElseThrow();

        assertThat(choices.choose(view, indicator, zones, "Le recensement fait foi.", 0))
                .isEqualTo(Saving.DONE);
        assertThat(choices.choose(view, indicator, zones, "Autre", 0)).isInstanceOf(Saving.Overtaken.class);
        assertThat(choices.choose(view, indicator, indicator.feeds().getFirst(), "Revenu en arrière.", 1))
                .isEqualTo(Saving.DONE);

        assertThat(choices.history(view.id(), indicator.code()))
                .extracting(Choice::version)
                .containsExactly(2, 1);
        var kept = diagnoses.of(
                List.of("12145"),
                Map.of(
                        indicator.code(),
                        choices.history(view.id(), indicator.code()).get(1)));
        assertThat(kept.measure(indicator.code()).orElseThrow().feed()).isEqualTo(zones);
    }

    @Test
    void theInterfaceGivesTheFieldsOfTheContract() throws Exception {
        patients("12145;Millau;10000;1000;<11;20;2026\n");

        ask("{\"communes\":[\"12145\"]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.population").isNumber())
                .andExpect(jsonPath("$.millesime").value("2023"))
                .andExpect(jsonPath("$.professionnels").isEmpty())
                .andExpect(jsonPath("$.etablissements").isEmpty())
                .andExpect(jsonPath("$.apl.length()").value(5))
                .andExpect(jsonPath("$.apl[0].valeur").value(nullValue()))
                .andExpect(jsonPath("$.indicateurs[?(@.code == 'sans-medecin-traitant')].valeur")
                        .value(hasItem(10)))
                .andExpect(jsonPath("$.indicateurs[?(@.code == 'sans-medecin-traitant')].departement")
                        .value(hasItem(nullValue())))
                .andExpect(jsonPath("$.indicateurs[?(@.code == 'sans-medecin-traitant-ald')].intervalle[1]")
                        .value(hasItem(10)))
                .andExpect(jsonPath("$.indicateurs[0].sens").value("neutre"));
    }

    @Test
    void theInterfaceTellsEveryFaultInFrench() throws Exception {
        ask("{\"communes\":[\"99999\",\"\"]}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.erreurs.length()").value(2));
        ask("{}").andExpect(status().is(422)).andExpect(jsonPath("$.detail", containsString("au moins une commune")));
    }

    /** As if the source told an area of 0 km² for Mont-Louis and Sainte-Marie, a rounded one; nobody lives in Fleury-devant-Douaumont. */
    @ParameterizedTest
    @CsvSource({
        "65391, densite-population, la source y donne zéro au dénominateur",
        "66117, densite-population, la source y donne zéro au dénominateur",
        "55189, distance-urgences, la source n’y compte personne",
    })
    void aCommuneWithNothingToDivideByHasNoFigureAndSaysWhy(String commune, String indicator, String words)
            throws Exception {
        contexts();

        assertThat(diagnoses
                        .of(List.of(commune))
                        .measure(indicator)
                        .orElseThrow()
                        .territory())
                .isEqualTo(new Figure.Absent(Figure.Reason.NOT_COMPUTED, "non calculé\u00A0: " + words));
        ask("{\"communes\":[\"" + commune + "\"]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.indicateurs[?(@.code == '" + indicator + "')].valeur")
                        .value(hasItem(nullValue())));
        MockMvcBuilders.webAppContextSetup(program)
                .build()
                .perform(get("/portrait").param("communes", commune))
                .andExpect(status().isOk());
    }

    @Test
    void aCommuneWithoutAreaCountsAmongItsNeighbours() {
        contexts();

        var measure = diagnoses
                .of(List.of("65391", "65001"))
                .measure("densite-population")
                .orElseThrow();

        assertThat(measure.territory().known()).isNotNull();
        assertThat(measure.communes()).containsOnlyKeys("65001");
    }

    @Test
    void theInterfaceRefusesMoreCommunesThanATerritoryHas() throws Exception {
        var many = "\"12145\",".repeat(Diagnoses.MOST) + "\"12208\"";

        ask("{\"communes\":[" + many + "]}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.erreurs[0].message", containsString("Réduisez-la")));
    }

    /** Twenty-four doctors for the 22 044 inhabitants of Millau; nobody knows how many there are in Mende. */
    @Test
    void aDensityIsThatOfTheCommunesThatTheDirectoryCovers() throws Exception {
        data.directory(24, "12145");

        ask("{\"communes\":[\"12145\",\"48095\"]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.professionnels[?(@.code == '10')].densitePour10000")
                        .value(hasItem(10.89)));
        ask("{\"communes\":[\"12002\",\"48095\"]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.professionnels").isEmpty());
    }

    @Test
    void aReaderStaysWithTheEditionsHeBeganWith() throws Exception {
        patients("12145;Millau;10000;1000;50;20;2026\n");

        var seen = diagnoses.inOneState(() -> {
            var before = withoutDoctor().territory().known();
            try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
                other.submit(() -> patients("12145;Millau;10000;1200;50;20;2027\n"));
            }
            return List.of(
                    Objects.requireNonNull(before),
                    Objects.requireNonNull(withoutDoctor().territory().known()));
        });

        assertThat(seen).allSatisfy(value -> assertThat(value).isEqualByComparingTo("10"));
        assertThat(withoutDoctor().territory().known()).isEqualByComparingTo("12");
    }

    /** Three times as many as the pool has connections, half of them with one already. */
    @Test
    void manyReadersAfterASwitchOfEditionAllGetTheNewOne() throws Exception {
        patients("12145;Millau;10000;1000;50;20;2026\n");
        withoutDoctor();
        patients("12145;Millau;10000;1200;50;20;2027\n");
        var transaction = new TransactionTemplate(transactions);

        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 48)
                    .mapToObj(i -> readers.submit(
                            () -> i % 2 == 0 ? withoutDoctor() : transaction.execute(_ -> withoutDoctor())))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().territory().known()).isEqualByComparingTo("12");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void aCoordinatorReadsTheDiagnosis(int width) {
        var view = community();
        try (var browser = Browser.on(port).width(width).signIn(view.actor().email(), TestAccounts.PASSWORD)) {
            browser.open(view.at("/diagnostic")).accessible().noSidewaysScroll();
            assertThat(browser.page().locator("main").innerText())
                    .contains("Aucune donnée ouverte n’est encore chargée");
            patients("12145;Millau;10000;1000;<11;20;2026\n12208;Saint-Affrique;5000;300;40;s;2026\n");
            browser.open(view.at("/diagnostic/acces?indicateur=sans-medecin-traitant"))
                    .accessible()
                    .noSidewaysScroll()
                    .screenshot("diagnostic-acces-" + width);
            assertThat(browser.page().locator("#phrase").innerText())
                    .contains("8,7\u00A0%")
                    .contains("Insérer");
            browser.open(view.at("/diagnostic/indicateurs/sans-medecin-traitant"))
                    .accessible()
                    .noSidewaysScroll()
                    .screenshot("diagnostic-indicateur-" + width);
            assertThat(browser.page().locator("#liste").innerText())
                    .contains("Millau")
                    .contains("10,0");
        }
    }

    private Measure withoutDoctor() {
        return diagnoses.of(List.of("12145")).measure("sans-medecin-traitant").orElseThrow();
    }

    private CommunityView community() {
        var view = made.create("CPTS Grands Causses et Raspes");
        perimeters.save(view.actor(), view.id(), 0, List.of("12145", "12208"), List.of());
        return view;
    }

    private ResultActions ask(String body) throws Exception {
        return MockMvcBuilders.webAppContextSetup(program)
                .build()
                .perform(post("/api/v1/diagnostics")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    private void contexts() {
        load("communes-points", "communes_points.csv", """
                code,lon_point,lat_point,superficie_km2
                65391,0.63084,42.96831,0
                65001,0.60000,42.90000,10
                66117,2.11972,42.50990,0
                """);
        load("communes-contexte", "communes_essai_contexte.csv", """
                code,superficie_km2,grille_densite,distance_urgence_km
                65391,0,6,17.43
                66117,0,6,27.12
                55189,10,7,9.1
                """);
    }

    private void patients(String lines) {
        load(
                "patients-sans-medecin-traitant",
                "patients_sans_mt.csv",
                "code;commune;patients_16_plus;sans_mt;sans_mt_ald;sans_mt_70_plus;date\n" + lines);
    }

    private void load(String dataset, String name, String content) {
        try {
            var file = Files.writeString(folder.resolve(name), content);
            imports.run(descriptors.of(dataset).orElseThrow(), SourceFile.of(file), "test", _ -> {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
