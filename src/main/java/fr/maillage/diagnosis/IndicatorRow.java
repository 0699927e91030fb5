package fr.maillage.diagnosis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A commune of the territory in the table of an indicator.
 *
 * @param value null when the source gives none
 */
public record IndicatorRow(
        String code,
        String name,
        @Nullable Integer population,
        @Nullable BigDecimal value) {}
