package fr.maillage.diagnosis.versions;

import fr.maillage.diagnosis.Context;
import fr.maillage.diagnosis.Diagnosis;
import fr.maillage.diagnosis.DiagnosisTheme;
import fr.maillage.diagnosis.Figure;
import fr.maillage.diagnosis.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis that no longer follows anything: neither newer data nor newer definitions. It is stored as JSON with these
 * names.
 *
 * @param populationVintage the year of the populations
 * @param departement name of the one it was compared with
 */
public record FrozenDiagnosis(
        List<String> communes,
        long population,
        String populationVintage,
        String departement,
        String region,
        List<Line> lines) {

    /** The words for the territory itself, in {@link Line#place}. */
    public static final String TERRITORY = "Territoire";

    /**
     * What was known of an indicator in one place.
     *
     * @param code of the indicator
     * @param theme slug of its theme
     * @param place « Territoire », or a zone that it touches: « bassin de vie de Millau »
     * @param own whether the place is the territory, or a zone that stands in for it
     * @param text the value with its unit, or why there is none
     * @param value null when there is none, or when it is an interval
     * @param source null when there is no value
     * @param reading the word of interpretation, null when there was none
     */
    public record Line(
            String code,
            String theme,
            String title,
            String place,
            boolean own,
            String text,
            @Nullable BigDecimal value,
            @Nullable String source,
            String period,
            String vintage,
            @Nullable String reading) {

        public boolean known() {
            return source != null;
        }

        /** Diagnoses dated earlier named a bassin de vie by its town alone. */
        String key() {
            return code + "/" + place.replaceFirst("^bassin de vie (de |d’|du |des )", "");
        }

        /** « Insee, Filosofi, 2021 ». */
        public String origin() {
            return source == null ? "" : source + (period.isEmpty() ? ", " + vintage : ", " + period);
        }
    }

    public FrozenDiagnosis {
        communes = List.copyOf(communes);
        lines = List.copyOf(lines);
    }

    static FrozenDiagnosis of(Diagnosis diagnosis) {
        var lines = new ArrayList<Line>();
        for (var measure : diagnosis.measures()) {
            lines.add(line(measure, TERRITORY, true, measure.territory(), true));
            for (Context context : measure.contexts()) {
                lines.add(line(measure, context.zone().shortLabel(), true, context.figure(), false));
            }
            lines.add(line(measure, diagnosis.departement().name(), false, measure.departement(), false));
            lines.add(line(measure, diagnosis.region().name(), false, measure.region(), false));
            lines.add(line(measure, "France", false, measure.france(), false));
        }
        return new FrozenDiagnosis(
                diagnosis.communes(),
                diagnosis.population(),
                diagnosis.populationVintage(),
                diagnosis.departement().name(),
                diagnosis.region().name(),
                lines);
    }

    private static Line line(Measure measure, String place, boolean own, Figure figure, boolean read) {
        var from = figure.from();
        return new Line(
                measure.indicator().code(),
                measure.indicator().theme().slug(),
                measure.indicator().title(),
                place,
                own,
                figure.text(measure.indicator()),
                figure.known(),
                from == null ? null : from.title(),
                from == null ? "" : from.period(),
                from == null ? "" : from.vintage(),
                read && measure.reading() != null ? measure.reading().word() : null);
    }

    /** The lines of one part of the diagnosis. */
    public List<Line> of(DiagnosisTheme theme) {
        return lines.stream().filter(line -> line.theme().equals(theme.slug())).toList();
    }

    /** How many indicators had a value, of the territory or of a zone it touches. */
    public long known() {
        return lines.stream()
                .filter(line -> line.own() && line.known())
                .map(Line::code)
                .distinct()
                .count();
    }

    public long indicators() {
        return lines.stream().map(Line::code).distinct().count();
    }

    /** Every source with its period, in order. */
    public List<String> sources() {
        var sources = new TreeSet<String>();
        lines.stream().filter(Line::known).map(Line::origin).forEach(sources::add);
        return List.copyOf(sources);
    }
}
