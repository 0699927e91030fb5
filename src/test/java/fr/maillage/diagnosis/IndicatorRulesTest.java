package fr.maillage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.datasets.Level;
import fr.maillage.datasets.Missing;
import fr.maillage.datasets.Observed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The computations under the indicators, by hand. */
class IndicatorRulesTest {

    private static final Zone AVEYRON = new Zone(Level.DEPARTEMENT, "12", "Aveyron", 5);

    @ParameterizedTest
    @CsvSource({
        "9.1, 12.0, −24\u00A0%",
        "12.0, 12.0, '0,0\u00A0%'",
        "9.15, 9.2, '−0,5\u00A0%'",
        "20, 10, +100\u00A0%",
        "-5, -10, +50\u00A0%",
        "5, 0, ''",
    })
    void aGapIsAPercentageOfTheReference(BigDecimal value, BigDecimal reference, String text) {
        assertThat(Gap.of(value, reference, AVEYRON).map(Gap::text).orElse("")).isEqualTo(text);
    }

    @Test
    void anUnknownValueHasNoGapNorRank() {
        assertThat(Gap.of(null, BigDecimal.TEN, AVEYRON)).isEmpty();
        assertThat(Gap.of(BigDecimal.TEN, null, AVEYRON)).isEmpty();
        assertThat(Rank.of(null, oneTo(10), "départements")).isEmpty();
    }

    @Test
    void aRankCountsTheHigherValuesAndNeedsFiveToCompareWith() {
        assertThat(Rank.of(new BigDecimal("7.5"), oneTo(10), "x")).contains(new Rank(4, 11, "x"));
        assertThat(Rank.of(new BigDecimal("10"), oneTo(10), "x")).contains(new Rank(1, 11, "x"));
        assertThat(Rank.of(BigDecimal.ONE, oneTo(4), "x")).isEmpty();
    }

    @Test
    void aRankSaysInWhichOrderItCounts() {
        assertThat(new Rank(4, 14, "départements d’Occitanie").text())
                .isEqualTo("4ᵉ sur 14, de la plus haute valeur à la plus basse, avec 13\u00A0départements d’Occitanie");
        assertThat(new Rank(1, 6, "x").text()).startsWith("1ʳᵉ sur 6");
    }

    @ParameterizedTest
    @CsvSource({"9, proche, Moins de 10 % d’écart", "-9.9, proche, Moins", "10, pl, Au moins 10 % d’écart"})
    void theRuleOfAWordSaysWhatWasFound(BigDecimal percent, String word, String rule) {
        var reading = Readings.byGap(Direction.HIGHER_IS_BETTER, BigDecimal.TEN, percent, "l’Aveyron");
        assertThat(reading.word()).startsWith(word);
        assertThat(reading.rule().replace('\u00A0', ' ')).startsWith(rule).contains("avec l’Aveyron.");
    }

    @Test
    void aMedianIsInTheMiddle() {
        assertThat(Median.of(oneTo(5), "x").orElseThrow().value()).isEqualByComparingTo("3");
        assertThat(Median.of(oneTo(6), "x").orElseThrow().value()).isEqualByComparingTo("3.5");
        assertThat(Median.of(oneTo(4), "x")).isEmpty();
    }

    @Test
    void aSecretCountIsBetweenZeroAndItsMostAndNeverMoreThanItsDenominator() {
        var cells = new Cells();
        cells.add(count("sans", "A", "100"));
        cells.add(count("tous", "A", "1000"));
        cells.add(secret("sans", "B"));
        cells.add(count("tous", "B", "200"));
        cells.add(secret("sans", "C"));
        cells.add(count("tous", "C", "4"));

        var sum = Aggregate.of(share(10), List.of(place("A"), place("B"), place("C")), cells);

        assertThat(sum.least(share(10))).isEqualTo(100 * 100.0 / 1204);
        assertThat(sum.most(share(10))).isEqualTo(114 * 100.0 / 1204);
        assertThat(sum.secret()).isEqualTo(2);
    }

    @Test
    void whatIsMissingIsLeftOutAndNotZero() {
        var cells = new Cells();
        cells.add(count("sans", "A", "0"));
        cells.add(count("tous", "A", "500"));
        cells.add(new Observed("d", "sans", Level.COMMUNE, "B", "2026", null, Missing.UNAVAILABLE, "2026"));
        cells.add(count("tous", "B", "500"));

        var sum = Aggregate.of(share(10), List.of(place("A"), place("B"), place("C")), cells);

        assertThat(sum.isExact()).isTrue();
        assertThat(sum.least(share(10))).isZero();
        assertThat(sum.communes()).isOne();
        assertThat(sum.coverage()).isEqualTo(1.0 / 3);
    }

