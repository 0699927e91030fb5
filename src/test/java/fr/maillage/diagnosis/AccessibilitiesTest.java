package fr.maillage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.Level;
import fr.maillage.datasets.Observations;
import fr.maillage.diagnosis.AplValue.Absent;
import fr.maillage.diagnosis.AplValue.Computed;
import fr.maillage.territory.contours.TestContours;
import fr.maillage.testing.MaillageTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accessibility of lists of communes: on a directory written here, and on the shared files where they are. */
@MaillageTest
class AccessibilitiesTest {

    private static final Path DATA = Path.of("../shared/data");
    private static final String MILLAU = "12145";
    private static final String CREISSELS = "12084";

    @Autowired
    AccessData data;

    @Autowired
    TestContours contours;

    @Autowired
    Accessibilities accessibilities;

    @Autowired
    Observations observations;

    @Autowired
    JdbcClient jdbc;

    @Test
    void withoutDataTheReasonIsTold() {
        assertThat(accessibilities.of(List.of(MILLAU)))
                .hasSize(5)
                .allSatisfy(value -> assertThat(value.result()).isInstanceOf(Absent.class));
        assertThat(generalists(List.of(MILLAU)).result()).isEqualTo(new Absent("L’annuaire (RPPS) n’est pas chargé."));
    }

    /**
     * Two communes 2,2 km apart, each with a known time to the other (5 min) and to nobody else; three doctors.
     * R(Millau) = 3 × 5 400 ÷ (P(Millau) + P(Creissels)); both communes may count on it alike.
     */
    @Test
    void aTerritoryOfTwoCommunesByHand() {
        data.points("12145,3.07,44.10", "12084,3.06,44.08");
        data.read(
                "temps-de-route",
                "temps_de_route.csv",
                "origine;destination;minutes",
                "12145;12084;5",
                "12084;12145;5,0");
        data.directory(3, MILLAU);

        var value = generalists(List.of(MILLAU, CREISSELS));

        double people = jdbc.sql("select sum(population) from territory.commune where code in ('12145', '12084')")
                .query(Double.class)
                .single();
        var computed = computed(value);
        assertThat(computed.value()).isCloseTo(3 * 5400 / people, within(1e-9));
        assertThat(computed.communes())
                .hasSize(2)
                .allSatisfy(commune -> assertThat(commune.value()).isCloseTo(3 * 5400 / people, within(1e-9)));
        assertThat(computed.check().holds()).isTrue();
        assertThat(computed.check().reached()).isCloseTo(16_200, within(1e-9));
        assertThat(computed.belowThreshold()).isEqualTo(1.);
        assertThat(value.limits()).anyMatch(limit -> limit.contains("sans leur activité"));
        assertThat(value.parameters()).anyMatch(parameter -> parameter.name().equals("Temps de route"));
    }

    /** Contours alone place the communes, and the parameters say so; points, once imported, come first. */
    @Test
    void contoursPlaceTheCommunesWhenTheirPointsAreNotLoaded() {
        data.directory(3, MILLAU);
        assertThat(generalists(List.of(MILLAU, CREISSELS)).result())
                .isEqualTo(new Absent("Ni les points des communes ni leurs contours ne sont chargés."));
        contours.squares();

        var value = generalists(List.of(MILLAU, CREISSELS));
        assertThat(computed(value).communes()).hasSize(2);
        assertThat(computed(value).check().holds()).isTrue();
        assertThat(value.parameters()).anyMatch(parameter -> parameter.name().equals("Position des communes"));

        data.points("12145,3.07,44.10", "12084,3.06,44.08");
        assertThat(generalists(List.of(MILLAU, CREISSELS)).parameters())
                .noneMatch(parameter -> parameter.name().equals("Position des communes"));
    }

