package fr.maillage.professionals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The directory counts by its own codes; a CPTS counts by the categories of its actors. */
class DirectoryCountsTest {

    @Test
    void aGeneralPractitionerIsNoOtherSpecialist() {
        assertThat(DirectoryCounts.byCategory(Map.of("10", 70, Supply.GENERALISTES, 52)))
                .isEqualTo(Map.of("MEDECINE_GENERALE", 52, "AUTRE_SPECIALITE_MEDICALE", 18));
    }

    @Test
    void twoCodesOfOneCategoryAddUp() {
        assertThat(DirectoryCounts.byCategory(Map.of("60", 150, "69", 2, "21", 20)))
                .containsEntry("SOINS_INFIRMIERS", 152)
                .containsEntry("PHARMACIE", 20)
                .containsEntry("MEDECINE_GENERALE", 0);
    }
}
