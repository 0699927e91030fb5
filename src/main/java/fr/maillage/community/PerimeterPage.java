package fr.maillage.community;

import fr.maillage.shared.Source;
import fr.maillage.territory.Commune;
import fr.maillage.ui.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The territory of a CPTS as its page shows it.
 *
 * @param view who looks at which CPTS
 * @param writable whether the territory can be changed on this page
 * @param past the past version shown instead of the work; null on the working page
 * @param work what the person is working on
 * @param scale null while no commune is chosen
 * @param vintage « 2023 »
 * @param sources of the populations
 * @param checks in words
 * @param zones the EPCI of the territory, the most populous first
 * @param map SVG, null without contours
 * @param attribution of the contours, null without
 * @param selected the commune shown as « ici », null for none
 * @param communes how many communes, parts of one counting once
 */
public record PerimeterPage(
        CommunityView view,
        boolean writable,
        @Nullable Perimeter past,
        PerimeterWork work,
        @Nullable PerimeterScale scale,
        String vintage,
        List<Source> sources,
        List<PerimeterCheck> checks,
        List<PerimeterZone> zones,
        @Nullable String map,
        @Nullable String mesh,
        @Nullable String attribution,
        boolean othersHatched,
        @Nullable Selected selected,
        int communes,
        Listing<PerimeterRow> listing) {

    /**
     * The commune one clicked.
     *
     * @param held whether it is whole in the territory
     * @param takenBy the sentence that names the CPTS it belongs to, or null
     */
    public record Selected(
            Commune commune, boolean held, @Nullable String takenBy) {}

    public String base() {
        return "/cpts/" + view.slug() + "/territoire";
    }

    public boolean isEmpty() {
        return scale == null;
    }
}