    @Test
    void aSourceThatPublishesArrondissementsCountsForTheCity() {
        var cells = new Cells();
        cells.add(count("sans", "75101", "10"));
        cells.add(count("tous", "75101", "100"));
        var city = new CountedCommune("75056", "75", "11", 100, null, List.of(place("75101")));

        assertThat(Aggregate.of(share(10), city, cells).least(share(10))).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"24, 22044, 10.8873163", "0, 500, 0", "3, 0, ''"})
    void aDensityIsForTenThousandInhabitantsAndNeedsSome(long people, long inhabitants, String density) {
        var value = Density.perTenThousand(people, inhabitants);

        assertThat(value == null ? "" : value.round(new MathContext(9)).toPlainString())
                .isEqualTo(density);
    }

    @Test
    void aCommuneThatHasNothingToDivideByHasNoValueOfItsOwn() {
        var cells = new Cells();
        cells.add(count("sans", "A", "10"));
        cells.add(count("tous", "A", "0"));
        cells.add(secret("sans", "B"));
        cells.add(count("tous", "B", "20"));
        cells.add(count("sans", "C", "10"));
        cells.add(count("tous", "C", "20"));

        assertThat(Figures.ofCommune(share(10), place("A"), cells)).isNull();
        assertThat(Figures.ofCommune(share(10), place("B"), cells)).isNull();
        assertThat(Figures.ofCommune(share(10), place("C"), cells)).isEqualByComparingTo("50");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DEPARTEMENT|12 |Aveyron            |5|l’Aveyron            |dans l’Aveyron           |de l’Aveyron
                    DEPARTEMENT|46 |Lot                |2|le Lot               |dans le Lot              |du Lot
                    DEPARTEMENT|23 |Creuse             |3|la Creuse            |dans la Creuse           |de la Creuse
                    DEPARTEMENT|40 |Landes             |4|les Landes           |dans les Landes          |des Landes
                    DEPARTEMENT|75 |Paris              |0|Paris                |à Paris                  |de Paris
                    DEPARTEMENT|71 |Saône-et-Loire     |0|le département de Saône-et-Loire|en Saône-et-Loire|de Saône-et-Loire
                    REGION     |76 |Occitanie          |1|l’Occitanie          |en Occitanie             |d’Occitanie
                    REGION     |32 |Hauts-de-France    |4|les Hauts-de-France  |dans les Hauts-de-France |des Hauts-de-France
                    REGION     |53 |Bretagne           |0|la Bretagne          |en Bretagne              |de Bretagne
                    FRANCE     |FR |France             |3|la France            |en France                |de France
                    BASSIN_DE_VIE|12145|Millau         |0|le bassin de vie de Millau|dans le bassin de vie de Millau|du bassin de vie de Millau
                    BASSIN_DE_VIE|30003|Le Vigan       |0|le bassin de vie du Vigan|dans le bassin de vie du Vigan|du bassin de vie du Vigan
                    BASSIN_DE_VIE|12176|Onet           |0|le bassin de vie d’Onet|dans le bassin de vie d’Onet|du bassin de vie d’Onet
                    """)
    void placesAreSpokenOfInFrench(
            Level level, String code, String name, int article, String the, String in, String of) {
        var zone = new Zone(level, code, name, article);

        assertThat(List.of(zone.the(), zone.in(), zone.of())).containsExactly(the, in, of);
    }

    @ParameterizedTest
    @CsvSource({"2025, En 2025", "2017-2023, Entre 2017 et 2023", "12 mai 2026, Au 12 mai 2026", "sans date, ''"})
    void aPeriodBeginsTheSentence(String period, String words) {
        assertThat(Sentences.when(period)).isEqualTo(words);
    }

    private static List<BigDecimal> oneTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(BigDecimal::valueOf).toList();
    }

    private static CountedCommune place(String code) {
        return new CountedCommune(code, "12", "76", 100, null, List.of());
    }

    private static Observed count(String series, String commune, String value) {
        return new Observed("d", series, Level.COMMUNE, commune, "2026", new BigDecimal(value), null, "2026");
    }

    private static Observed secret(String series, String commune) {
        return new Observed("d", series, Level.COMMUNE, commune, "2026", null, Missing.SECRET, "2026");
    }

    private static Feed share(@Nullable Integer secretAtMost) {
        return new Feed(
                "f",
                "F",
                List.of("d"),
                Making.RATIO,
                List.of(Level.COMMUNE),
                List.of("sans"),
                List.of("tous"),
                null,
                new BigDecimal(100),
                secretAtMost,
                null,
                null,
                List.of(),
                false,
                null,
                null);
    }
}
