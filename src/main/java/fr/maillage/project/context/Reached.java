package fr.maillage.project.context;

import fr.maillage.community.ParticipantCategory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share of each profession that was told of the project, and that takes part.
 *
 * @param source of the numbers of the territory, with its vintage; null when the directory does not cover it
 */
public record Reached(List<Share> shares, @Nullable String source) {

    /**
     * @param inTerritory how many the directory knows; null when it does not cover the territory
     * @param informed the most that one information reached: nobody is counted twice; null when no number was noted
     * @param takingPart actors of the CPTS of this profession
     */
    public record Share(
            ParticipantCategory profession,
            @Nullable Integer inTerritory,
            @Nullable Integer informed,
            int takingPart) {

        /** In hundredths, rounded down; null when it cannot be known. */
        public @Nullable Integer informedPercent() {
            return percent(informed);
        }

        public @Nullable Integer takingPartPercent() {
            return percent(takingPart);
        }

        private @Nullable Integer percent(@Nullable Integer part) {
            return part == null || inTerritory == null || inTerritory == 0
                    ? null
                    : Math.toIntExact(100L * Math.min(part, inTerritory) / inTerritory);
        }
    }
}
