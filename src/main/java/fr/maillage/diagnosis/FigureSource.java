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

    /** What the importer writes when a file does not tell. */
    private static final String UNDATED = "sans date";

    /** « Insee, Statistiques locales, bassins de vie, 2022 ». */
    public String words() {
        return title + ", " + when();
    }

    /** « 2022 », « année non indiquée ». */
    public String when() {
        if (!period.isEmpty() && !period.equals(UNDATED)) {
            return period;
        }
        return vintage.isEmpty() || vintage.equals(UNDATED) ? "année non indiquée" : vintage;
    }

    /** « Cnam, 2024 »: for narrow places, where the whole is a click away. */
    public String brief() {
        return title.split(",", 2)[0] + ", " + when();
    }
}
