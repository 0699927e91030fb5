package fr.maillage.rules;

import fr.maillage.rules.data.DataFile;
import fr.maillage.rules.data.DataNode;
import fr.maillage.rules.data.Sources;
import fr.maillage.shared.Source;
import fr.maillage.shared.Validity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every projet de santé must cover on a day (the « missions socles »), from {@code rules/base-missions.yaml}. */
public final class BaseMissions {

    /**
     * One item to cover; the mission accès aux soins counts for two.
     *
     * @param code stable French code, for instance {@code SOINS_NON_PROGRAMMES}
     * @param title in French, for a checklist
     * @param doubt what the texts read leave open about this item, in French; null when nothing
     */
    public record Item(
            String code,
            String title,
            Mission mission,
            Validity validity,
            Source source,
            @Nullable String doubt) {}

    private static final class Shipped {
        static final List<Item> DATA = DataFile.shipped("rules/base-missions.yaml", BaseMissions::read);
    }

    private BaseMissions() {}

    /** @throws NoRuleInForce before the first agreement */
    public static List<Item> on(LocalDate day) {
        var items = Shipped.DATA.stream()
                .filter(item -> item.validity().covers(day))
                .toList();
        if (items.isEmpty()) {
            throw new NoRuleInForce(
                    "missions socles", day, Shipped.DATA.getFirst().validity().from());
        }
        return items;
    }

    static List<Item> read(DataNode root) {
        root.onlyKeys("sources", "items");
        var sources = new Sources(root);
        return root.list("items").stream().map(node -> readItem(node, sources)).toList();
    }

    private static Item readItem(DataNode node, Sources sources) {
        node.onlyKeys("code", "title", "mission", "from", "until", "source", "doubt");
        return new Item(
                node.text("code"),
                node.text("title"),
                node.code("mission", Mission::ofCode, Mission.codes(), Mission.ACCESS_TO_CARE),
                new Validity(node.date("from"), node.has("until") ? node.date("until") : null),
                sources.of(node),
                node.optionalText("doubt"));
    }
}
