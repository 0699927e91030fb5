package fr.maillage.rules.ledger;

import fr.maillage.rules.aci.Part;
import fr.maillage.rules.aci.Schedule.Nature;
import fr.maillage.rules.ledger.ContractFacts.Received;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the account of a contract (accord 2019, art. 9; contrat type, art. 6). Where the texts are silent on amendments: an
 * advance is counted on what was signed when it is paid, the settlement of the year takes the difference.
 */
public final class LedgerMaker {

    private final ContractFacts facts;
    private final LocalDate today;
    private final Map<PartKey, AgreedAmount> parts = new LinkedHashMap<>();
    private final List<Ledger.Expected> expected = new ArrayList<>();

    private LedgerMaker(ContractFacts facts, LocalDate today) {
        this.facts = facts;
        this.today = today;
        facts.versions().forEach(version -> version.amounts().forEach(amount -> parts.put(amount.key(), amount)));
    }

    public static Ledger of(ContractFacts facts, LocalDate today) {
        return new LedgerMaker(facts, today).ledger();
    }

    private Ledger ledger() {
        var years = new ArrayList<Ledger.Year>();
        for (int year = 1; year <= facts.period().years(); year++) {
            years.add(new Ledger.Year(
                    year, facts.period().firstDay(year), facts.period().lastDay(year), lines(year)));
        }
        expected.sort(Comparator.comparing(Ledger.Expected::planned).thenComparing(Ledger.Expected::year));
        return new Ledger(today, List.copyOf(years), List.copyOf(expected));
    }

    private List<Ledger.Line> lines(int year) {
        var lines = new ArrayList<Ledger.Line>();
        for (var key : parts.keySet()) {
            var due = YearDue.of(facts, key, year, LocalDate.MAX);
            var received = facts.received(year, key);
            if (!due.isEmpty() || !received.isEmpty()) {
                var agreed = agreed(key, year);
                lines.add(
                        agreed.paid() == Part.Paid.ON_RESULTS
                                ? onResults(agreed, year, due, received)
                                : advanceAndBalance(agreed, year, due, received));
            }
        }
        return List.copyOf(lines);
    }

    /** As the last version of the year gives it, or the last that gave it at all. */
    private AgreedAmount agreed(PartKey key, int year) {
        var ended = facts.end().isBefore(facts.period().anniversary(year));
        var day = ended ? facts.end().minusDays(1) : facts.period().lastDay(year);
        return facts.inForceOn(day).amount(key).orElseGet(() -> Objects.requireNonNull(parts.get(key)));
    }

    private Ledger.Line onResults(AgreedAmount agreed, int year, YearDue due, List<Received> received) {
        var ceiling = due.amount();
        var earned = facts.earned(year, agreed.key());
        var open = earned.isEmpty();
        var amount = earned.orElse(Euros.ZERO);
        var withheld = facts.withheld(year, agreed.key());
        var paid = sum(received);
        var net = open ? (paid.compareTo(ceiling) < 0 ? paid : ceiling) : amount.minus(withheld);
        var kept = withheld.isZero() ? "" : " − " + French.amount(withheld) + " retenus";
        var words = earned.map(e -> French.amount(e) + " obtenus" + kept + " sur " + French.amount(ceiling)
                        + " au plus (" + due.inWords() + ")")
                .orElse("Au plus " + due.inWords() + ", selon les résultats");
        settle(year, agreed, Nature.VARIABLE, open ? ceiling : positive(net), open, received, words);
        return line(agreed, due, ceiling, amount, open, withheld, Euros.ZERO, paid, net, words);
    }

    private Ledger.Line advanceAndBalance(AgreedAmount agreed, int year, YearDue due, List<Received> received) {
        var whole = agreed.key().mission() == null && year == 1;
        var nature = whole ? Nature.WHOLE : Nature.ADVANCE;
        var already = received.stream().filter(r -> r.nature() == nature).toList();
        var planned = plannedAdvance(agreed, year, due);
        var advance = already.isEmpty() ? (planned == null ? Euros.ZERO : planned.amount()) : sum(already);
        var amount = due.amount();
        var withheld = facts.withheld(year, agreed.key());
        var net = amount.minus(withheld);
        var balance = net.minus(advance);
        if (planned != null || !already.isEmpty()) {
            expectAdvance(agreed, year, nature, planned, already);
        }
        var words = due.isEmpty() ? "Rien n’est dû pour cette année" : due.inWords();
        // Below zero, nothing is paid and something is given back: the line is there to record it.
        if (!balance.isZero() || hasBalance(received)) {
            var arithmetic = French.amount(amount) + " dus"
                    + (withheld.isZero() ? "" : " − " + French.amount(withheld) + " retenus")
                    + (advance.isZero()
                            ? ""
                            : " − " + French.amount(advance) + (already.isEmpty() ? " d’avance" : " d’avance reçue"))
                    + " (" + words + ")";
            settle(year, agreed, Nature.BALANCE, positive(balance), false, received, arithmetic);
        }
        return line(agreed, due, amount, amount, false, withheld, advance, sum(received), net, words);
    }

    private static boolean hasBalance(List<Received> received) {
        return received.stream().anyMatch(r -> r.nature() == Nature.BALANCE);
    }

    private record PlannedAdvance(LocalDate day, LocalDate limit, Euros amount, String words, String rule) {}

