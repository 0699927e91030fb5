package fr.maillage.community;

/** The control digits of the numbers that the field uses. */
public final class Identifiers {

    private Identifiers() {}

    /** RPPS: eleven digits, Luhn. */
    public static boolean isRpps(String text) {
        return text.matches("\\d{11}") && luhn(text);
    }

    /** FINESS: nine signs, the département first (2A and 2B have a letter); Luhn when all are digits. */
    public static boolean isFiness(String text) {
        return text.matches("\\d{9}") && luhn(text) || text.matches("2[AB]\\d{7}");
    }

    /** SIRET: fourteen digits, Luhn; those of La Poste, whose digits add up to a multiple of five, are accepted. */
    public static boolean isSiret(String text) {
        return text.matches("\\d{14}") && (luhn(text) || text.startsWith("356000000") && sum(text) % 5 == 0);
    }

    /** RNA: W and nine digits. */
    public static boolean isRna(String text) {
        return text.matches("W\\d{9}");
    }

    /** Every second digit from the right is doubled; the sum of all digits is a multiple of ten. */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    private static int sum(String digits) {
        return digits.chars().map(sign -> sign - '0').sum();
    }
}
