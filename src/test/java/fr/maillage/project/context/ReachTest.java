package fr.maillage.project.context;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.community.ParticipantCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The share of each profession: nobody is counted twice, and what is not known is not zero. */
class ReachTest {

    @Test
    void theLargestNumberOfOneInformationCounts() {
        var reached = Reach.shares(
                Map.of("PHARMACIE", 20, "SOINS_INFIRMIERS", 150),
                "RPPS",
                List.of(),
                List.of(told("PHARMACIE", 8), told("PHARMACIE", 15), told("PHARMACIE", null)));

        assertThat(reached.shares()).hasSize(2);
        var pharmacy = reached.shares().getFirst();
        assertThat(pharmacy.informed()).isEqualTo(15);
        assertThat(pharmacy.informedPercent()).isEqualTo(75);
        assertThat(reached.shares().get(1).informed()).isNull();
        assertThat(reached.shares().get(1).informedPercent()).isNull();
    }

    @Test
    void withoutTheDirectoryThereIsNoShare() {
        var reached = Reach.shares(null, null, List.of(), List.of(told("PHARMACIE", 8)));

        assertThat(reached.shares()).singleElement().satisfies(share -> {
            assertThat(share.inTerritory()).isNull();
            assertThat(share.informedPercent()).isNull();
        });
    }

    @Test
    void moreInformedThanKnownIsAllOfThem() {
        var reached = Reach.shares(Map.of("PHARMACIE", 10), "RPPS", List.of(), List.of(told("PHARMACIE", 12)));

        assertThat(reached.shares().getFirst().informedPercent()).isEqualTo(100);
    }

    private static Outreach told(String profession, @Nullable Integer informed) {
        return new Outreach(
                ParticipantCategory.ofCode(profession).orElseThrow(),
                "",
                LocalDate.of(2026, 3, 2),
                ContextLists.means("COURRIEL").orElseThrow(),
                informed,
                "",
                "");
    }
}
