package fr.maillage.project.context;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the plan of communication: somebody to tell something, by some means.
 *
 * @param on when; null while unknown
 */
public record Communication(
        String audience,
        String message,
        String means,
        @Nullable LocalDate on) {}
