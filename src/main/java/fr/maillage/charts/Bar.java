package fr.maillage.charts;

/**
 * A zone and its value.
 *
 * @param label « Territoire », « Aveyron », « Bassin de vie de Millau »
 * @param here whether this is what the chart is about: it is highlighted
 * @param note a few words after the label, such as « dans le territoire »; empty for none
 */
public record Bar(String label, Datum value, boolean here, String note) {

    public static Bar here(String label, Datum value) {
        return new Bar(label, value, true, "");
    }

    public static Bar of(String label, Datum value) {
        return new Bar(label, value, false, "");
    }

    String fullLabel() {
        return note.isEmpty() ? label : label + ", " + note;
    }
}
