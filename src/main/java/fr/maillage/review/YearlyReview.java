package fr.maillage.review;

import fr.maillage.contract.Contract;
import fr.maillage.contract.ContractLine;
import fr.maillage.library.Attached;
import fr.maillage.rules.SmallCounts;
import fr.maillage.shared.French;
import fr.maillage.shared.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The review of one year of a contract.
 *
 * @param year number of the contract year
 * @param openedFor name of the institution that opened it
 * @param request what is asked of the CPTS, in words
 * @param checks the proofs that institutions asked to check
 * @param version raised by each act that changes what it says
 */
public record YearlyReview(
        UUID id,
        Contract contract,
        int year,
        State state,
        Instant openedAt,
        String openedBy,
        String openedFor,
        String request,
        LocalDate fileDue,
        LocalDate contradictoryUntil,
        @Nullable Instant handedAt,
        @Nullable LocalDate meetingOn,
        String minutes,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String sha256,
        List<Line> lines,
        List<Question> questions,
        List<ProofCheck> checks,
        int version) {

    public enum State {
        OPEN("En préparation"),
        HANDED("Dossier remis"),
        CLOSED("Clos");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Who says a value. */
    public enum Voice {
        CPTS("La CPTS"),
        ARS("L’ARS"),
        CPAM("La CPAM"),
        MSA("La MSA");

        private final String label;

        Voice(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What one party says of a line.
     *
     * @param value null when it says only that it has none
     * @param proof whether it holds the line proven
     * @param version raised each time the party says it again
     */
    public record Reading(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable LocalDate extractedOn,
            String comment,
            boolean proof,
            Instant at,
            String by,
            int version) {}

    /**
     * @param agreed what the parties settled on, when they did so expressly
     * @param proofs the documents of the CPTS attached to it
     * @param checks what institutions asked to check of them
     */
    public record Line(
            UUID id,
            ContractLine rule,
            Map<Voice, Reading> readings,
            @Nullable Agreed agreed,
            List<Attached> proofs,
            List<ProofCheck> checks) {

        /** Whether two parties give different values and nothing was settled. */
        public boolean disputed() {
            return agreed == null
                    && readings.values().stream()
                                    .map(Reading::value)
                                    .filter(java.util.Objects::nonNull)
                                    .map(BigDecimal::stripTrailingZeros)
                                    .distinct()
                                    .count()
                            > 1;
        }

        public Optional<Reading> of(Voice voice) {
            return Optional.ofNullable(readings.get(voice));
        }

        /** The value that counts: the agreed one, else the only one that was said. */
        public @Nullable BigDecimal value() {
            if (agreed != null) {
                return agreed.value();
            }
            return disputed()
                    ? null
                    : readings.values().stream()
                            .map(Reading::value)
                            .filter(java.util.Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        }

        /**
         * Whether it counts as proven: as agreed, else by a document of the CPTS that no institution held not conform, or by
         * the institution that gives the figure.
         */
        public boolean proven() {
            if (agreed != null) {
                return agreed.proof();
            }
            return proofs.stream().anyMatch(proof -> checks.stream().noneMatch(check -> check.refuses(proof)))
                    || readings.entrySet().stream()
                            .anyMatch(each -> each.getKey() != Voice.CPTS
                                    && each.getValue().proof());
        }

        /** Whether somebody says a count of so few persons that it is not to circulate; only national indicators count persons. */
        public boolean small(SmallCounts small) {
            return rule.indicator() != null
                    && readings.values().stream()
                            .anyMatch(reading -> reading.numerator() == null
                                    ? !rule.unit().equals("%") && small.hides(reading.value(), null)
                                    : small.hides(reading.numerator(), reading.denominator()));
        }

        /** « 72,4 % », or « sans valeur ». */
        public String shown(@Nullable BigDecimal value) {
            return value == null ? "sans valeur" : Quantity.of(value, rule.unit());
        }
    }

    /** What the review says and what proves it: a page that carries another mark is not up to date. */
    public String mark() {
        var proofs = lines.stream()
                .flatMap(line -> line.proofs().stream()
                        .map(proof -> line.id() + "/" + proof.document().file().sha256()))
                .sorted()
                .toList();
        return version + "-" + Integer.toHexString(proofs.hashCode());
    }

    /** What the meeting says, in short: a form that carries another one was shown before somebody wrote. */
    public String meetingMark() {
        return mark(meetingOn, minutes);
    }

    static String mark(@Nullable LocalDate on, String minutes) {
        return Integer.toHexString(java.util.Objects.hash(on, minutes));
    }

    /** In short, as {@link #meetingMark()}; empty while nothing is agreed. */
    public static String agreedMark(@Nullable Agreed agreed) {
        return agreed == null
                ? ""
                : Integer.toHexString(java.util.Objects.hash(
                        agreed.value() == null ? "" : agreed.value().stripTrailingZeros(),
                        agreed.proof(),
                        agreed.reason()));
    }

    public record Agreed(@Nullable BigDecimal value, boolean proof, String reason, Instant at, String by) {}

    public record Question(
            UUID id,
            @Nullable UUID line,
            String party,
            String askedBy,
            Instant at,
            String text,
            @Nullable String answer,
            @Nullable String answeredBy) {}

    public LocalDate firstDay() {
        return contract.effectOn().plusYears(year - 1L);
    }

    public LocalDate lastDay() {
        return contract.effectOn().plusYears(year).minusDays(1);
    }

    /** What an institution asked to check of a document that proves something. */
    public Optional<ProofCheck> check(UUID thing, UUID document) {
        return checks.stream()
                .filter(check -> check.thing().equals(thing) && check.document().equals(document))
                .findFirst();
    }

    public List<Line> disputed() {
        return lines.stream().filter(Line::disputed).toList();
    }

    public Map<String, List<Line>> byMission() {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.rule().rule().mission(), java.util.LinkedHashMap::new, Collectors.toList()));
    }

    public boolean closed() {
        return state == State.CLOSED;
    }

    /** « du 15 mars 2026 au 14 mars 2027 ». */
    public String period() {
        return "du " + French.date(firstDay()) + " au " + French.date(lastDay());
    }
}
