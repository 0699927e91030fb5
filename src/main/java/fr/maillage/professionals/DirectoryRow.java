package fr.maillage.professionals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the directory: somebody in one profession, with what they do on the territory.
 *
 * @param person number of the file: kind of number, then number
 * @param name family name, as the file writes it
 * @param profession its code
 * @param skills specialities in words, each once
 */
public record DirectoryRow(
        String person,
        String name,
        String givenName,
        String profession,
        String professionLabel,
        List<String> skills,
        List<Site> sites) {

    /**
     * An activity of theirs.
     *
     * @param skill code, or null
     * @param mode L, S, B or null
     * @param structure name of the establishment, else the kind of place, or null
     */
    public record Site(
            String commune,
            String communeName,
            @Nullable String skill,
            @Nullable String skillLabel,
            @Nullable String mode,
            @Nullable String structure,
            @Nullable String finess) {

        public String modeLabel() {
            return Modes.label(mode);
        }

        /** « Libéral, Cabinet individuel ». */
        public String told() {
            return structure == null ? modeLabel() : modeLabel() + ", " + structure;
        }
    }

    /** Eleven digits; null for a number of another kind. */
    public @Nullable String rpps() {
        return rpps(person);
    }

    static @Nullable String rpps(String person) {
        return person.length() == 12 && person.startsWith("8") ? person.substring(1) : null;
    }

    /** Communes of their sites, each once. */
    public List<String> communes() {
        return sites.stream().map(Site::communeName).distinct().toList();
    }

    /** How they practise, site by site, each way once. */
    public List<String> practices() {
        return sites.stream().map(Site::told).distinct().toList();
    }
}
