package fr.maillage.demo;

import fr.maillage.community.CommunityView;
import fr.maillage.indicators.IndicatorValue.Origin;
import fr.maillage.indicators.IndicatorValue.Producer;
import fr.maillage.indicators.IndicatorValues;
import fr.maillage.indicators.IndicatorValues.Given;
import fr.maillage.indicators.LocalIndicators;
import fr.maillage.indicators.spi.Period;
import fr.maillage.rules.Mission;
import fr.maillage.rules.aci.ResultLine.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the CPAM sent over three years, and two indicators that the CPTS chose. Every number is invented. */
@Component
@ConditionalOnProperty(name = "maillage.demo", havingValue = "true")
class DemoIndicators {

    /** By national indicator, the two numbers of each of the last three civil years, oldest first. */
    private record Sent(String code, int... numbers) {}

    private static final List<Sent> SENT = List.of(
            new Sent("N1", 30_410, 34_980, 31_020, 35_110, 31_690, 35_240),
            new Sent("N2A", 243, 6_120, 231, 6_180, 219, 6_240),
            new Sent("N2B", 118, 7_900, 109, 8_040, 96, 8_170),
            new Sent("N3", 9_310, 12_200, 9_080, 12_150, 8_870, 12_090));

    private final IndicatorValues values;
    private final LocalIndicators local;
    private final DemoClock clock;

    DemoIndicators(IndicatorValues values, LocalIndicators local, DemoClock clock) {
        this.values = values;
        this.local = local;
        this.clock = clock;
    }

    void give(CommunityView view) {
        var year = clock.today().getYear() - 1;
        for (var sent : SENT) {
            for (int i = 0; i < 3; i++) {
                values.record(
                        view,
                        share(sent.code(), year - 2 + i, sent.numbers()[2 * i], sent.numbers()[2 * i + 1]),
                        Origin.IMPORTED);
            }
        }
        values.record(view, count("N5", year, Producer.CPTS, 612, "Agenda partagé des cabinets"), Origin.TYPED);
        values.record(view, count("N5", year, Producer.ARS, 588, "Service d’accès aux soins (SAS)"), Origin.TYPED);
        local.add(
                view,
                UUID.randomUUID(),
                new LocalIndicators.Typed(
                        Mission.CARE_PATHWAYS,
                        "Personnes touchées par les actions",
                        Direction.RISE,
                        "personnes",
                        "Personnes comptées par les indicateurs des actions",
                        null,
                        "Coordination",
                        "Relevés des actions",
                        true,
                        "PERSONNES_TOUCHEES"));
        var actors = local.add(
                view,
                UUID.randomUUID(),
                new LocalIndicators.Typed(
                        null,
                        "Acteurs de la CPTS",
                        Direction.RISE,
                        "acteurs",
                        "Professionnels et structures inscrits",
                        null,
                        "Coordination",
                        "Liste des acteurs",
                        false,
                        "ACTEURS"));
        var today = clock.today();
        values.compute(view, UUID.randomUUID(), actors, new Period(today.withDayOfYear(1), today));
    }

    private Given share(String code, int year, int count, int total) {
        return new Given(
                UUID.randomUUID(),
                code,
                civil(year),
                Producer.CPAM,
                BigDecimal.valueOf(count)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(total), 4, RoundingMode.HALF_UP),
                BigDecimal.valueOf(count),
                BigDecimal.valueOf(total),
                read(year),
                "Requête locale");
    }

    private Given count(String code, int year, Producer producer, int count, String comment) {
        return new Given(
                UUID.randomUUID(),
                code,
                civil(year),
                producer,
                BigDecimal.valueOf(count),
                null,
                null,
                read(year),
                comment);
    }

    private LocalDate read(int year) {
        var usual = LocalDate.of(year + 1, 2, 10);
        return usual.isAfter(clock.today()) ? clock.today() : usual;
    }

    private static Period civil(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
