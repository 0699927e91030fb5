package fr.maillage.rules.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.shared.Euros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every amount of an account prints its reason. This test is a reader who knows nothing but the sentence: it does the
 * arithmetic that the sentence says and has to find the amount, for thousands of drawn contracts.
 */
class LedgerReasonsTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final String AMOUNT = "(−?[\\d ]+,\\d{2}) €";
    private static final String DAYS = AMOUNT + " × ([\\d ]+) jours?(?: \\(du [^)]+\\))?";
    private static final Pattern WHOLE_YEAR = Pattern.compile(AMOUNT + " pour l’année entière");
    private static final Pattern STRETCH = Pattern.compile(DAYS);
    private static final Pattern BY_DAYS = Pattern.compile("((?:" + DAYS + "(?: \\+ )?)+) sur (\\d+)");
    private static final Pattern OPEN = Pattern.compile("Au plus (.+), selon les résultats");
    private static final Pattern EARNED =
            Pattern.compile(AMOUNT + " obtenus(?: − " + AMOUNT + " retenus)? sur " + AMOUNT + " au plus \\((.+)\\)");
    private static final Pattern ADVANCE = Pattern.compile("([\\d,]+) % de " + AMOUNT + " \\((.+)\\)");
    private static final Pattern BALANCE = Pattern.compile(
            AMOUNT + " dus(?: − " + AMOUNT + " retenus)?(?: − " + AMOUNT + " d’avance(?: reçue)?)? \\((.+)\\)");

    @Test
    void theReasonOfEachLineGivesItsAmount() {
        for (int seed = 0; seed < LedgerPropertiesTest.CONTRACTS; seed++) {
            var at = seed;
            ledger(seed).lines().forEach(line -> {
                var words = plain(line.dueInWords());
                var as = "seed " + at + ": " + words;
                if (!line.onResults()) {
                    assertThat(due(words)).as(as).isEqualTo(line.due());
                } else if (line.open()) {
                    assertThat(due(read(OPEN, words).group(1))).as(as).isEqualTo(line.ceiling());
                } else {
                    var earned = read(EARNED, words);
                    assertThat(euros(earned.group(1))).as(as).isEqualTo(line.due());
                    assertThat(euros(earned.group(2))).as(as).isEqualTo(line.withheld());
                    assertThat(euros(earned.group(3))).as(as).isEqualTo(line.ceiling());
                    assertThat(due(earned.group(4))).as(as).isEqualTo(line.ceiling());
                }
            });
        }
    }

    @Test
    void theReasonOfEachPaymentGivesItsAmountAndNamesItsRule() {
        for (int seed = 0; seed < LedgerPropertiesTest.CONTRACTS; seed++) {
            for (var payment : ledger(seed).expected()) {
                var words = plain(payment.arithmetic());
                assertThat(amount(payment, words))
                        .as("seed %s: %s", seed, words)
                        .isEqualTo(payment.amount());
                assertThat(plain(payment.rule())).matches("[A-ZÀÉ].+ \\(.*article 6.*\\)\\.");
            }
        }
    }

    private static Euros amount(Ledger.Expected payment, String words) {
        return switch (payment.nature()) {
            case WHOLE ->
                words.equals("Cette avance n’est plus prévue") ? Euros.ZERO : due(words.replace(", en totalité", ""));
            case ADVANCE -> {
                if (words.equals("Cette avance n’est plus prévue")) {
                    yield Euros.ZERO;
                }
                var said = read(ADVANCE, words);
                assertThat(due(said.group(3))).as(words).isEqualTo(euros(said.group(2)));
                yield euros(said.group(2)).times(new BigDecimal(said.group(1).replace(',', '.')).movePointLeft(2));
            }
            case BALANCE -> {
                var said = read(BALANCE, words);
                assertThat(due(said.group(4))).as(words).isEqualTo(euros(said.group(1)));
                yield positive(euros(said.group(1)).minus(euros(said.group(2))).minus(euros(said.group(3))));
            }
            case VARIABLE -> {
                if (payment.open()) {
                    yield due(read(OPEN, words).group(1));
                }
                var said = read(EARNED, words);
                yield positive(euros(said.group(1)).minus(euros(said.group(2))));
            }
        };
    }

    /** What the words about days and yearly amounts come to: added first, rounded once, half up to the cent. */
    private static Euros due(String words) {
        if (words.equals("Rien n’est dû pour cette année") || words.equals("rien pour cette année")) {
            return Euros.ZERO;
        }
        var whole = WHOLE_YEAR.matcher(words);
        if (whole.matches()) {
            return euros(whole.group(1));
        }
        var said = read(BY_DAYS, words);
        var sum = STRETCH.matcher(said.group(1))
                .results()
                .map(stretch -> euros(stretch.group(1))
                        .value()
                        .multiply(new BigDecimal(stretch.group(2).replace(" ", ""))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Euros(sum.divide(new BigDecimal(said.group(said.groupCount())), 2, RoundingMode.HALF_UP));
    }

    private static MatchResult read(Pattern pattern, String words) {
        var matcher = pattern.matcher(words);
        assertThat(matcher.matches()).as("« %s » as %s", words, pattern).isTrue();
        return matcher;
    }

    private static Euros euros(String figure) {
        return figure == null
                ? Euros.ZERO
                : Euros.of(figure.replace(" ", "").replace('−', '-').replace(',', '.'));
    }

    private static Euros positive(Euros amount) {
        return amount.compareTo(Euros.ZERO) > 0 ? amount : Euros.ZERO;
    }

    private static Ledger ledger(int seed) {
        return LedgerMaker.of(LedgerPropertiesTest.facts(new Random(seed)), TODAY);
    }

    private static String plain(String words) {
        return words.replaceAll("[\u00A0\u202F]", " ");
    }
}
