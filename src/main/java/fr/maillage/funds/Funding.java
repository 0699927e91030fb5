package fr.maillage.funds;

import fr.maillage.rules.Mission;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant beside the contract.
 *
 * @param number of the CPTS' own, never used again
 * @param instalments as announced, by day
 * @param receipts by day, cancelled ones too
 */
public record Funding(
        UUID id,
        int number,
        Facts facts,
        boolean archived,
        int version,
        List<Instalment> instalments,
        List<Receipt> receipts) {

    /**
     * What its agreement says.
     *
     * @param mission that it must pay; null when it is not for one
     * @param tied whether it may pay nothing but its object
     * @param toReturn what the CPTS must give back, with its reason
     */
    public record Facts(
            FunderKind kind,
            String funder,
            String title,
            String reference,
            @Nullable LocalDate signedOn,
            LocalDate firstDay,
            LocalDate lastDay,
            Euros granted,
            @Nullable Mission mission,
            boolean tied,
            String conditions,
            Euros toReturn,
            String returnReason) {

        public String period() {
            return "du " + French.date(firstDay) + " au " + French.date(lastDay);
        }

        public String purpose() {
            return mission == null ? "Toutes les missions" : mission.title();
        }
    }

    /** @param condition what it hangs on: « après le rapport intermédiaire » */
    public record Instalment(UUID id, LocalDate dueOn, Euros amount, String condition) {}

    /** @param amount below zero for money given back */
    public record Receipt(
            UUID id,
            LocalDate day,
            Euros amount,
            String label,
            String recordedBy,
            @Nullable String cancelledBy) {

        public boolean counts() {
            return cancelledBy == null;
        }
    }

    /** What is left of one receipt once the oldest money is spent first. */
    public record Layer(LocalDate day, Euros left) {}

    public String name() {
        return facts.funder() + ", " + facts.title();
    }

    public Euros received() {
        return sum(
                receipts.stream().filter(Receipt::counts).map(Receipt::amount).toList());
    }

    public Euros received(LocalDate from, LocalDate to) {
        return sum(receipts.stream()
                .filter(receipt -> receipt.counts()
                        && !receipt.day().isBefore(from)
                        && !receipt.day().isAfter(to))
                .map(Receipt::amount)
                .toList());
    }

    /** What was granted and is not received yet. */
    public Euros awaited() {
        return positive(facts.granted().minus(received()));
    }

    /** Received beyond what was granted: to be explained. */
    public Euros beyond() {
        return positive(received().minus(facts.granted()));
    }

    /** What the announced payments no longer say of the grant. */
    public Euros unplanned() {
        return positive(facts.granted()
                .minus(sum(instalments.stream().map(Instalment::amount).toList())));
    }

    /** What was announced by that day and did not come. */
    public Euros late(LocalDate day) {
        return positive(sum(instalments.stream()
                        .filter(each -> each.dueOn().isBefore(day))
                        .map(Instalment::amount)
                        .toList())
                .minus(received()));
    }

    /** Whether an announced payment came: what was received pays the earliest ones first. */
    public boolean paid(Instalment instalment) {
        var due = Euros.ZERO;
        for (var each : instalments) {
            due = due.plus(each.amount());
            if (each.id().equals(instalment.id())) {
                return received().compareTo(due) >= 0;
            }
        }
        return false;
    }

    /** What is left to spend. */
    public Euros left(Euros spent) {
        return positive(received().minus(spent));
    }

    /** The money not spent by the day it came, the oldest spent, or given back, first. */
    public List<Layer> unspent(Euros spent) {
        var layers = new ArrayList<Layer>();
        var gone = spent;
        for (var receipt : receipts.stream().filter(Receipt::counts).toList()) {
            if (receipt.amount().value().signum() < 0) {
                gone = gone.minus(receipt.amount());
            } else {
                layers.add(new Layer(receipt.day(), receipt.amount()));
            }
        }
        for (int i = 0; i < layers.size() && !gone.isZero(); i++) {
            var layer = layers.get(i);
            var used = gone.compareTo(layer.left()) < 0 ? gone : layer.left();
            layers.set(i, new Layer(layer.day(), layer.left().minus(used)));
            gone = gone.minus(used);
        }
        layers.removeIf(layer -> layer.left().isZero());
        return List.copyOf(layers);
    }

    /** Whether any of its days is in these. */
    public boolean runsIn(LocalDate from, LocalDate to) {
        return !facts.firstDay().isAfter(to) && !facts.lastDay().isBefore(from);
    }

    static Euros sum(List<Euros> amounts) {
        return amounts.stream().reduce(Euros.ZERO, Euros::plus);
    }

    private static Euros positive(Euros amount) {
        return amount.value().signum() < 0 ? Euros.ZERO : amount;
    }
}
