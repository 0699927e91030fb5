package fr.maillage.professionals;

import fr.maillage.datasets.spi.UnreadableFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each column of an RPPS extraction is: 52 of them before 2023, 56 since. */
final class RppsColumns {

    private static final List<String> NEEDED = List.of(
            "Identifiant PP",
            "Code profession",
            "Code mode exercice",
            "Code commune (coord. structure)",
            "Code postal (coord. structure)");

    private final Cut cut = new Cut();
    private final Map<String, Integer> indexes;
    private final int person;
    private final int name;
    private final int givenName;
    private final int profession;
    private final int category;
    private final int skill;
    private final int mode;
    private final int commune;
    private final int postalCode;
    private final int routing;
    private final int finess;
    private final int siret;
    private final int site;
    private final int sector;
    private final int departement;
    private final int professionLabel;
    private final int skillLabel;
    private final int sectorLabel;

    private RppsColumns(Map<String, Integer> indexes) {
        this.indexes = indexes;
        person = index("Identification nationale PP", "Identifiant PP");
        name = index("Nom d'exercice");
        givenName = index("Prénom d'exercice");
        profession = index("Code profession");
        category = index("Code catégorie professionnelle");
        skill = index("Code savoir-faire");
        mode = index("Code mode exercice");
        commune = index("Code commune (coord. structure)");
        postalCode = index("Code postal (coord. structure)");
        routing = index("Bureau cedex (coord. structure)");
        finess = index("Numéro FINESS site");
        siret = index("Numéro SIRET site");
        site = index("Raison sociale site");
        sector = index("Code secteur d'activité");
        sectorLabel = index("Libellé secteur d'activité");
        skillLabel = index("Libellé savoir-faire");
        professionLabel = index("Libellé profession");
        departement = index("Code Département (structure)");
    }

    /** @throws UnreadableFile when the first line lacks what a count needs, naming it */
    static RppsColumns of(String header) {
        var indexes = new HashMap<String, Integer>();
        var names = new Cut();
        names.of(header);
        for (int i = 0; i < names.length(); i++) {
            indexes.put(names.get(i).replace('’', '\''), i);
        }
        var missing = NEEDED.stream().filter(name -> !indexes.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableFile("Ce fichier n’est pas l’extraction « Personne_activite » du RPPS. Il manque : "
                    + String.join(", ", missing) + ".");
        }
        return new RppsColumns(indexes);
    }

    /** The cells of a line, which ends with a bar of its own. */
    Cut cells(String line) {
        cut.of(line);
        return cut;
    }

    /**
     * A line of which only the cells that are asked for are taken out: twenty of 56, two million times. The next line
     * takes its place.
     */
    static final class Cut {

        private String line = "";
        private int[] ends = new int[64];
        private int length;

        private void of(String next) {
            line = next;
            length = 0;
            int from = 0;
            for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', from)) {
                end(bar);
                from = bar + 1;
            }
            if (from < line.length()) {
                end(line.length());
            }
        }

        private void end(int index) {
            if (length == ends.length) {
                ends = Arrays.copyOf(ends, 2 * length);
            }
            ends[length++] = index;
        }

        /** How many cells there are. */
        int length() {
            return length;
        }

        String get(int index) {
            return line.substring(index == 0 ? 0 : ends[index - 1] + 1, ends[index])
                    .strip();
        }
    }

    /** Columns with a name. */
    int size() {
        return indexes.size();
    }

    /** Whether the person of this line bears a number that the RPPS never gives: those of invented people begin by 99. */
    boolean isInvented(String line) {
        var cells = cells(line);
        return cells.length() > person && person(cells).matches("[08]?99\\d{9}");
    }

    String person(Cut cells) {
        return cell(cells, person);
    }

    String name(Cut cells) {
        return cell(cells, name);
    }

    String givenName(Cut cells) {
        return cell(cells, givenName);
    }

    String profession(Cut cells) {
        return cell(cells, profession);
    }

    String category(Cut cells) {
        return cell(cells, category);
    }

    String skill(Cut cells) {
        return cell(cells, skill);
    }

    String mode(Cut cells) {
        return cell(cells, mode);
    }

    String commune(Cut cells) {
        return cell(cells, commune);
    }

    String postalCode(Cut cells) {
        return cell(cells, postalCode);
    }

    String routing(Cut cells) {
        return cell(cells, routing);
    }

    String finess(Cut cells) {
        return cell(cells, finess);
    }

    String siret(Cut cells) {
        return cell(cells, siret);
    }

    String site(Cut cells) {
        return cell(cells, site);
    }

    String sector(Cut cells) {
        return cell(cells, sector);
    }

    String departement(Cut cells) {
        return cell(cells, departement);
    }

    String professionLabel(Cut cells) {
        return cell(cells, professionLabel);
    }

    String skillLabel(Cut cells) {
        return cell(cells, skillLabel);
    }

    String sectorLabel(Cut cells) {
        return cell(cells, sectorLabel);
    }

    private int index(String... names) {
        for (var wanted : names) {
            var found = indexes.get(wanted);
            if (found != null) {
                return found;
            }
        }
        return -1;
    }

    private static String cell(Cut cells, int index) {
        return index < 0 || index >= cells.length() ? "" : cells.get(index);
    }
}
