package fr.maillage.rules;

import fr.maillage.rules.data.DataFile;
import fr.maillage.rules.data.DataNode;
import fr.maillage.rules.data.Sources;
import fr.maillage.shared.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The articles of a tripartite contract and of its amendments, in our words, from {@code rules/contract-clauses.yaml}. */
public record ContractClauses(List<Clause> contract, List<Clause> amendment, Source source) {

    /** The tables that an article may hold, by the words of the file. */
    public static final List<String> TABLES = List.of("parties", "missions", "montants", "versements", "indicateurs");

    /** @param table one of {@link #TABLES}, or null */
    public record Clause(
            String key,
            String title,
            List<String> paragraphs,
            @Nullable String table) {}

    private static final class Shipped {
        static final Dated<ContractClauses> DATA =
                DataFile.shipped("rules/contract-clauses.yaml", ContractClauses::read);
    }

    /** @throws NoRuleInForce before the first agreement */
    public static ContractClauses on(LocalDate day) {
        return Shipped.DATA.on(day);
    }

    static Dated<ContractClauses> read(DataNode root) {
        root.onlyKeys("sources", "entries");
        var sources = new Sources(root);
        return new Dated<>(
                "articles du contrat",
                root.list("entries").stream()
                        .map(entry -> {
                            entry.onlyKeys("from", "source", "contract", "amendment");
                            return new Dated.Entry<>(
                                    entry.date("from"),
                                    new ContractClauses(
                                            clauses(entry, "contract"),
                                            clauses(entry, "amendment"),
                                            sources.of(entry)));
                        })
                        .toList());
    }

    private static List<Clause> clauses(DataNode entry, String name) {
        return entry.list(name).stream()
                .map(node -> {
                    node.onlyKeys("key", "title", "paragraphs", "table");
                    var table = node.optionalText("table");
                    if (table != null && !TABLES.contains(table)) {
                        node.fault("la table « " + table + " » n’existe pas");
                    }
                    return new Clause(
                            node.text("key"),
                            node.text("title"),
                            node.list("paragraphs").stream()
                                    .map(p -> String.valueOf(p.scalar()))
                                    .toList(),
                            table);
                })
                .toList();
    }
}
