package fr.maillage.diagnosis;

import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Drafts factual sentences: value, comparison, gap, year and source. Never a cause, never a judgement: these are the
 * author's.
 */
public final class Sentences {

    private static final int MOST_CONTEXTS = 3;
    private static final int MOST_COMPARED = 2;

    private Sentences() {}

    /** Empty when nothing is known of the territory nor of a zone it touches. */
    public static Optional<Sentence> of(Measure measure) {
        var draft = new Draft(measure);
        var text = measure.territory() instanceof Figure.Absent ? draft.ofContexts() : draft.ofTerritory();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sentence(measure.indicator().code(), text, draft.facts));
    }

    /** Compares the figures that a sentence was drafted from with those of today. */
    public static StillHolds stillHolds(Map<String, String> frozen, Measure now) {
        var fresh = of(now);
        if (fresh.isEmpty()) {
            return new StillHolds.Gone(
                    "Aucune donnée n’est chargée pour « " + now.indicator().title() + " ».");
        }
        var differences = new ArrayList<StillHolds.Difference>();
        frozen.forEach((what, was) -> {
            var is = fresh.get().facts().getOrDefault(what, "aucune valeur");
            if (!is.equals(was)) {
                differences.add(new StillHolds.Difference(what, was, is));
            }
        });
        return differences.isEmpty() ? new StillHolds.Yes() : new StillHolds.Moved(List.copyOf(differences));
    }

    /** « En 2025 », « Au 12 mai 2026 », « Entre 2017 et 2023 »; empty when the source does not tell. */
    static String when(String period) {
        if (period.matches("\\d{4}")) {
            return "En " + period;
        }
        if (period.matches("\\d{4}-\\d{4}")) {
            return "Entre " + period.replace("-", " et ");
        }
        return period.matches("\\d.*\\d{4}") ? "Au " + period : "";
    }

    /** One sentence and the facts it holds. */
    private static final class Draft {

        private final Measure measure;
        private final Indicator indicator;
        private final Map<String, String> facts = new LinkedHashMap<>();

        Draft(Measure measure) {
            this.measure = measure;
            this.indicator = measure.indicator();
        }

        String ofTerritory() {
            var noun = indicator.phrase().noun();
            if (measure.counted() != null && noun != null) {
                return ofCount(measure.counted(), noun);
            }
            var beyond = beyond();
            var main = beyond == null ? begin(measure.territory(), subject()) : capital(subject());
            var text = (beyond == null ? "" : beyond + " ")
                    + main
                    + value(measure.territory(), "territoire")
                    + " dans le territoire"
                    + (measure.territory() instanceof Figure.Between
                            ? besideInterval()
                            : compared(measure.territory().known(), measure.gaps()))
                    + ".";
            return text + source(measure.territory());
        }

        /** « Au 12 mai 2026, le territoire compte 41 médecins généralistes libéraux, soit 9,8 pour 10 000 habitants ». */
        private String ofCount(Counted counted, String noun) {
            var one = indicator.phrase().nounOne();
            var many = French.count(counted.number(), one == null ? noun : one, noun);
            facts.put("nombre", French.number(counted.number()));
            return begin(measure.territory(), "le territoire compte ") + many + ", soit "
                    + number(measure.territory(), "territoire")
                    + compared(measure.territory().known(), measure.gaps()) + "."
                    + source(measure.territory());
        }

        String ofContexts() {
            var known = measure.contexts().stream()
                    .filter(context -> context.figure().known() != null)
                    .limit(MOST_CONTEXTS)
                    .toList();
            if (known.isEmpty()) {
                return "";
            }
            var first = known.getFirst();
            var places = known.stream()
                    .map(context -> number(context.figure(), context.zone().the()) + " "
                            + context.zone().in())
                    .toList();
            return begin(first.figure(), subject()) + verb(first.figure()) + list(places)
                    + (first.gaps().isEmpty()
                            ? toMedian(first)
                            : compared(known.size() == 1 ? first.figure().known() : null, first.gaps()))
                    + ". La source ne donne pas ce chiffre pour le territoire lui-même." + source(first.figure());
        }

        /** « En 2025, 9 communes du territoire, où vivent 3 553 habitants (8,5 %), sont à 20 km ou plus de… ». */
        private @Nullable String beyond() {
            var above = indicator.phrase().above();
            if (above == null || measure.classes().isEmpty()) {
                return null;
            }
            var last = measure.classes().getLast();
            var bound = Classes.print(indicator, indicator.classes().getLast());
            var who = above.replace("{classe}", bound);
            var inhabitants = French.count(last.inhabitants(), "habitant", "habitants");
            var share = French.percent(last.share(), 1);
            facts.put("communes " + who, French.number(last.communes()));
            facts.put("habitants " + who, inhabitants + " (" + share + ")");
            if (last.communes() == 0) {
                return begin(measure.territory(), "aucune commune du territoire n’est ") + who + ".";
            }
            return begin(measure.territory(), "")
                    + French.count(last.communes(), "commune", "communes") + " du territoire, où "
                    + (last.inhabitants() < 2 ? "vit " : "vivent ") + inhabitants + " (" + share + "), "
                    + (last.communes() < 2 ? "est " : "sont ") + who + ".";
        }

        private String subject() {
            return indicator.phrase().subject();
        }

        private String begin(Figure figure, String then) {
            var from = figure.from();
            var when = from == null ? "" : when(from.period());
            if (from != null) {
                facts.put(Sentence.YEAR, from.period());
            }
            return when.isEmpty() ? capital(then) : when + ", " + then;
        }

        private String value(Figure figure, String name) {
            return verb(figure) + number(figure, name);
        }

        private String verb(Figure figure) {
            var plural = indicator.phrase().plural();
            if (figure instanceof Figure.Between) {
                return plural ? " se situent " : " se situe ";
            }
            return plural ? " sont de " : " est de ";
        }

        private String number(Figure figure, String name) {
            var text = figure.text(indicator);
            facts.put(name, text);
            return text;
        }

        /** « , contre 12,0 km dans l’Aveyron (24 % de moins) et 9,2 km en Occitanie (0,5 % de moins) ». */
        private String compared(@Nullable BigDecimal value, List<Gap> gaps) {
            var parts = Stream.of(measure.departement(), measure.region(), measure.france())
                    .toList();
            var compared = new ArrayList<String>();
            for (var gap : gaps) {
                var figure = parts.get(
                        switch (gap.with().level()) {
                            case DEPARTEMENT -> 0;
                            case REGION -> 1;
                            default -> 2;
                        });
                if (compared.size() < MOST_COMPARED) {
                    compared.add(number(figure, gap.with().the()) + " "
                            + gap.with().in() + (value == null ? "" : " (" + difference(value, figure, gap) + ")"));
                }
            }
            return compared.isEmpty() ? "" : ", contre " + list(compared);
        }

        /** Of an interval no gap is told: the other figures stand beside it. */
        private String besideInterval() {
            if (!indicator.isCompared()) {
                return "";
            }
            return switch (measure.departement()) {
                case Figure.Absent _ -> "";
                case Figure known ->
                    ", contre " + number(known, measure.departementZone().the()) + " "
                            + measure.departementZone().in();
            };
        }

        private String toMedian(Context context) {
            return context.median()
                    .map(median -> {
                        var value = indicator.print(median.value());
                        facts.put("médiane", value);
                        return ", contre " + value + " pour la " + median.words();
                    })
                    .orElse("");
        }

        /** Between two shares the difference is told in points: « 8 % de plus » would be read as points. */
        private String difference(BigDecimal value, Figure other, Gap gap) {
            var reference = other.known();
            if (indicator.unit().equals("%") && reference != null) {
                var points = indicator.rounded(value).subtract(indicator.rounded(reference));
                return points.signum() == 0
                        ? "même valeur"
                        : French.decimal(points.abs())
                                + French.NBSP
                                + (points.abs().compareTo(BigDecimal.TWO) < 0 ? "point" : "points")
                                + more(points.signum());
            }
            var printed = gap.text();
            return printed.startsWith("0")
                    ? "même valeur"
                    : printed.substring(1) + more(gap.percent().signum());
        }

        private static String more(int sign) {
            return sign > 0 ? " de plus" : " de moins";
        }

        private String source(Figure figure) {
            var from = figure.from();
            if (from == null) {
                return "";
            }
            facts.put("source", from.title());
            var caution = figure instanceof Figure.Known known && known.caution() != null ? " " + known.caution() : "";
            return caution + (measure.choice() == null ? " Source" : " Source retenue par l’équipe") + French.NBSP
                    + ": " + from.words() + ".";
        }

        private static String list(List<String> parts) {
            return parts.size() == 1
                    ? parts.getFirst()
                    : String.join(", ", parts.subList(0, parts.size() - 1)) + " et " + parts.getLast();
        }

        private static String capital(String text) {
            return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
        }
    }
}
