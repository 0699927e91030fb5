package fr.maillage.rules;

import fr.maillage.rules.data.DataFile;
import fr.maillage.rules.data.DataNode;
import fr.maillage.rules.data.Sources;
import fr.maillage.shared.Source;
import fr.maillage.shared.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an ARS gives to write a projet de santé, by region, from {@code rules/pre-project-budgets.yaml}. */
public final class PreProjectBudgets {

    /**
     * @param region Insee code of the région
     * @param amount whole euros
     */
    public record Grant(String region, Validity validity, long amount, Source source) {}

    private static final class Shipped {
        static final List<Grant> DATA = DataFile.shipped("rules/pre-project-budgets.yaml", PreProjectBudgets::read);
    }

    private PreProjectBudgets() {}

    /** The grant of a region on a day; empty where no text read by the project says an amount. */
    public static Optional<Grant> grant(String region, LocalDate day) {
        return Shipped.DATA.stream()
                .filter(grant ->
                        grant.region().equals(region) && grant.validity().covers(day))
                .findFirst();
    }

    /** The grants of a day, by region. */
    public static List<Grant> on(LocalDate day) {
        return Shipped.DATA.stream()
                .filter(grant -> grant.validity().covers(day))
                .toList();
    }

    static List<Grant> read(DataNode root) {
        root.onlyKeys("sources", "grants");
        var sources = new Sources(root);
        return root.list("grants").stream()
                .map(node -> {
                    node.onlyKeys("region", "from", "until", "amount", "source", "doubt");
                    return new Grant(
                            node.text("region"),
                            new Validity(node.date("from"), node.has("until") ? node.date("until") : null),
                            node.count("amount"),
                            sources.of(node));
                })
                .toList();
    }
}
