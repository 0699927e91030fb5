package fr.maillage.rules.aci;

import fr.maillage.rules.aci.ContractPeriod.Share;
import fr.maillage.rules.aci.Plan.MissionStart;
import fr.maillage.rules.aci.Schedule.Line;
import fr.maillage.rules.aci.Schedule.Nature;
import fr.maillage.rules.aci.Schedule.Notice;
import fr.maillage.rules.aci.Schedule.Payment;
import fr.maillage.rules.aci.Schedule.Subject;
import fr.maillage.rules.aci.Schedule.Unknown;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes the schedule of one plan under one grid (accord 2019, art. 9; contrat type, art. 6).
 *
 * <p>Operating money: year 1 whole at the signature; then an advance at the anniversary and the balance with the
 * settlement of the year. Missions: an advance when they start, then at each anniversary the balance of the year that
 * ends, its variable part according to results, and the advance of the year that begins.
 */
public final class Scheduler {

    private final Grid grid;
    private final Plan plan;
    private final ContractPeriod period;
    private final List<Payment> payments = new ArrayList<>();
    private final Set<Unknown> unknowns = new LinkedHashSet<>();

    private Scheduler(Grid grid, Plan plan) {
        this.grid = grid;
        this.plan = plan;
        this.period = new ContractPeriod(plan.signature(), grid.terms().contractYears());
    }

    /** @throws IllegalArgumentException when a mission is not in the grid or starts outside the contract */
    public static Schedule schedule(Grid grid, Plan plan) {
        for (var mission : plan.missions()) {
            if (grid.mission(mission.mission()).isEmpty()) {
                throw new IllegalArgumentException(mission.mission() + " is not in " + grid.code());
            }
        }
        return new Scheduler(grid, plan).schedule();
    }

    private Schedule schedule() {
        var years = new ArrayList<Schedule.ContractYear>();
        for (int year = 1; year <= period.years(); year++) {
            years.add(new Schedule.ContractYear(year, period.firstDay(year), period.lastDay(year), linesOf(year)));
        }
        payments.sort(Comparator.comparing(Payment::planned).thenComparing(Payment::year));
        return new Schedule(grid, plan, years, List.copyOf(payments), List.copyOf(unknowns), assumptions(), notices());
    }

    private List<Line> linesOf(int year) {
        var lines = new ArrayList<Line>();
        lines.add(operatingLine(year));
        for (var terms : grid.missions()) {
            plan.startOf(terms.code())
                    .filter(mission -> period.yearOf(mission.start()) <= year)
                    .ifPresent(mission ->
                            terms.parts().forEach(part -> lines.add(missionLine(terms, part, mission, year))));
        }
        return List.copyOf(lines);
    }

    private Line operatingLine(int year) {
        var part = grid.operating();
        var subject = new Subject(null, null, part.code(), part.title());
        if (year > 1) {
            return advanceAndBalance(subject, part, period.firstDay(year), year, afterAnniversary(year - 1));
        }
        var rate = rateOf(subject, part);
        var due = rate.amount();
        var words = due == null ? Arithmetic.UNKNOWN : Arithmetic.wholeInWords(due);
        if (due == null) {
            unknowns.add(new Unknown(subject, part.condition()));
        }
        pay(period.signature(), period.signature(), year, subject, Nature.WHOLE, due, words);
        var none = due == null ? null : Euros.ZERO;
        return new Line(subject, rate, part.condition(), due, due, none, none, words);
    }

    private Line missionLine(MissionTerms terms, Part part, MissionStart mission, int year) {
        var subject = new Subject(terms.code(), terms.title(), part.code(), part.title());
        var startsThisYear = period.yearOf(mission.start()) == year;
        var from = startsThisYear ? mission.start() : period.firstDay(year);
        if (part.paid() == Part.Paid.ON_RESULTS) {
            var results = plan.resultsOf(mission.mission());
            return results.isEmpty()
                    ? onResults(subject, part, from, year, mission.results())
                    : onResultLines(subject, part, from, year, results);
        }
        var limit = startsThisYear ? mission.start() : afterAnniversary(year - 1);
        return advanceAndBalance(subject, part, from, year, limit);
    }

    private Line advanceAndBalance(Subject subject, Part part, LocalDate from, int year, LocalDate advanceLimit) {
        var rate = rateOf(subject, part);
        var share = period.shareFrom(from, year);
        var yearly = rate.amount();
        if (yearly == null) {
            return unknownLine(subject, part, rate, from, year, advanceLimit);
        }
        var advanceRate = grid.terms().advanceRate();
        var due = Arithmetic.due(yearly, share, BigDecimal.ONE);
        var advance = due.times(advanceRate);
        var balance = due.minus(advance);
        pay(
                from,
                advanceLimit,
                year,
                subject,
                Nature.ADVANCE,
                advance,
                Arithmetic.advanceInWords(yearly, share, due, advanceRate));
        settle(year, subject, Nature.BALANCE, balance, Arithmetic.balanceInWords(due, advance));
        return new Line(
                subject,
                rate,
                part.condition(),
                due,
                advance,
                balance,
                Euros.ZERO,
                Arithmetic.dueInWords(yearly, share));
    }

