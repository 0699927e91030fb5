package fr.maillage.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.community.CommunityId;
import fr.maillage.indicators.spi.Fact;
import fr.maillage.indicators.spi.FactKind;
import fr.maillage.indicators.spi.FactSource;
import fr.maillage.indicators.spi.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactRegistryTest {

    private static final FactKind MEETINGS = new FactKind("REUNIONS", "Réunions", "réunion", "réunions");

    private record Counting(FactKind kind, long count) implements FactSource {

        @Override
        public List<FactKind> kinds() {
            return List.of(kind);
        }

        @Override
        public List<Fact> of(CommunityId community, Period period) {
            return List.of(Fact.of(kind, count, "Réunions de " + period.inWords() + ".", "/agenda"));
        }
    }

    @Test
    void asksEverySource() {
        var registry = new FactRegistry(
                List.of(new Counting(MEETINGS, 3), new Counting(new FactKind("ACTES", "Actes", "acte", "actes"), 1)));

        assertThat(registry.of(
                        new CommunityId(UUID.randomUUID()),
                        new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))))
                .extracting(Fact::shown, Fact::counted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("3\u00A0réunions", "Réunions de 2026."),
                        org.assertj.core.groups.Tuple.tuple("1\u00A0acte", "Réunions de 2026."));
    }

    @Test
    void refusesTwoSourcesForOneKind() {
        assertThatThrownBy(() -> new FactRegistry(List.of(new Counting(MEETINGS, 1), new Counting(MEETINGS, 2))))
                .hasMessageContaining("REUNIONS");
    }

    @Test
    void aPeriodIsNamedByItsYearOrItsDays() {
        assertThat(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)).inWords())
                .isEqualTo("2024");
        assertThat(new Period(LocalDate.of(2024, 3, 1), LocalDate.of(2025, 2, 28)).inWords())
                .isEqualTo("du 1ᵉʳ\u00A0mars 2024 au 28\u00A0février 2025");
        assertThatThrownBy(() -> new Period(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 2, 29)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
