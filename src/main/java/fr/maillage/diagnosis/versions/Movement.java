package fr.maillage.diagnosis.versions;

import fr.maillage.diagnosis.versions.FrozenDiagnosis.Line;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of an indicator between two diagnoses, in one place.
 *
 * @param before null when the earlier one did not know the place
 * @param after null when the later one does not know it any more
 */
public record Movement(
        Kind kind, @Nullable Line before, @Nullable Line after) {

    /** The first that applies. */
    public enum Kind {
        MOVED("a bougé"),
        NEW_SOURCE("nouvelle source"),
        APPEARED("nouveau"),
        DISAPPEARED("a disparu"),
        SAME("inchangé"),
        UNKNOWN("toujours inconnu");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** As the filter of the list sends it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Every place of the territory in either, those that moved first, else in the order of the diagnosis. */
    static List<Movement> between(FrozenDiagnosis earlier, FrozenDiagnosis later) {
        var befores = new LinkedHashMap<String, Line>();
        earlier.lines().stream().filter(Line::own).forEach(line -> befores.put(line.key(), line));
        var movements = new ArrayList<Movement>();
        later.lines().stream()
                .filter(Line::own)
                .forEach(after -> movements.add(of(befores.remove(after.key()), after)));
        befores.values().forEach(before -> movements.add(of(before, null)));
        return movements.stream()
                .sorted((one, other) -> one.kind.compareTo(other.kind))
                .toList();
    }

    private static Movement of(@Nullable Line before, @Nullable Line after) {
        return new Movement(kind(before, after), before, after);
    }

    private static Kind kind(@Nullable Line before, @Nullable Line after) {
        var was = before != null && before.known();
        var is = after != null && after.known();
        if (was && is) {
            if (!Objects.requireNonNull(before)
                    .text()
                    .equals(Objects.requireNonNull(after).text())) {
                return Kind.MOVED;
            }
            return before.origin().equals(after.origin()) ? Kind.SAME : Kind.NEW_SOURCE;
        }
        return was ? Kind.DISAPPEARED : is ? Kind.APPEARED : Kind.UNKNOWN;
    }

    /** The later line, or the earlier one of what disappeared. */
    public Line line() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    public String was() {
        return before == null ? "absent" : before.text();
    }

    public String is() {
        return after == null ? "absent" : after.text();
    }

    /** « +4 % »; empty when one of them is unknown, an interval, or was zero. */
    public String gap() {
        if (kind != Kind.MOVED || before == null || after == null) {
            return "";
        }
        var was = before.value();
        var is = after.value();
        if (was == null || is == null || was.signum() == 0) {
            return "";
        }
        var percent = is.subtract(was).multiply(BigDecimal.valueOf(100)).divide(was.abs(), 4, RoundingMode.HALF_UP);
        var printed = percent.setScale(percent.abs().compareTo(BigDecimal.ONE) < 0 ? 1 : 0, RoundingMode.HALF_UP);
        return (printed.signum() > 0 ? "+" : "") + French.decimal(printed) + French.NBSP + "%";
    }
}
