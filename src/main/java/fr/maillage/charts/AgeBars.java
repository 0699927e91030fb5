package fr.maillage.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Inhabitants by age: a pyramid when the sexes of every band are known, else bars.
 *
 * @param bands the youngest first, as tables list them; the drawing puts them at the bottom
 * @param compared what the tick on each bar is, « France »; empty when bands have none
 */
public record AgeBars(String title, Unit unit, List<Band> bands, String compared) implements Chart {

    /**
     * @param label « 75 à 89 ans »
     * @param women of the same band, null when the source does not tell
     * @param men of the same band, null when the source does not tell
     * @param compared the value of another zone to read {@code all} against, or null; not drawn on a pyramid
     */
    public record Band(
            String label,
            Datum all,
            @Nullable Datum women,
            @Nullable Datum men,
            @Nullable Datum compared) {

        public static Band of(String label, Datum all) {
            return new Band(label, all, null, null, null);
        }

        public static Band of(String label, Datum all, Datum compared) {
            return new Band(label, all, null, null, compared);
        }

        /** @param all both together */
        public static Band ofSexes(String label, Datum all, Datum women, Datum men) {
            return new Band(label, all, women, men, null);
        }
    }

    public AgeBars {
        bands = List.copyOf(bands);
    }

    boolean pyramid() {
        return !bands.isEmpty() && bands.stream().allMatch(band -> isKnown(band.women()) && isKnown(band.men()));
    }

    private static boolean isKnown(@Nullable Datum datum) {
        return datum instanceof Datum.Known(var value) && value.signum() >= 0;
    }

    private boolean compares() {
        return !compared.isEmpty() && bands.stream().anyMatch(band -> band.compared() != null);
    }

    @Override
    public String alternative() {
        return Sentences.list(
                title,
                bands.stream().map(band -> {
                    var women = band.women();
                    var men = band.men();
                    var against = band.compared();
                    var detail = pyramid() && women != null && men != null
                            ? " (femmes : " + unit.told(women) + ", hommes : " + unit.told(men) + ")"
                            : against != null && compares() ? " (" + compared + " : " + unit.told(against) + ")" : "";
                    return Sentences.pair(band.label(), unit.told(band.all()) + detail);
                }),
                "");
    }

    @Override
    public ChartTable table() {
        var headers = new ArrayList<>(List.of("Âge", "Ensemble"));
        if (pyramid()) {
            headers.addAll(List.of("Femmes", "Hommes"));
        }
        if (compares()) {
            headers.add(compared);
        }
        return new ChartTable(headers, bands.stream().map(this::row).toList(), -1);
    }

    private List<String> row(Band band) {
        var cells = Stream.<String>builder().add(band.label()).add(unit.told(band.all()));
        var women = band.women();
        var men = band.men();
        if (pyramid() && women != null && men != null) {
            cells.add(unit.told(women)).add(unit.told(men));
        }
        if (compares()) {
            var against = band.compared();
            cells.add(against == null ? "non publié" : unit.told(against));
        }
        return cells.build().toList();
    }
}
