package fr.maillage.diagnosis;

import fr.maillage.community.CommunityView;
import fr.maillage.datasets.spi.Descriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one indicator: what it is, how it is made, from what, and its value in each commune.
 *
 * @param shown null while the CPTS has no saved territory
 * @param rows empty when the source says nothing of communes
 * @param choices made by the team, newest first
 */
public record IndicatorPage(
        CommunityView view,
        Indicator indicator,
        @Nullable Diagnosis diagnosis,
        ThemePage.@Nullable Shown shown,
        List<SourceOf> sources,
        List<IndicatorRow> rows,
        List<Choice> choices,
        boolean writable) {

    /** A feed and the datasets it reads. */
    public record SourceOf(Feed feed, List<Edition> editions) {}

    /** @param vintage label of the edition that holds; null when the dataset is not loaded */
    public record Edition(Descriptor descriptor, @Nullable String vintage) {}

    public String at() {
        return view.at("/diagnostic/indicateurs/" + indicator.code());
    }

    /** The version of the choice that the form is filled from, 0 for none. */
    public int version() {
        return choices.isEmpty() ? 0 : choices.getFirst().version();
    }

    /** Whether two sources say something: a team may then choose. */
    public boolean disputed() {
        return shown != null && !shown.measure().others().isEmpty();
    }
}
