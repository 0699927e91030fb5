package fr.maillage.datasets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a zone: a value, or why there is none.
 *
 * @param period the year or date that the source gives for the figure
 * @param value null when the source gives none
 * @param missing null when there is a value
 * @param vintage label of the edition of the dataset
 */
public record Observed(
        String dataset,
        String series,
        Level level,
        String zone,
        String period,
        @Nullable BigDecimal value,
        @Nullable Missing missing,
        String vintage) {}
