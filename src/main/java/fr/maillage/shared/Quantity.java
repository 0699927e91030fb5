package fr.maillage.shared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;

/** A number with the unit that somebody typed, usually in the plural: « 12 exercices », but « 1 exercice ». */
public final class Quantity {

    /** From these on, a unit says of what: « exercices de crise », « places en journée ». */
    private static final Set<String> LINKS = Set.of(
            "de", "des", "du", "à", "aux", "en", "par", "pour", "sur", "avec", "sans", "dans", "chez", "et", "ou");

    /** The same in the singular and in the plural, among the words that units are made of. */
    private static final Set<String> INVARIABLE = Set.of(
            "mois",
            "fois",
            "cas",
            "bus",
            "pas",
            "temps",
            "avis",
            "accès",
            "décès",
            "repas",
            "corps",
            "cours",
            "parcours",
            "recours",
            "concours",
            "discours",
            "progrès",
            "succès",
            "relais",
            "colis",
            "devis",
            "permis",
            "procès",
            "compris",
            "précis",
            "admis",
            "soumis",
            "remis",
            "pris",
            "gros",
            "prix",
            "voix",
            "choix",
            "croix",
            "taux");

    private Quantity() {}

    /** « 72,4 % », « 1 exercice », « 3 » where the unit is empty. */
    public static String of(BigDecimal value, String unit) {
        return of(value, French.decimal(value.stripTrailingZeros()), unit);
    }

    /** The same, with the number as the caller writes it. */
    public static String of(BigDecimal value, String written, String unit) {
        return unit.isBlank() ? written : written + French.NBSP + unit(value, unit);
    }

    /** The unit as it follows a value: in French the plural starts at two. */
    public static String unit(BigDecimal value, String unit) {
        if (value.abs().compareTo(BigDecimal.TWO) >= 0) {
            return unit;
        }
        var words = new ArrayList<String>();
        boolean linked = false;
        for (var word : unit.split(" ", -1)) {
            linked = linked || LINKS.contains(word) || word.startsWith("d’") || word.startsWith("d'");
            words.add(linked ? word : singular(word));
        }
        return String.join(" ", words);
    }

    /** Signs and acronyms stay: « h », « ETP », « SAS ». */
    private static String singular(String word) {
        if (word.length() < 3
                || INVARIABLE.contains(word.toLowerCase(Locale.FRENCH))
                || Character.isUpperCase(word.charAt(1))) {
            return word;
        }
        if (word.endsWith("eaux") || word.endsWith("eux") && word.length() < 6) {
            return word.substring(0, word.length() - 1);
        }
        if (word.endsWith("aux")) {
            return word.substring(0, word.length() - 2) + "l";
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