    /** 1 000 people of 30-44 and 1 000 of 75-89: 850 and 1 900 by their weights, scaled back to 2 000 people. */
    @Test
    void agesWeighThePeopleWhenTheyAreLoaded() {
        data.points("12145,3.07,44.10", "12084,3.06,44.08");
        data.directory(3, MILLAU);
        var header = new StringBuilder("CODGEO;P22_POP");
        for (var who : List.of("POP", "H", "F")) {
            for (var age : List.of("0014", "1529", "3044", "4559", "6074", "7589", "90P")) {
                header.append(";P22_").append(who).append(age);
            }
        }
        data.read(
                "insee-population-ages",
                "base-cc-evol-struct-pop-2022.CSV",
                header.toString(),
                "12145;1000" + ";0;0;1000;0;0;0;0" + ";0;0;400;0;0;0;0" + ";0;0;600;0;0;0;0",
                "12084;1000" + ";0;0;0;0;0;1000;0" + ";0;0;0;0;0;300;0" + ";0;0;0;0;0;700;0");

        var value = generalists(List.of(MILLAU, CREISSELS));
        assertThat(computed(value).communes())
                .extracting(AplValue.OfCommune::code, one -> Math.round(one.people() * 1000))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(CREISSELS, Math.round(1900 * 2000 / 2750. * 1000)),
                        org.assertj.core.groups.Tuple.tuple(MILLAU, Math.round(850 * 2000 / 2750. * 1000)));
        assertThat(computed(value).value()).isCloseTo(16_200 / 2000., within(1e-9));
        assertThat(value.limits()).noneMatch(limit -> limit.contains("pondérée par l’âge"));
        assertThat(accessibilities
                        .of(List.of(MILLAU, CREISSELS), "50")
                        .orElseThrow()
                        .limits())
                .noneMatch(limit -> limit.contains("population des femmes"));
    }

    @Test
    void aMatrixWithTwoTimesForOnePairIsRefused() {
        var job = data.read(
                "temps-de-route",
                "temps_de_route.csv",
                "origine,destination,minutes",
                "12145,12084,5",
                "12145,12084,6");
        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(job.reason()).contains("12145 → 12084");
    }

    @Test
    void aMatrixTellsTheLinesItDoesNotUnderstand() {
        var job = data.read(
                "temps-de-route",
                "temps_de_route.csv",
                "Minutes\tOrigine\tDestination",
                "5\t12145\t12084",
                "5\t12145\t12084",
                "=1+1\t12145\t12202",
                "5\t99999\t12145",
                "4,5\t12084\t12145");
        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.rejected()).isEqualTo(2);
        assertThat(jdbc.sql("select origin || ' ' || minutes from diagnosis.road_time order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("12084 4.5", "12145 5");
    }

    @Test
    void aCityIsThereByItsArrondissementsOrWholeNeverBoth() {
        data.read(
                "communes-points",
                "communes_points.csv",
                "code,lon_point,lat_point",
                "69123,4.84,45.76",
                "69266,4.88,45.77");
        data.directory(10, "69123");
        assertThat(computed(generalists(List.of("69123"))).communes()).hasSize(1);

        data.read(
                "arrondissements-points",
                "arrondissements_municipaux.csv",
                "code,lon_point,lat_point",
                "69381,4.83,45.77",
                "69382,4.83,45.75",
                "69383,4.86,45.76",
                "69384,4.83,45.78",
                "69385,4.80,45.76",
                "69386,4.85,45.77",
                "69387,4.84,45.73",
                "69388,4.87,45.73",
                "69389,4.81,45.78");
        var city = computed(generalists(List.of("69123")));
        assertThat(city.communes())
                .hasSize(9)
                .noneMatch(commune -> commune.code().equals("69123"));
        // The ten doctors of the whole city went to its arrondissements by their inhabitants.
        assertThat(city.check().reached()).isCloseTo(54_000, within(1e-6));
        assertThat(computed(generalists(List.of("69123", "69381"))).people()).isEqualTo(city.people());
    }

    /** Figures of docs/apl.md: they change with the shared files alone. */
    @Test
    void theAveyronBesideThePublishedValues() {
        assumeTrue(Files.exists(DATA), "the shared data is not there");
        shared("communes-points", "territoires/communes_points.csv");
        shared("rpps", "rpps/PS_LibreAcces_Personne_activite_202605120812.txt");
        shared("cartosante", "sante/cartosante_bassins_de_vie_2024.csv");

        var published = observations.values("cartosante.apl-generalistes", Level.BASSIN_DE_VIE);
        var poles = published.keySet().stream()
                .filter(code -> code.startsWith("12"))
                .sorted()
                .toList();
        var aveyron = jdbc.sql("select code from territory.commune where departement_code = '12' order by 1")
                .query(String.class)
                .list();
        var whole = computed(generalists(aveyron));
        var own = whole.communes().stream()
                .collect(Collectors.toMap(AplValue.OfCommune::code, AplValue.OfCommune::value));
        var spearman = correlation(
                ranks(poles.stream().map(published::get).toList()),
                ranks(poles.stream().map(own::get).toList()));
        assertThat(whole.check().holds()).isTrue();
        assertThat(whole.check().reached()).isCloseTo(5400. * 228, within(1e-6));
        assertThat(whole.value()).isCloseTo(4.244251666, within(1e-6));
        assertThat(whole.belowThreshold()).isCloseTo(0.199958, within(1e-6));
        assertThat(whole.atTheEdge()).isEqualTo(144);
        assertThat(poles).hasSize(19);
        assertThat(rounded(spearman)).isEqualTo("-0.12");
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** From 1; equal values share the mean of their ranks. */
    private static double[] ranks(List<Double> values) {
        return values.stream()
                .mapToDouble(value -> values.stream()
                                .filter(other -> other < value)
                                .count()
                        + (values.stream().filter(other -> other.equals(value)).count() + 1) / 2.)
                .toArray();
    }

    private static double correlation(double[] one, double[] other) {
        double meanOne = java.util.Arrays.stream(one).average().orElseThrow();
        double meanOther = java.util.Arrays.stream(other).average().orElseThrow();
        double product = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.length; i++) {
            product += (one[i] - meanOne) * (other[i] - meanOther);
            squares += Math.pow(one[i] - meanOne, 2);
            otherSquares += Math.pow(other[i] - meanOther, 2);
        }
        return product / Math.sqrt(squares * otherSquares);
    }

    private AplValue generalists(List<String> communes) {
        return accessibilities.of(communes, "10-MG").orElseThrow();
    }

    private static Computed computed(AplValue value) {
        assertThat(value.result()).isInstanceOf(Computed.class);
        return (Computed) value.result();
    }

    private void shared(String key, String file) {
        assertThat(data.file(key, DATA.resolve(file)).state()).as(file).isEqualTo(State.DONE);
    }
}
