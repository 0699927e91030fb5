package fr.maillage.diagnosis;

import fr.maillage.charts.ChartTable;
import fr.maillage.charts.ClassBars;
import fr.maillage.charts.ComparisonBars;
import fr.maillage.charts.RankedBars;
import fr.maillage.community.CommunityView;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.ui.Option;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a theme shows: one indicator large, and the others in a list.
 *
 * @param diagnosis null while the CPTS has no saved territory
 * @param chosen null without a diagnosis
 * @param placed where establishments are, in the theme of the professionals; null elsewhere and when they are not known
 * @param loaded whether any dataset of the diagnosis is loaded
 */
public record ThemePage(
        CommunityView view,
        DiagnosisTheme theme,
        @Nullable Diagnosis diagnosis,
        @Nullable Shown chosen,
        @Nullable Placed placed,
        boolean writable,
        boolean loaded,
        @Nullable String mesh) {

    /**
     * One indicator shown large.
     *
     * @param map its drawing, null without classes or without contours
     * @param attribution to whom the contours are due
     * @param zones the bassins de vie of the département, when that is what is published
     * @param sentence empty when nothing is known
     * @param missing the datasets that would give it figures, when it has none
     */
    public record Shown(
            Measure measure,
            @Nullable String map,
            @Nullable String attribution,
            ComparisonBars comparison,
            Optional<ClassBars> classes,
            Optional<RankedBars> zones,
            Optional<Sentence> sentence,
            List<Descriptor> missing) {

        public Indicator indicator() {
            return measure.indicator();
        }
    }

    /**
     * Establishments on a map.
     *
     * @param counts « 3 hôpitaux et cliniques, 12 EHPAD, 20 pharmacies »
     * @param caution which communes they leave out; null when none
     * @param map its drawing, null without contours
     * @param numbers how many of each kind
     * @param table each of them
     * @param source with licence and vintage
     */
    public record Placed(
            String counts,
            @Nullable String caution,
            @Nullable String map,
            ChartTable numbers,
            ChartTable table,
            String source,
            @Nullable String attribution) {}

    /** « 38 indicateurs renseignés sur 42, pour 44 communes. Chaque chiffre dit sa source, son année et sa méthode. ». */
    public String facts() {
        return diagnosis == null ? "" : DiagnosisPages.facts(diagnosis);
    }

    public String base() {
        return view.at("/diagnostic");
    }

    public String at() {
        return "/diagnostic/" + theme.slug();
    }

    /** The indicators of the theme, each with its value when there is one. */
    public List<Option> options() {
        return diagnosis == null
                ? List.of()
                : diagnosis.of(theme).stream()
                        .map(measure -> new Option(
                                measure.indicator().code(),
                                measure.indicator().title() + (measure.known() ? "" : " (aucun chiffre)")))
                        .toList();
    }
}
