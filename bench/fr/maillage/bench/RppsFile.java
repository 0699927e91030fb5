package fr.maillage.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A made-up extraction of the RPPS in the layout of the real one: 56 columns between bars, a bar at the end of each line,
 * about 425 bytes a line. The same seed gives the same bytes. Nobody in it exists: identifiers begin with 99.
 */
final class RppsFile {

    /** As the real one has, to the nearest ten thousand. */
    static final int LINES = 2_200_000;

    private static final String HEADER =
            "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité"
                    + " d'exercice|Libellé civilité d'exercice|Code civilité|Libellé civilité|Nom d'exercice|Prénom d'exercice|Code"
                    + " profession|Libellé profession|Code catégorie professionnelle|Libellé catégorie professionnelle|Code type"
                    + " savoir-faire|Libellé type savoir-faire|Code savoir-faire|Libellé savoir-faire|Code mode exercice|Libellé mode"
                    + " exercice|Numéro SIRET site|Numéro SIREN site|Numéro FINESS site|Numéro FINESS établissement juridique|Identifiant"
                    + " technique de la structure|Raison sociale site|Enseigne commerciale site|Complément destinataire (coord."
                    + " structure)|Complément point géographique (coord. structure)|Numéro Voie (coord. structure)|Indice répétition voie"
                    + " (coord. structure)|Code type de voie (coord. structure)|Libellé type de voie (coord. structure)|Libellé Voie"
                    + " (coord. structure)|Mention distribution (coord. structure)|Bureau cedex (coord. structure)|Code postal (coord."
                    + " structure)|Code commune (coord. structure)|Libellé commune (coord. structure)|Code pays (coord. structure)|Libellé"
                    + " pays (coord. structure)|Téléphone (coord. structure)|Téléphone 2 (coord. structure)|Télécopie (coord."
                    + " structure)|Adresse e-mail (coord. structure)|Code Département (structure)|Libellé Département (structure)|Ancien"
                    + " identifiant de la structure|Autorité d'enregistrement|Code secteur d'activité|Libellé secteur d'activité|Code"
                    + " section tableau pharmaciens|Libellé section tableau pharmaciens|Code rôle|Libellé rôle|Code genre activité|Libellé"
                    + " genre activité|\n";

    private static final String[][] PROFESSIONS = {
        {"10", "Médecin", "S", "Spécialité ordinale", "SM54", "Médecine Générale"},
        {"10", "Médecin", "S", "Spécialité ordinale", "SM04", "Cardiologie et maladies vasculaires"},
        {"60", "Infirmier", "", "", "", ""},
        {"60", "Infirmier", "", "", "", ""},
        {"60", "Infirmier", "", "", "", ""},
        {"70", "Masseur-Kinésithérapeute", "", "", "", ""},
        {"21", "Pharmacien", "", "", "", ""},
        {"40", "Chirurgien-Dentiste", "", "", "", ""},
        {"50", "Sage-Femme", "", "", "", ""},
        {"91", "Orthophoniste", "", "", "", ""},
        {"80", "Pédicure-Podologue", "", "", "", ""},
        {"86", "Technicien de laboratoire médical", "", "", "", ""},
    };

    /** A commune with a postal code of it. */
    record Place(String code, String name, String postalCode, String departement) {}

    private RppsFile() {}

    /**
     * One person in five has a second line, one in fifty a third one: 1.22 lines a person. Two in three of those lines are
     * of the same place, the others of one close by.
     *
     * @param communes where people practise, in the order of their codes
     */
    static void write(Path file, int lines, List<Place> communes) throws IOException {
        var random = new Random(20261122);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            long person = 99_000_000_000L;
            int left = 0;
            int place = 0;
            var profession = PROFESSIONS[0];
            for (int i = 0; i < lines; i++) {
                if (left == 0) {
                    person++;
                    int chance = random.nextInt(50);
                    left = chance == 0 ? 3 : chance <= 9 ? 2 : 1;
                    profession = PROFESSIONS[random.nextInt(PROFESSIONS.length)];
                    place = random.nextInt(communes.size());
                } else if (random.nextInt(3) == 0) {
                    place = Math.floorMod(place + random.nextInt(-20, 20), communes.size());
                }
                left--;
                line(out, random, person, profession, communes.get(place));
            }
        }
    }

    private static void line(BufferedWriter out, Random random, long person, String[] profession, Place place)
            throws IOException {
        boolean liberal = random.nextInt(100) < 55;
        int number = 1 + random.nextInt(200);
        boolean coded = random.nextInt(100) >= 4;
        var text = new StringBuilder(480);
        text.append("8|").append(person).append("|8").append(person).append("|DR|Docteur|MME|Madame|EXEMPLE-");
        text.append(person % 1_000_000).append("|Prénom-").append(person % 1000).append('|');
        for (var cell : List.of(profession[0], profession[1], "C", "Civil")) {
            text.append(cell).append('|');
        }
        text.append(profession[2]).append('|').append(profession[3]).append('|');
        text.append(profession[4]).append('|').append(profession[5]).append('|');
        text.append(liberal ? "L|Libéral, indépendant, artisan, commerçant|" : "S|Salarié|");
        text.append("99")
                .append(digits(random, 12))
                .append('|')
                .append("99")
                .append(digits(random, 7))
                .append('|');
        text.append(liberal ? "" : place.departement() + "07" + digits(random, 5))
                .append("||");
        text.append("F").append(digits(random, 14)).append('|');
        text.append(liberal ? "CABINET DU DR EXEMPLE " : "CENTRE HOSPITALIER FICTIF ")
                .append(person % 9973);
        text.append("||||")
                .append(number)
                .append("||RUE|Rue|DE L EXEMPLE ")
                .append(person % 501)
                .append("||");
        text.append(place.postalCode()).append(' ').append(place.name()).append('|');
        text.append(place.postalCode())
                .append('|')
                .append(coded ? place.code() : "")
                .append('|');
        text.append(coded ? place.name() : "")
                .append("|||05")
                .append(digits(random, 8))
                .append("||||");
        text.append(place.departement())
                .append("|Département ")
                .append(place.departement())
                .append("||ARS/ARS/ARS|");
        text.append(liberal ? "SA07|Cabinet individuel" : "SA01|Etablissement public de santé")
                .append("|||");
        text.append("FON-01|Titulaire|GENR01|Activité standard de soin|\n");
        out.append(text);
    }

    private static String digits(Random random, int count) {
        var digits = new char[count];
        for (int i = 0; i < count; i++) {
            digits[i] = (char) ('0' + random.nextInt(10));
        }
        return new String(digits);
    }
}
