package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import fr.maillage.shared.French;
import java.text.Normalizer;

/**
 * A place that a territory is compared with or touches, and how one speaks of it.
 *
 * @param article INSEE's code of what goes before the name: 0 nothing, 1 nothing before a vowel, 2 le, 3 la, 4 les, 5 l’
 */
public record Zone(Level level, String code, String name, int article) {

    public static final Zone FRANCE = new Zone(Level.FRANCE, Level.WHOLE_COUNTRY, "France", 3);

    private static final int LE = 2;
    private static final int LA = 3;
    private static final int LES = 4;
    private static final int ELIDED = 5;

    public Zone {
        name = French.printed(name);
    }

    /** « l’Aveyron », « l’Occitanie », « les Hauts-de-France », « Mayotte », « le bassin de vie de Millau ». */
    public String the() {
        return switch (level) {
            case BASSIN_DE_VIE -> "le bassin de vie " + ofName();
            case REGION, FRANCE ->
                switch (article) {
                    case LE -> "le " + name;
                    case LES -> "les " + name;
                    default -> isTown() ? name : startsWithVowel() ? "l’" + name : "la " + name;
                };
            default ->
                switch (article) {
                    case LE -> "le " + name;
                    case LA -> "la " + name;
                    case LES -> "les " + name;
                    case ELIDED -> "l’" + name;
                    default -> isTown() ? name : "le département " + ofName();
                };
        };
    }

    /** « bassin de vie de Millau », « Aveyron ». */
    public String shortLabel() {
        return level == Level.BASSIN_DE_VIE ? "bassin de vie " + ofName() : name;
    }

    /** « dans l’Aveyron », « en Occitanie », « à Paris », « dans le bassin de vie de Millau ». */
    public String in() {
        return switch (level) {
            case REGION, FRANCE -> article == LE || article == LES ? "dans " + the() : (isTown() ? "à " : "en ") + name;
            case BASSIN_DE_VIE -> "dans " + the();
            default -> {
                if (isTown()) {
                    yield "à " + name;
                }
                yield article < LE || isOverseas() ? "en " + name : "dans " + the();
            }
        };
    }

    /** « de l’Aveyron », « du Lot », « des Landes », « d’Occitanie », « de France ». */
    public String of() {
        if (level == Level.BASSIN_DE_VIE) {
            return "du bassin de vie " + ofName();
        }
        return switch (article) {
            case LE -> "du " + name;
            case LES -> "des " + name;
            case ELIDED -> "de l’" + name;
            case LA -> level == Level.DEPARTEMENT ? "de la " + name : ofName();
            default -> ofName();
        };
    }

    private String ofName() {
        if (name.startsWith("Le ")) {
            return "du " + name.substring(3);
        }
        if (name.startsWith("Les ")) {
            return "des " + name.substring(4);
        }
        return startsWithVowel() ? "d’" + name : "de " + name;
    }

    private boolean startsWithVowel() {
        var first =
                Normalizer.normalize(name.substring(0, 1), Normalizer.Form.NFD).substring(0, 1);
        return "AEIOUYH".contains(first.toUpperCase(java.util.Locale.ROOT)) && !name.startsWith("Haut");
    }

    /** Places whose name takes « à » : Paris, La Réunion, Mayotte. */
    private boolean isTown() {
        return name.equals("Paris") || name.equals("La Réunion") || name.equals("Mayotte") || name.startsWith("Saint-");
    }

    private boolean isOverseas() {
        return code.length() == 3 && code.startsWith("97");
    }
}
