package fr.maillage.diagnosis;

/**
 * Where a figure comes from.
 *
 * @param dataset key of the dataset
 * @param title as printed: « Insee, Statistiques locales, bassins de vie »
 * @param period year or date that the figure is about
 * @param vintage label of the edition of the file; may be the same words as the period
 */
public record FigureSource(String dataset, String title, String period, String vintage) {

    /** « Insee, Statistiques locales, bassins de vie, 2022 ». */
    public String words() {
        return period.isEmpty() ? title + ", " + vintage : title + ", " + period;
    }
}
