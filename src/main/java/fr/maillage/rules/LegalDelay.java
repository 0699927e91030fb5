package fr.maillage.rules;

import fr.maillage.rules.data.DataFile;
import fr.maillage.rules.data.DataNode;
import fr.maillage.rules.data.Sources;
import fr.maillage.shared.Source;
import fr.maillage.shared.Validity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The time the ARS has to oppose a projet de santé, and what its silence means. From {@code rules/legal-delays.yaml}.
 *
 * @param receipt the day the ARS received the project
 * @param limit last day of the delay: same day number some calendar months later, or the last day of that month
 * @param deemedValidatedOn the day after the limit: silence is complete only once the last day has fully elapsed
 * @param rule the rule in one French sentence
 * @param grounds the only legal grounds of opposition
 * @param reading where our understanding of the text comes from, for institutions; never printed in a letter
 */
public record LegalDelay(
        LocalDate receipt,
        LocalDate limit,
        LocalDate deemedValidatedOn,
        String rule,
        List<Ground> grounds,
        Suspension suspension,
        NewDeposit newDeposit,
        String reading,
        Source source) {

    /** A legal ground of opposition, with its stable French code. */
    public record Ground(String code, String title, Source source) {}

    /**
     * Whether a request for a complement stops the clock.
     *
     * @param assumption the choice made and why, in French, to be shown
     */
    public record Suspension(boolean suspends, String assumption) {}

    /** Whether a new deposit has a delay of its own, counted from its own receipt; the choice in French. */
    public record NewDeposit(boolean restarts, String assumption) {}

    private record Wording(
            long months,
            String rule,
            List<Ground> grounds,
            Suspension suspension,
            NewDeposit newDeposit,
            String reading,
            Source source) {}

    private static final class Shipped {
        static final Dated<Wording> DATA = DataFile.shipped("rules/legal-delays.yaml", LegalDelay::read);
    }

    /**
     * The delay of a project received on a day, under the text in force that day.
     *
     * @throws NoRuleInForce before the law that created tacit validation
     */
    public static LegalDelay project(LocalDate receipt) {
        var text = Shipped.DATA.on(receipt);
        var limit = receipt.plusMonths(text.months());
        return new LegalDelay(
                receipt,
                limit,
                limit.plusDays(1),
                text.rule(),
                text.grounds(),
                text.suspension(),
                text.newDeposit(),
                text.reading(),
                text.source());
    }

    /** The delay of a day in months, with its rule and how long it holds. */
    public record Months(long months, String rule, Validity validity, Source source) {}

    /** Empty before the law that created tacit validation. */
    public static Optional<Months> monthsOn(LocalDate day) {
        try {
            var text = Shipped.DATA.on(day);
            return Optional.of(new Months(text.months(), text.rule(), Shipped.DATA.validityOn(day), text.source()));
        } catch (NoRuleInForce _) {
            return Optional.empty();
        }
    }

    /** The same delay with the end that was fixed at the deposit: a deposit keeps its dates when the rules change. */
    public LegalDelay validatingOn(LocalDate day) {
        return new LegalDelay(receipt, day.minusDays(1), day, rule, grounds, suspension, newDeposit, reading, source);
    }

    /**
     * The delay of the version deposited in answer to a request for a complement: its own, or what is left of this one.
     *
     * @param asked the day of the request, from which a suspended delay stands still
     * @param own the delay the new version would have by itself
     */
    public LegalDelay continuedBy(LegalDelay own, LocalDate asked) {
        if (newDeposit.restarts()) {
            return own;
        }
        long stopped = suspension.suspends() ? ChronoUnit.DAYS.between(asked, own.receipt()) : 0;
        return own.validatingOn(deemedValidatedOn.plusDays(stopped));
    }

    private static Dated<Wording> read(DataNode root) {
        root.onlyKeys("sources", "project-opposition");
        var sources = new Sources(root);
        return new Dated<>(
                "délai d’opposition de l’ARS",
                root.list("project-opposition").stream()
                        .map(node -> new Dated.Entry<>(node.date("from"), readWording(node, sources)))
                        .toList());
    }

    private static Wording readWording(DataNode node, Sources sources) {
        node.onlyKeys("from", "months", "rule", "grounds", "complement", "new-deposit", "reading", "source");
        var grounds = node.list("grounds").stream()
                .map(g ->
                        new Ground(g.onlyKeys("code", "title", "source").text("code"), g.text("title"), sources.of(g)))
                .toList();
        var complement = node.at("complement").onlyKeys("suspends", "assumption");
        var deposit = node.at("new-deposit").onlyKeys("restarts", "assumption");
        return new Wording(
                node.count("months"),
                node.text("rule"),
                grounds,
                new Suspension(complement.flag("suspends"), complement.text("assumption")),
                new NewDeposit(deposit.flag("restarts"), deposit.text("assumption")),
                node.text("reading"),
                sources.of(node));
    }
}
