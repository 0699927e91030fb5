package fr.maillage.rules.aci;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.rules.aci.Plan.MissionStart;
import fr.maillage.shared.Euros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every amount of a simulation prints its reason: a reader who knows nothing but the sentence does its arithmetic and finds
 * the amount.
 */
class ScheduleReasonsTest {

    private static final String AMOUNT = "([\\d ]+,\\d{2}) €";
    private static final Pattern DUE = Pattern.compile(AMOUNT
            + "(?: pour l’année entière)?(?: × (\\d+) jours? sur (\\d+))?(?: × ([\\d,]+) % de résultats)?"
            + "(?:, en totalité à la signature)?(?: \\(\\d+ lignes? de résultats\\))?");
    private static final Pattern ADVANCE = Pattern.compile("([\\d,]+) % de " + AMOUNT + "(?: \\((.+)\\))?");
    private static final Pattern BALANCE = Pattern.compile(AMOUNT + " dus − " + AMOUNT + " d’avance");
    private static final Pattern LINE = Pattern.compile("Ligne \\S+ : " + AMOUNT + " sur " + AMOUNT + ", car .+\\.");

    @Test
    void theReasonOfEachLineAndPaymentGivesItsAmount() {
        for (int seed = 0; seed < 500; seed++) {
            var schedule = Scheduler.schedule(Plans.GRID_2019, draw(new Random(seed)));
            for (var year : schedule.years()) {
                for (var line : year.lines()) {
                    assertThat(due(plain(line.arithmetic())))
                            .as(line.arithmetic())
                            .isEqualTo(line.due());
                    assertThat(line.rate().source().title()).isNotBlank();
                }
            }
            for (var payment : schedule.payments()) {
                var words = plain(payment.arithmetic());
                assertThat(amount(payment.nature(), words)).as(words).isEqualTo(payment.amount());
            }
        }
    }

    @Test
    void theReasonOfEachLineOfResultsGivesItsAmount() {
        for (var line : java.util.List.of(ResultLineTest.SCREENING, ResultLineTest.ALD)) {
            for (int value = 0; value < 230; value++) {
                var earned = line.earned(new BigDecimal(value), value % 7 != 0);
                var said = read(LINE, plain(earned.why()));
                assertThat(euros(said.group(1))).isEqualTo(earned.amount());
                assertThat(euros(said.group(2))).isEqualTo(line.maximum());
            }
        }
    }

    private static Euros amount(Schedule.Nature nature, String words) {
        return switch (nature) {
            case WHOLE, VARIABLE -> due(words);
            case ADVANCE -> {
                var said = read(ADVANCE, words);
                if (said.group(3) != null) {
                    assertThat(due(said.group(3))).as(words).isEqualTo(euros(said.group(2)));
                }
                yield euros(said.group(2)).times(percent(said.group(1)));
            }
            case BALANCE -> {
                var said = read(BALANCE, words);
                yield euros(said.group(1)).minus(euros(said.group(2)));
            }
        };
    }

    private static Euros due(String words) {
        var said = read(DUE, words);
        var exact = euros(said.group(1)).value();
        if (said.group(4) != null) {
            exact = exact.multiply(percent(said.group(4)));
        }
        return said.group(2) == null
                ? new Euros(exact.setScale(2, RoundingMode.HALF_UP))
                : new Euros(exact.multiply(new BigDecimal(said.group(2)))
                        .divide(new BigDecimal(said.group(3)), 2, RoundingMode.HALF_UP));
    }

    private static Plan draw(Random random) {
        var signature = java.time.LocalDate.of(2022, 1, 1).plusDays(random.nextInt(1500));
        var missions = Plans.GRID_2019.missions().stream()
                .map(mission -> new MissionStart(
                        mission.code(),
                        signature.plusDays(random.nextInt(700)),
                        BigDecimal.valueOf(random.nextInt(101), 2)))
                .toList();
        return new Plan(random.nextInt(1, 5), signature, missions, java.util.List.of());
    }

    private static MatchResult read(Pattern pattern, String words) {
        var matcher = pattern.matcher(words);
        assertThat(matcher.matches()).as("« %s » as %s", words, pattern).isTrue();
        return matcher;
    }

    private static BigDecimal percent(String figure) {
        return new BigDecimal(figure.replace(',', '.')).movePointLeft(2);
    }

    private static Euros euros(String figure) {
        return Euros.of(Objects.requireNonNull(figure).replace(" ", "").replace(',', '.'));
    }

    private static String plain(String words) {
        return words.replaceAll("[\u00A0\u202F]", " ");
    }
}
