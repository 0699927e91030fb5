package fr.maillage.rules;

import fr.maillage.rules.data.DataFile;
import fr.maillage.rules.data.DataNode;
import fr.maillage.rules.data.Sources;
import java.time.LocalDate;
import java.util.List;

/** The four notes under the « budget prévisionnel » of the forms, in our words, from {@code rules/budget-notes.yaml}. */
public final class BudgetNotes {

    private static final class Shipped {
        static final Dated<List<String>> DATA = DataFile.shipped("rules/budget-notes.yaml", BudgetNotes::read);
    }

    private BudgetNotes() {}

    /** In the order of their numbers. */
    public static List<String> on(LocalDate day) {
        return Shipped.DATA.on(day);
    }

    static Dated<List<String>> read(DataNode root) {
        root.onlyKeys("sources", "entries");
        var sources = new Sources(root);
        return new Dated<>(
                "notes du budget prévisionnel",
                root.list("entries").stream()
                        .map(entry -> {
                            entry.onlyKeys("from", "source", "notes");
                            sources.of(entry);
                            return new Dated.Entry<>(entry.date("from"), notes(entry));
                        })
                        .toList());
    }

    private static List<String> notes(DataNode entry) {
        return entry.list("notes").stream()
                .map(node -> String.valueOf(node.scalar()))
                .toList();
    }
}