    /** What is advanced, on the day it becomes payable, of what was then signed; null when the year was over by then. */
    private @Nullable PlannedAdvance plannedAdvance(AgreedAmount agreed, int year, YearDue due) {
        var from = due.from();
        if (from == null) {
            return null;
        }
        var version = firstWith(agreed.key(), from);
        var day = version.signedOn().isAfter(from) ? version.signedOn() : from;
        if (!day.isBefore(facts.period().anniversary(year))) {
            return null;
        }
        var known = YearDue.of(facts, agreed.key(), year, day);
        var first = facts.period().firstDay(year);
        if (agreed.key().mission() == null && year == 1) {
            return new PlannedAdvance(
                    day,
                    day,
                    known.amount(),
                    known.inWords() + ", en totalité",
                    "Le fonctionnement de la première année est versé en totalité à la signature");
        }
        var rate = facts.terms().advanceRate();
        var texts = from.equals(first) && year > 1 ? afterAnniversary(year - 1) : day;
        var limit = texts.isBefore(day) ? day : texts;
        return new PlannedAdvance(
                day,
                limit,
                known.amount().times(rate),
                percent(rate) + " de " + French.amount(known.amount()) + " (" + known.inWords() + ")",
                agreed.key().mission() == null
                        ? "Au début de chaque année du contrat, " + percent(rate) + " du fonctionnement sont avancés"
                        : from.equals(first) && year > 1
                                ? "Au début de chaque année du contrat, " + percent(rate)
                                        + " du volet fixe sont avancés, au plus tard " + months()
                                        + " après l’anniversaire"
                                : "Au démarrage de la mission, " + percent(rate)
                                        + " du volet fixe sont avancés, au prorata des jours qui restent");
    }

    private ContractVersion firstWith(PartKey key, LocalDate day) {
        return facts.versions().stream()
                .filter(version ->
                        !version.effectOn().isAfter(day) && version.amount(key).isPresent())
                .min(Comparator.comparing(ContractVersion::signedOn))
                .orElse(facts.versions().getFirst());
    }

    private void expectAdvance(
            AgreedAmount agreed, int year, Nature nature, @Nullable PlannedAdvance planned, List<Received> already) {
        var first = already.isEmpty() ? today : already.getFirst().day();
        var day = planned == null ? first : planned.day();
        var limit = planned == null ? first : planned.limit();
        expected.add(new Ledger.Expected(
                day,
                limit,
                year,
                agreed,
                nature,
                planned == null ? Euros.ZERO : planned.amount(),
                false,
                already.isEmpty() ? null : sum(already),
                last(already),
                state(day, limit, !already.isEmpty()),
                planned == null ? "Cette avance n’est plus prévue" : planned.words(),
                rule(planned == null ? "L’avance a été versée avant le changement du contrat" : planned.rule())));
    }

    private void settle(
            int year,
            AgreedAmount agreed,
            Nature nature,
            Euros amount,
            boolean open,
            List<Received> received,
            String arithmetic) {
        var already = received.stream().filter(r -> r.nature() == nature).toList();
        var day = facts.period().anniversary(year);
        var limit = afterAnniversary(year);
        var words = nature == Nature.VARIABLE
                ? "Le volet variable est versé une fois, selon les résultats, au plus tard " + months()
                        + " après l’anniversaire"
                : "Le solde est versé au plus tard " + months() + " après l’anniversaire";
        expected.add(new Ledger.Expected(
                day,
                limit,
                year,
                agreed,
                nature,
                amount,
                open,
                already.isEmpty() ? null : sum(already),
                last(already),
                state(day, limit, !already.isEmpty() || amount.isZero()),
                arithmetic,
                rule(words)));
    }

    private Ledger.Line line(
            AgreedAmount agreed,
            YearDue due,
            Euros ceiling,
            Euros amount,
            boolean open,
            Euros withheld,
            Euros advance,
            Euros paid,
            Euros net,
            String words) {
        var from = due.from();
        return new Ledger.Line(
                agreed,
                from == null ? facts.end() : from,
                ceiling,
                amount,
                open,
                withheld,
                advance,
                paid,
                positive(net.minus(paid)),
                positive(paid.minus(net)),
                words);
    }

    private Ledger.State state(LocalDate day, LocalDate limit, boolean received) {
        if (received) {
            return Ledger.State.RECEIVED;
        }
        if (today.isAfter(limit)) {
            return Ledger.State.LATE;
        }
        return today.isBefore(day) ? Ledger.State.COMING : Ledger.State.AWAITED;
    }

    private String rule(String sentence) {
        return sentence + " (" + facts.terms().source().title() + ").";
    }

    private String months() {
        return French.count(facts.terms().settlementMonths(), "mois", "mois");
    }

    private LocalDate afterAnniversary(int year) {
        return facts.period().anniversary(year).plusMonths(facts.terms().settlementMonths());
    }

    private static String percent(BigDecimal ratio) {
        return French.percent(ratio, Math.max(0, ratio.stripTrailingZeros().scale() - 2));
    }

    private static Euros sum(List<Received> received) {
        return received.stream().map(Received::amount).reduce(Euros.ZERO, Euros::plus);
    }

    private static @Nullable LocalDate last(List<Received> received) {
        return received.stream()
                .map(Received::day)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Euros positive(Euros amount) {
        return amount.compareTo(Euros.ZERO) > 0 ? amount : Euros.ZERO;
    }
}
