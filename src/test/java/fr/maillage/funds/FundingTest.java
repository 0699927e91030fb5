package fr.maillage.funds;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.funds.Funding.Facts;
import fr.maillage.funds.Funding.Instalment;
import fr.maillage.funds.Funding.Layer;
import fr.maillage.funds.Funding.Receipt;
import fr.maillage.shared.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a grant brought and what is left of it. */
class FundingTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static Receipt received(int day, long amount) {
        return new Receipt(
                UUID.randomUUID(),
                FIRST.plusDays(day),
                new Euros(BigDecimal.valueOf(amount, 2)),
                "VIR " + day,
                "Essai",
                null);
    }

    private static Instalment expected(int day, long amount) {
        return new Instalment(UUID.randomUUID(), FIRST.plusDays(day), Euros.of(amount), "");
    }

    private static Funding funding(long granted, List<Instalment> instalments, List<Receipt> receipts) {
        return new Funding(
                UUID.randomUUID(),
                1,
                new Facts(
                        FunderKind.known("FIR"),
                        "Financeur d’essai",
                        "Objet",
                        "",
                        null,
                        FIRST,
                        FIRST.plusYears(1),
                        Euros.of(granted),
                        null,
                        false,
                        "",
                        Euros.ZERO,
                        ""),
                false,
                0,
                instalments,
                receipts);
    }

    @Test
    void whatIsAwaitedAndLate() {
        var first = expected(10, 600);
        var second = expected(100, 400);
        var half = funding(1_000, List.of(first, second), List.of(received(12, 60_000)));

        assertThat(half.awaited()).isEqualTo(Euros.of(400));
        assertThat(half.paid(first)).isTrue();
        assertThat(half.paid(second)).isFalse();
        // On its very day an announced payment is not late.
        assertThat(half.late(FIRST.plusDays(100))).isEqualTo(Euros.ZERO);
        assertThat(half.late(FIRST.plusDays(101))).isEqualTo(Euros.of(400));
        assertThat(half.unplanned()).isEqualTo(Euros.ZERO);
        assertThat(half.beyond()).isEqualTo(Euros.ZERO);
        assertThat(funding(500, List.of(), List.of(received(1, 60_000))).beyond())
                .isEqualTo(Euros.of(100));
    }

    @Test
    void theOldestMoneyIsSpentOrGivenBackFirst() {
        var funding =
                funding(1_000, List.of(), List.of(received(1, 30_000), received(50, 40_000), received(60, -10_000)));

        assertThat(funding.unspent(Euros.ZERO))
                .containsExactly(
                        new Layer(FIRST.plusDays(1), Euros.of(200)), new Layer(FIRST.plusDays(50), Euros.of(400)));
        assertThat(funding.unspent(Euros.of(250))).containsExactly(new Layer(FIRST.plusDays(50), Euros.of(350)));
        assertThat(funding.unspent(Euros.of(900))).isEmpty();
    }

    @Test
    void nothingIsLostWhateverComesAndGoes() {
        var random = new Random(2026);
        for (int i = 0; i < 2_000; i++) {
            var receipts = new ArrayList<Receipt>();
            for (int j = 0; j < 1 + random.nextInt(5); j++) {
                receipts.add(received(j * 10, random.nextInt(1, 5_000_000)));
            }
            var funding = funding(100_000, List.of(), receipts);
            var spent = new Euros(BigDecimal.valueOf(random.nextInt(20_000_000), 2));
            var left =
                    Funding.sum(funding.unspent(spent).stream().map(Layer::left).toList());

            assertThat(left).isEqualTo(funding.left(spent));
            assertThat(funding.received(FIRST, FIRST.plusDays(9))
                            .plus(funding.received(FIRST.plusDays(10), FIRST.plusYears(2))))
                    .isEqualTo(funding.received());
        }
    }

    @Test
    void theShippedKindsAreDistinct() {
        assertThat(FunderKind.all())
                .extracting(FunderKind::code)
                .doesNotHaveDuplicates()
                .contains("FIR", "MEMBERS");
        assertThat(Arrays.asList("FIR", "PERDU"))
                .extracting(code -> FunderKind.known(code).code())
                .containsExactly("FIR", "PERDU");
    }
}
