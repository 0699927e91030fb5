package fr.maillage.review;

import fr.maillage.community.PerimeterVersion;
import fr.maillage.contract.Contract;
import fr.maillage.funds.Funding;
import fr.maillage.indicators.KnownValue;
import fr.maillage.indicators.spi.Fact;
import fr.maillage.project.Action;
import fr.maillage.project.FollowedIndicator;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a year of a contract recorded, put together for the three parties: nothing in it is typed for the report.
 *
 * @param review null while no institution has opened it
 * @param actions those that run, or ran, in the year
 * @param participants how many actors by category of the day
 * @param territory the versions of the territory saved in the year
 * @param transfers money of the year moved between envelopes
 * @param unspent what each envelope has left at the end of the year, in the order of {@link #uses()}
 * @param grants what others than the contract pay in the year
 * @param facts what the modules counted over the year, up to today while it runs
 * @param known values of indicators for periods that end in the year
 */
public record YearFile(
        Contract contract,
        int year,
        Ledger.Year account,
        List<Ledger.Expected> payments,
        @Nullable YearlyReview review,
        Outturn outturn,
        List<Action> actions,
        int participants,
        List<PerimeterVersion> territory,
        List<Spendings.Spending> spendings,
        List<Transfers.Transfer> transfers,
        List<Unspent.Envelope> unspent,
        List<Grant> grants,
        List<Fact> facts,
        List<KnownValue> known,
        LocalDate on) {

    public LocalDate firstDay() {
        return account.firstDay();
    }

    public LocalDate lastDay() {
        return account.lastDay();
    }

    public String period() {
        return "du " + French.date(firstDay()) + " au " + French.date(lastDay());
    }

    /** The values known for the indicator of a line, in its unit: what may be taken over instead of typed. */
    public List<KnownValue> known(YearlyReview.Line line) {
        return known.stream()
                .filter(each -> each.value().code().equals(line.rule().indicator())
                        && each.in(line.rule().unit()).isPresent())
                .toList();
    }

    /** A grant that runs in the year, with what it brought in and paid for of the year. */
    public record Grant(Funding funding, Euros received, Euros spent) {}

    /** How a spending is paid: by the contract, or by the grant of that name. */
    public String paidBy(Spendings.Spending spending) {
        return grants.stream()
                .filter(grant -> grant.funding().id().equals(spending.funding()))
                .map(grant -> grant.funding().name())
                .findFirst()
                .orElse("Contrat (ACI)");
    }

    /**
     * What a mission had of the contract and spent of it.
     *
     * @param moved what transfers brought, less what they took
     */
    public record Use(
            @Nullable String mission, String title, Euros envelope, Euros received, Euros moved, Euros spent) {

        public Euros unspent() {
            var had = received.plus(moved);
            return had.compareTo(spent) > 0 ? had.minus(spent) : Euros.ZERO;
        }

        /** Spent beyond the envelope: paid by something else, to be explained. */
        public Euros beyond() {
            return spent.compareTo(envelope) > 0 ? spent.minus(envelope) : Euros.ZERO;
        }
    }

    /** The operating money, then each mission, with what the year may bring, received and spent. */
    public List<Use> uses() {
        var missions = new LinkedHashMap<String, String>();
        missions.put("", "Fonctionnement");
        account.lines().forEach(line -> {
            var mission = line.agreed().key().mission();
            var title = line.agreed().missionTitle();
            if (mission != null && title != null) {
                missions.put(mission, title);
            }
        });
        var uses = new ArrayList<Use>();
        for (Map.Entry<String, String> each : missions.entrySet()) {
            var lines = account.lines().stream()
                    .filter(line -> java.util.Objects.requireNonNullElse(
                                    line.agreed().key().mission(), "")
                            .equals(each.getKey()))
                    .toList();
            uses.add(new Use(
                    each.getKey().isEmpty() ? null : each.getKey(),
                    each.getValue(),
                    sum(lines.stream().map(Ledger.Line::ceiling).toList()),
                    sum(lines.stream().map(Ledger.Line::paid).toList()),
                    moved(transfers, each.getKey()),
                    sum(spendings.stream()
                            .filter(Spendings.Spending::fromContract)
                            .filter(spending -> java.util.Objects.requireNonNullElse(spending.mission(), "")
                                    .equals(each.getKey()))
                            .map(Spendings.Spending::amount)
                            .toList())));
        }
        return uses;
    }

    /** What transfers brought to an envelope, less what they took from it. */
    static Euros moved(List<Transfers.Transfer> transfers, String part) {
        var moved = Euros.ZERO;
        for (var transfer : transfers) {
            moved = transfer.to().equals(part)
                    ? moved.plus(transfer.amount())
                    : transfer.from().equals(part) ? moved.minus(transfer.amount()) : moved;
        }
        return moved;
    }

    /** What an envelope has left, by the code of its mission, empty for the operating money. */
    Unspent.Envelope envelope(String part) {
        return unspent.stream()
                .filter(each -> each.part().equals(part))
                .findFirst()
                .orElse(new Unspent.Envelope(part, part, List.of(), Euros.ZERO));
    }

    public static Euros sum(List<Euros> amounts) {
        return amounts.stream().reduce(Euros.ZERO, Euros::plus);
    }

    /** The last value of an indicator that was measured by the end of the year. */
    public Optional<FollowedIndicator.Result> measured(FollowedIndicator indicator) {
        return indicator.current().stream()
                .filter(result -> !result.facts().on().isAfter(lastDay()))
                .reduce((_, later) -> later);
    }

    /** The actions that go on, or begin, after the year: those that should have ended and did not are among them. */
    public List<Action> next() {
        return actions.stream()
                .filter(Action::counts)
                .filter(action -> action.facts().endsOn() == null
                        || action.facts().endsOn().isAfter(lastDay())
                        || action.facts().dates().state() != Action.State.DONE)
                .toList();
    }

    /** « En cours », and whether the year ended after the day it should have been done. */
    public String state(Action action) {
        var end = action.facts().endsOn();
        var late =
                end != null && !end.isAfter(lastDay()) && action.facts().dates().state() == Action.State.ONGOING;
        return action.facts().dates().state().label() + (late ? ", après la fin prévue" : "");
    }

    /** Lines with a value and no document: they would earn nothing. */
    public List<YearlyReview.Line> withoutProof() {
        return review == null
                ? List.of()
                : review.lines().stream()
                        .filter(line -> line.value() != null && !line.proven())
                        .toList();
    }

    public static String when(Action action) {
        var from = action.facts().startsOn();
        var to = action.facts().endsOn();
        if (from == null) {
            return "dates à préciser";
        }
        return to == null ? "depuis le " + French.date(from) : "du " + French.date(from) + " au " + French.date(to);
    }
}
