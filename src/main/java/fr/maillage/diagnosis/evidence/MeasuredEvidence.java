package fr.maillage.diagnosis.evidence;

import fr.maillage.diagnosis.Context;
import fr.maillage.diagnosis.Diagnosis;
import fr.maillage.diagnosis.Figure;
import fr.maillage.diagnosis.FigureSource;
import fr.maillage.diagnosis.Indicator;
import fr.maillage.diagnosis.Measure;
import fr.maillage.diagnosis.Zone;
import fr.maillage.project.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An indicator as evidence of a problem: its value, what it is compared with, its source and its year, as printed. */
public final class MeasuredEvidence {

    private MeasuredEvidence() {}

    /** Empty when nothing is known of the territory nor of a zone it touches: a gap in the data shows nothing. */
    public static Optional<Evidence.Facts> of(Diagnosis diagnosis, Measure measure) {
        var own = measure.territory().from();
        if (own != null) {
            return Optional.of(facts(measure.indicator().title(), diagnosis, measure, measure.territory(), own, null));
        }
        return measure.contexts().stream()
                .filter(context -> context.figure().from() != null)
                .findFirst()
                .map(context -> ofContext(diagnosis, measure, context));
    }

    private static Evidence.Facts ofContext(Diagnosis diagnosis, Measure measure, Context context) {
        return facts(
                measure.indicator().title() + ", " + context.zone().the(),
                diagnosis,
                measure,
                context.figure(),
                Objects.requireNonNull(context.figure().from()),
                context.zone());
    }

    private static Evidence.Facts facts(
            String label, Diagnosis diagnosis, Measure measure, Figure figure, FigureSource source, @Nullable Zone of) {
        return Evidence.Facts.indicator(
                measure.indicator().code(),
                label,
                figure.text(measure.indicator()),
                compared(diagnosis, measure, of),
                source.title(),
                source.period().isEmpty() ? source.vintage() : source.period());
    }

    /** @param of the zone the figure is of, which is not compared with itself; null for the territory */
    private static String compared(Diagnosis diagnosis, Measure measure, @Nullable Zone of) {
        var parts = new ArrayList<String>();
        add(parts, measure.indicator(), measure.departement(), diagnosis.departement(), of);
        add(parts, measure.indicator(), measure.region(), diagnosis.region(), of);
        add(parts, measure.indicator(), measure.france(), Zone.FRANCE, of);
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, Indicator indicator, Figure figure, Zone zone, @Nullable Zone of) {
        if (figure.from() != null && !zone.equals(of)) {
            parts.add(figure.text(indicator) + " " + zone.in());
        }
    }
}
