package fr.maillage.ui;

/**
 * One line of an arithmetic.
 *
 * @param label « L’avance est de trois quarts »
 * @param value « × 75 % »
 * @param total a result: ruled above and bold
 */
public record SumLine(String label, String value, boolean total) {

    public SumLine(String label, String value) {
        this(label, value, false);
    }
}
