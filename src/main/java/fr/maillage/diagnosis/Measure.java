package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An indicator for a territory, beside the places it is compared with.
 *
 * @param feed the source that is kept: the first one that has a value, or the one the team chose
 * @param departementZone the one that the territory is compared with
 * @param communes the value of each commune by its code, when the source says it; those without are left out
 * @param classes which part of the territory falls in each class; empty when it is not made from communes
 * @param contexts the zones it touches, when the source publishes nothing by commune
 * @param gaps with the département, the région and France, those that are known
 * @param rank empty when there are too few comparable zones
 * @param reading null when there is nothing to read
 * @param counted the number under the density; null when it is none
 * @param others what the other sources say of the same thing
 * @param choice what the team recorded; null while it chose nothing
 */
public record Measure(
        Indicator indicator,
        Feed feed,
        Figure territory,
        Figure departement,
        Figure region,
        Figure france,
        Zone departementZone,
        Map<String, BigDecimal> communes,
        List<ClassShare> classes,
        List<Context> contexts,
        List<Gap> gaps,
        Optional<Rank> rank,
        @Nullable Reading reading,
        @Nullable Counted counted,
        List<Other> others,
        @Nullable Choice choice) {

    public Measure {
        communes = Map.copyOf(communes);
        classes = List.copyOf(classes);
        contexts = List.copyOf(contexts);
        gaps = List.copyOf(gaps);
        others = List.copyOf(others);
    }

    /**
     * Another source of the same indicator.
     *
     * @param where the place for which both sources give a value; null when there is none
     * @param gap by how much this source differs from the one kept, there
     */
    public record Other(
            Feed feed,
            Figure territory,
            Figure departement,
            Figure region,
            Figure france,
            List<Context> contexts,
            @Nullable Zone where,
            @Nullable Gap gap) {}

    /** The gap with the nearest place that has a value: département, else région, else France. */
    public Optional<Gap> gap() {
        return gaps.stream().findFirst();
    }

    /** Whether anything at all is known, were it only of a context. */
    public boolean known() {
        return !(territory instanceof Figure.Absent)
                || !contexts.isEmpty()
                || !(departement instanceof Figure.Absent)
                || !(region instanceof Figure.Absent)
                || !(france instanceof Figure.Absent);
    }

    /** Where the value comes from; of an indicator that says nothing of the territory, that of the nearest place. */
    public @Nullable FigureSource anySource() {
        return Stream.of(
                        Stream.of(territory),
                        contexts.stream().map(Context::figure),
                        Stream.of(departement, region, france))
                .flatMap(Function.identity())
                .map(Figure::from)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What another source says of a place of which the one kept says nothing; its name must be shown beside. */
    public Optional<Figure.Known> borrowed(Level level) {
        return others.stream()
                .map(other -> switch (level) {
                    case DEPARTEMENT -> other.departement();
                    case REGION -> other.region();
                    default -> other.france();
                })
                .filter(Figure.Known.class::isInstance)
                .map(Figure.Known.class::cast)
                .findFirst();
    }

    /** The figure of a place: that of the source kept, else another's. */
    Figure at(Level level) {
        Figure own = switch (level) {
            case DEPARTEMENT -> departement;
            case REGION -> region;
            default -> france;
        };
        return own instanceof Figure.Absent
                ? borrowed(level).<Figure>map(known -> known).orElse(own)
                : own;
    }
}