    private Line unknownLine(Subject subject, Part part, Rate rate, LocalDate from, int year, LocalDate advanceLimit) {
        unknowns.add(new Unknown(subject, part.condition()));
        pay(from, advanceLimit, year, subject, Nature.ADVANCE, null, Arithmetic.UNKNOWN);
        settle(year, subject, Nature.BALANCE, null, Arithmetic.UNKNOWN);
        return new Line(subject, rate, part.condition(), null, null, null, null, Arithmetic.UNKNOWN);
    }

    private Line onResults(Subject subject, Part part, LocalDate from, int year, BigDecimal results) {
        var rate = rateOf(subject, part);
        var due = variable(rate, period.shareFrom(from, year), results);
        if (due == null) {
            unknowns.add(new Unknown(subject, part.condition()));
        }
        var words = variableInWords(rate, period.shareFrom(from, year), results);
        settle(year, subject, Nature.VARIABLE, due, words);
        var none = due == null ? null : Euros.ZERO;
        return new Line(subject, rate, part.condition(), due, none, none, due, words);
    }

    /** The same lines every year. A shorter year shares its days among them, so that they still add up to their sum. */
    private Line onResultLines(Subject subject, Part part, LocalDate from, int year, List<ResultLine.Earned> earned) {
        var share = period.shareFrom(from, year);
        var results = new ArrayList<Schedule.Result>();
        var whole = Euros.ZERO;
        var counted = Euros.ZERO;
        for (var each : earned) {
            whole = whole.plus(each.amount());
            var due = Arithmetic.due(whole, share, BigDecimal.ONE);
            results.add(new Schedule.Result(each.line().code(), each.line().maximum(), due.minus(counted), each.why()));
            counted = due;
        }
        var words = Arithmetic.dueInWords(whole, share) + " (" + French.count(earned.size(), "ligne", "lignes")
                + " de résultats)";
        settle(year, subject, Nature.VARIABLE, counted, words);
        return new Line(
                subject,
                rateOf(subject, part),
                part.condition(),
                counted,
                Euros.ZERO,
                Euros.ZERO,
                counted,
                words,
                List.copyOf(results));
    }

    /** Without results nothing is due, even of an unknown amount. */
    private static @Nullable Euros variable(Rate rate, Share share, BigDecimal results) {
        if (results.signum() == 0) {
            return Euros.ZERO;
        }
        return rate.amount() == null ? null : Arithmetic.due(rate.amount(), share, results);
    }

    private static String variableInWords(Rate rate, Share share, BigDecimal results) {
        if (rate.amount() == null) {
            return results.signum() == 0 ? Arithmetic.percent(results) + " de résultats" : Arithmetic.UNKNOWN;
        }
        return Arithmetic.variableInWords(rate.amount(), share, results);
    }

    /** The contract's own amount where it was typed, else the grid's. */
    private Rate rateOf(Subject subject, Part part) {
        return plan.ownAmount(subject.mission(), subject.part())
                .map(own -> new Rate(own, AmountStatus.CONTRACT, GridReader.CONTRACT_ANNEX))
                .orElseGet(() -> part.rate(plan.size()));
    }

    /** Settlement of a year: planned at its anniversary, at the latest some calendar months later. */
    private void settle(int year, Subject subject, Nature nature, @Nullable Euros amount, String words) {
        pay(period.anniversary(year), afterAnniversary(year), year, subject, nature, amount, words);
    }

    private LocalDate afterAnniversary(int n) {
        return period.anniversary(n).plusMonths(grid.terms().settlementMonths());
    }

    private void pay(
            LocalDate planned,
            LocalDate limit,
            int year,
            Subject subject,
            Nature nature,
            @Nullable Euros amount,
            String words) {
        payments.add(new Payment(planned, limit, year, subject, nature, amount, words));
    }

    private List<Grid.Assumption> assumptions() {
        return grid.assumptions().stream()
                .filter(a -> a.mission() == null || plan.startOf(a.mission()).isPresent())
                .toList();
    }

    private List<Notice> notices() {
        var notices = new ArrayList<Notice>();
        for (var terms : grid.missions()) {
            var start = plan.startOf(terms.code());
            if (start.isEmpty() && terms.base()) {
                notices.add(new Notice(
                        "MISSION_SOCLE_ABSENTE",
                        "La mission «" + French.NBSP + terms.title() + French.NBSP
                                + "» est obligatoire, mais n’est pas dans cette simulation.",
                        terms.code(),
                        grid.source()));
            }
            var calendar = terms.calendar();
            if (start.isPresent() && calendar != null) {
                var latest = period.signature().plusMonths(calendar.startWithinMonths());
                if (start.get().start().isAfter(latest)) {
                    notices.add(new Notice(
                            "DEMARRAGE_TARDIF",
                            "La mission «" + French.NBSP + terms.title() + French.NBSP + "» démarre le "
                                    + French.date(start.get().start()) + ", après la limite du " + French.date(latest)
                                    + " (" + calendar.startWithinMonths() + French.NBSP
                                    + "mois après la signature). L’avance versée peut être à rendre.",
                            terms.code(),
                            calendar.source()));
                }
            }
        }
        return List.copyOf(notices);
    }
}
