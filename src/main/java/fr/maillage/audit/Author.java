package fr.maillage.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what the journal tells.
 *
 * @param account null for the program itself, and for somebody without an account
 * @param name as it is on the day of the act; it stays when the account changes
 * @param party the side on which the person acted ({@code CPTS}, {@code ARS}…), or null
 */
public record Author(
        @Nullable UUID account, String name, @Nullable String party) {

    /** The program: daily jobs, the clock. */
    public static final Author MAILLAGE = new Author(null, "Maillage", null);
}
