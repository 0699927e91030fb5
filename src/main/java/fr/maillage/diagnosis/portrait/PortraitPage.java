package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.ChartTable;
import fr.maillage.charts.ClassBars;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.diagnosis.Measure;
import fr.maillage.diagnosis.Sentence;
import fr.maillage.ui.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public page of the portrait.
 *
 * @param communes as typed, or as understood
 * @param shown null until a territory is chosen
 */
public record PortraitPage(
        String communes, FormErrors errors, @Nullable Shown shown) {

    /**
     * What a chosen territory shows.
     *
     * @param path of the files, without their format
     * @param query of the files, with its question mark; empty for a CPTS
     * @param figures the measures that stand out
     * @param missing the datasets that are not loaded and would tell more
     */
    public record Shown(
            String title,
            int communes,
            long population,
            String populationVintage,
            String path,
            String query,
            List<Measure> figures,
            List<Sentence> sentences,
            @Nullable Mapped map,
            List<Awaited> missing) {

        /** Address of the file in a format: {@code pdf}, {@code docx}, {@code xlsx}. */
        public String file(String format) {
            return path + "." + format + query;
        }
    }

    /**
     * A dataset that is not loaded.
     *
     * @param indicators titles of those that wait for it; empty when it feeds maps or comparisons alone
     */
    public record Awaited(Descriptor dataset, List<String> indicators) {}

    /** @param svg null without contours */
    public record Mapped(
            String title,
            @Nullable String svg,
            ClassBars legend,
            ChartTable table,
            String source,
            @Nullable String attribution) {}
}
