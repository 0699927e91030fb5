package fr.maillage.professionals;

import fr.maillage.community.Identifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small file in the layout of the RPPS, of plainly fictional people. */
final class RppsLines {

    private static final List<String> HEADER = List.of(
            "Identification nationale PP",
            "Identifiant PP",
            "Nom d'exercice",
            "Prénom d'exercice",
            "Code profession",
            "Libellé profession",
            "Code catégorie professionnelle",
            "Code savoir-faire",
            "Libellé savoir-faire",
            "Code mode exercice",
            "Numéro FINESS site",
            "Raison sociale site",
            "Code postal (coord. structure)",
            "Code commune (coord. structure)",
            "Bureau cedex (coord. structure)");

    private RppsLines() {}

    static Path file(Path folder, String... lines) throws IOException {
        return Files.writeString(
                folder.resolve("PS_LibreAcces_Personne_activite_202605120812.txt"),
                String.join("|", HEADER) + "|\n" + String.join("\n", lines) + "\n");
    }

    /** @param number two digits */
    static String at(String number, String profession, String label, String mode, String commune) {
        return line(number, profession, label, "", "", mode, "", "", commune);
    }

    static String generalist(String number, String mode, String commune) {
        return line(number, "10", "Médecin", "SM54", "Médecine générale", mode, "", "", commune);
    }

    /** Without a commune: only the FINESS number tells where. */
    static String inEstablishment(String number, String profession, String label, String finess, String site) {
        return line(number, profession, label, "", "", "S", finess, site, "");
    }

    /** Eleven digits with their control, of a kind that nobody bears. */
    static String rpps(String number) {
        for (int control = 0; control < 10; control++) {
            if (Identifiers.isRpps("99000000" + number + control)) {
                return "99000000" + number + control;
            }
        }
        throw new IllegalArgumentException(number);
    }

    private static String line(
            String number,
            String profession,
            String label,
            String skill,
            String skillLabel,
            String mode,
            String finess,
            String site,
            String commune) {
        var rpps = rpps(number);
        return String.join(
                "|",
                "8" + rpps,
                rpps,
                "EXEMPLE-" + number,
                "Alix",
                profession,
                label,
                "C",
                skill,
                skillLabel,
                mode,
                finess,
                site,
                "",
                commune,
                "",
                "");
    }
}
