package fr.maillage.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.audit.Audience;
import fr.maillage.audit.Journal;
import fr.maillage.community.PerimeterSaving.Overtaken;
import fr.maillage.community.PerimeterSaving.Refused;
import fr.maillage.community.PerimeterSaving.Saved;
import fr.maillage.community.PerimeterSaving.Taken;
import fr.maillage.community.PerimeterSaving.Unchanged;
import fr.maillage.territory.Overviewed;
import fr.maillage.territory.Part;
import fr.maillage.territory.Territories;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dated territories of the CPTS: a place has one CPTS at a time, whoever saves first. */
@MaillageTest
class PerimetersTest {

    private static final String MILLAU = "12145";
    private static final String CREISSELS = "12084";
    private static final String TOULOUSE = "31555";

    @Autowired
    Perimeters perimeters;

    @Autowired
    Territories territories;

    @Autowired
    TestCommunities made;

    @Autowired
    MutableClock clock;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    CommunityView causses;
    CommunityView rance;

    @BeforeEach
    void twoCommunities() {
        causses = made.create("CPTS Grands Causses et Raspes");
        rance = made.create("CPTS Rance et Sorgues");
    }

    @Test
    void savesDatedVersionsThatStayReadable() {
        assertThat(perimeters.current(causses.id())).isEmpty();
        var first = ((Saved) save(causses, 0, MILLAU)).perimeter();
        clock.advance(Duration.ofHours(1));
        var second = ((Saved) save(causses, 1, MILLAU, CREISSELS)).perimeter();

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.until()).isNull();
        assertThat(second.places()).extracting(PerimeterPlace::name).containsExactly("Creissels", "Millau");
        assertThat(second.vintage()).isEqualTo("2023");
        assertThat(second.size().number()).isEqualTo(1);
        assertThat(perimeters.current(causses.id())).contains(second);
        var past = perimeters.version(causses.id(), 1).orElseThrow();
        assertThat(past.places()).isEqualTo(first.places());
        assertThat(past.until()).isEqualTo(second.since());
        assertThat(perimeters.versions(causses.id()))
                .extracting(PerimeterVersion::number, PerimeterVersion::communes)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 2), org.assertj.core.groups.Tuple.tuple(1, 1));
        assertThat(journal.ofCommunity(causses.id().value(), EnumSet.of(Audience.EVERYONE), 0, 1))
                .first()
                .satisfies(line -> assertThat(line.entry().sentence())
                        .startsWith("Territoire enregistré, version 2 : 2\u00A0communes, "));
    }

    @Test
    void theSumsKeptWithAVersionAreThoseOfItsPlaces() {
        save(causses, 0, MILLAU);
        save(causses, 1, MILLAU, CREISSELS);

        assertThat(jdbc.sql("""
                        select v.communes = count(distinct p.commune_code)
                               and v.population is not distinct from sum(p.population) and v.communes > 0
                        from community.perimeter v left join community.perimeter_place p on p.perimeter_id = v.id
                        where v.community_id = ? group by v.id""")
                        .param(causses.id().value())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, true);
    }

    @Test
    void theSamePlacesMakeNoNewVersion() {
        save(causses, 0, MILLAU, CREISSELS);
        assertThat(save(causses, 1, CREISSELS, MILLAU)).isInstanceOf(Unchanged.class);
        assertThat(perimeters.versions(causses.id())).hasSize(1);
    }

    @Test
    void aVersionFromUnderneathIsNotOverwritten() {
        save(causses, 0, MILLAU);
        var answer = save(causses, 0, CREISSELS);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Overtaken.class,
                        overtaken -> assertThat(overtaken.newer().number()).isEqualTo(1));
    }

    @Test
    void aTakenCommuneIsRefusedNamingItsHolderAndSinceWhen() {
        save(causses, 0, MILLAU);
        clock.advance(Duration.ofDays(3));
        save(causses, 1, MILLAU, CREISSELS);

        var answer = save(rance, 0, MILLAU, "12208");

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Taken.class,
                        taken -> assertThat(taken.places())
                                .singleElement()
                                .satisfies(place -> assertThat(place.sentence())
                                        .isEqualTo("Millau est déjà dans la CPTS Grands Causses et Raspes, depuis le"
                                                + " 22\u00A0novembre 2026. Une commune n’a qu’une CPTS. Pour en parler avec cette CPTS, adressez-vous à la"
                                                + " délégation de l’ARS ou à l’administration de la plateforme.")));
        assertThat(perimeters.current(rance.id())).isEmpty();
    }

    @Test
    void aCommuneThatWasLeftCanBeTaken() {
        save(causses, 0, MILLAU, CREISSELS);
        clock.advance(Duration.ofDays(1));
        save(causses, 1, MILLAU);
        assertThat(save(rance, 0, CREISSELS)).isInstanceOf(Saved.class);
        assertThat(perimeters.covering(List.of(CREISSELS))).containsExactly(rance.id());
        assertThat(perimeters.summaries(List.of(causses.id(), rance.id()))).hasSize(2);
    }

    /** One place that a CPTS has, one that another asks for, both as code or code/part. */
    @ParameterizedTest(name = "{0} puis {1} : refusé {2}")
    @CsvSource({
        "31555,          31555,          true",
        "31555/Mirail,   31555/Minimes,  false",
        "31555/Le Mirail,31555/le mirail,true",
        "31555/Mirail,   31555,          true",
        "31555,          31555/Mirail,   true",
        "75056,          75112,          true",
        "75112,          75056,          true",
        "75112,          75113,          false",
        "75112/Bercy,    75112,          true",
        "75112/Bercy,    75112/Picpus,   false",
        "75112/Bercy,    75056,          true",
        "75112/Bercy,    75113,          false",
    })
    void wholePartsAndArrondissementsExcludeEachOther(String held, String asked, boolean refused) {
        assertThat(saveOne(causses, held)).isInstanceOf(Saved.class);
        assertThat(saveOne(rance, asked)).isInstanceOf(refused ? Taken.class : Saved.class);
    }

    /** Even a program that forgets to ask cannot give a commune twice. */
    @Test
    void theDatabaseRefusesWhatTheProgramWouldForget() {
        save(causses, 0, MILLAU);
        save(rance, 0, "12208");
        assertThatThrownBy(
                        () -> jdbc.sql("update community.perimeter_place set commune_code = '12145', ground = '12145'"
                                        + " where commune_code = '12208'")
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_cpts_by_place");
    }

    @Test
    void twoCommunitiesSavingTheSameCommuneAtOnceOneWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            var code = List.of("12145", "12084", "12208", "12202", "12176").get(round);
            var start = new CountDownLatch(1);
            var pair = List.of(causses, rance);
            var bases = pair.stream()
                    .map(view ->
                            perimeters.current(view.id()).map(Perimeter::number).orElse(0))
                    .toList();
            try (var threads = Executors.newFixedThreadPool(2)) {
                var answers = IntStream.range(0, 2)
                        .mapToObj(i -> threads.submit((Callable<PerimeterSaving>) () -> {
                            start.await();
                            return save(pair.get(i), bases.get(i), code);
                        }))
                        .toList();
                start.countDown();
                var kinds = Set.of(
                        answers.get(0).get().getClass(), answers.get(1).get().getClass());
                assertThat(kinds).isEqualTo(Set.of(Saved.class, Taken.class));
            }
        }
    }

    @Test
    void partsKeepTheirStatedPopulation() {
        var answer = perimeters.save(
                causses.actor(), causses.id(), 0, List.of(), List.of(new Part(TOULOUSE, "Le Mirail", 31_000)));
        assertThat(answer).isInstanceOfSatisfying(Saved.class, saved -> {
            assertThat(saved.perimeter().population()).isEqualTo(31_000);
            assertThat(saved.perimeter().vintage()).isEqualTo("déclaré");
            assertThat(saved.perimeter().places().getFirst().label()).isEqualTo("Toulouse (Le Mirail)");
        });
    }

    @Test
    void aWrongListIsRefusedWhole() {
        assertThat(save(causses, 0, "99999")).isInstanceOf(Refused.class);
        assertThat(save(causses, 0)).isInstanceOf(Refused.class);
    }

    @Test
    void thePreviewTellsTheConflict() {
        save(causses, 0, MILLAU);
        assertThat(territories.overview(List.of(MILLAU, CREISSELS), List.of(), null))
                .isInstanceOfSatisfying(
                        Overviewed.Done.class,
                        done -> assertThat(done.overview().conflicts())
                                .containsExactly(new fr.maillage.territory.Overview.Conflict(
                                        MILLAU, "CPTS Grands Causses et Raspes")));
        assertThat(territories.overview(List.of(MILLAU), List.of(), causses.id().value()))
                .isInstanceOfSatisfying(
                        Overviewed.Done.class,
                        done -> assertThat(done.overview().conflicts()).isEmpty());
    }

    private PerimeterSaving saveOne(CommunityView view, String place) {
        var words = place.split("/");
        return words.length == 1
                ? save(view, 0, place)
                : perimeters.save(view.actor(), view.id(), 0, List.of(), List.of(new Part(words[0], words[1], 1_000)));
    }

    private PerimeterSaving save(CommunityView view, int base, String... codes) {
        return perimeters.save(view.actor(), view.id(), base, List.of(codes), List.of());
    }
}
