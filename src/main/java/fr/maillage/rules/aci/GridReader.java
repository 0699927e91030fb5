package fr.maillage.rules.aci;

import fr.maillage.rules.data.DataNode;
import fr.maillage.rules.data.Sources;
import fr.maillage.shared.Euros;
import fr.maillage.shared.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a grid file and refuses one that does not hold together; {@code docs/rules.md} tells how to write one. */
final class GridReader {

    static final List<String> SIZES = List.of("T1", "T2", "T3", "T4");

    static final Source CONTRACT_ANNEX = new Source("Annexe financière du contrat signé", null);

    private final @Nullable String fileName;

    /** @param fileName the name that must be its code, or null when it is not kept under a name */
    GridReader(@Nullable String fileName) {
        this.fileName = fileName;
    }

    Grid read(DataNode root) {
        root.onlyKeys(
                "code",
                "title",
                "in-force-from",
                "source",
                "sources",
                "terms",
                "operating",
                "missions",
                "published-totals",
                "assumptions");
        var sources = new Sources(root);
        var terms = root.at("terms").onlyKeys("contract-years", "advance-rate", "settlement-months", "source");
        var grid = new Grid(
                root.text("code"),
                root.text("title"),
                root.date("in-force-from"),
                sources.of(root),
                new Grid.Terms(
                        (int) terms.count("contract-years"),
                        terms.ratio("advance-rate"),
                        (int) terms.count("settlement-months"),
                        sources.of(terms)),
                part(root.at("operating"), sources),
                missions(root, sources),
                assumptions(root),
                publishedTotals(root, sources));
        checkName(root, grid.code());
        checkTotals(root, grid);
        return grid;
    }

    private List<MissionTerms> missions(DataNode root, Sources sources) {
        var missions = new ArrayList<MissionTerms>();
        var codes = new HashSet<String>();
        for (var item : root.list("missions")) {
            var code =
                    item.onlyKeys("code", "title", "base", "calendar", "parts").text("code");
            var node = code.isEmpty() ? item : item.called(code);
            if (!codes.add(code)) {
                node.fault("cette mission est donnée deux fois");
            }
            missions.add(new MissionTerms(
                    code, node.text("title"), node.flag("base"), calendar(node, sources), parts(node, sources)));
        }
        return List.copyOf(missions);
    }

    private static MissionTerms.@Nullable Calendar calendar(DataNode mission, Sources sources) {
        if (!mission.has("calendar")) {
            return null;
        }
        var node = mission.at("calendar").onlyKeys("start-within-months", "deployed-within-months", "source");
        return new MissionTerms.Calendar(
                node.count("start-within-months"), node.count("deployed-within-months"), sources.of(node));
    }

    private static List<Part> parts(DataNode mission, Sources sources) {
        var parts = new ArrayList<Part>();
        var codes = new HashSet<String>();
        for (var item : mission.list("parts")) {
            var code = item.text("code");
            var node = code.isEmpty() ? item : item.called(code);
            if (!codes.add(code)) {
                node.fault("ce volet est donné deux fois");
            }
            parts.add(part(node, sources));
        }
        return List.copyOf(parts);
    }

    private static Part part(DataNode node, Sources sources) {
        node.onlyKeys("code", "title", "paid", "condition", "status", "source", "amounts");
        var paid = node.code(
                "paid",
                Part.Paid::ofCode,
                List.of(Part.Paid.ADVANCE_AND_BALANCE.code(), Part.Paid.ON_RESULTS.code()),
                Part.Paid.ADVANCE_AND_BALANCE);
        return new Part(
                node.text("code"), node.text("title"), paid, node.optionalText("condition"), rates(node, sources));
    }

    /** Amounts by size; the status and source of the part hold for each, unless a size says its own. */
    private static Map<Integer, Rate> rates(DataNode part, Sources sources) {
        var amounts = part.at("amounts").onlyKeys(SIZES.toArray(String[]::new));
        var rates = new LinkedHashMap<Integer, Rate>();
        for (int size = 1; size <= SIZES.size(); size++) {
            var key = SIZES.get(size - 1);
            rates.put(size, rate(part, amounts, key, sources));
        }
        return rates;
    }

    private static Rate rate(DataNode part, DataNode amounts, String key, Sources sources) {
        var unknown = new Rate(null, AmountStatus.UNKNOWN, CONTRACT_ANNEX);
        var cell = amounts.at(key);
        if ("inconnu".equals(cell.scalar())) {
            return unknown;
        }
        if (cell.isGroup()) {
            cell.onlyKeys("amount", "status", "source");
            return known(Euros.of(cell.count("amount")), cell, cell, sources);
        }
        return amounts.has(key) ? known(Euros.of(amounts.count(key)), part, part, sources) : unknown;
    }

    private static Rate known(Euros amount, DataNode statusAt, DataNode sourceAt, Sources sources) {
        var status = statusAt.code("status", AmountStatus::ofGridCode, AmountStatus.gridCodes(), AmountStatus.INFERRED);
        return new Rate(amount, status, sources.of(sourceAt));
    }

    private static List<Grid.Assumption> assumptions(DataNode root) {
        return root.list("assumptions").stream()
                .map(node -> {
                    node.onlyKeys("code", "text", "mission");
                    return new Grid.Assumption(node.text("code"), node.text("text"), node.optionalText("mission"));
                })
                .toList();
    }

    private static Map<Integer, Grid.PublishedTotal> publishedTotals(DataNode root, Sources sources) {
        var totals = new LinkedHashMap<Integer, Grid.PublishedTotal>();
        if (root.has("published-totals")) {
            var node = root.at("published-totals").onlyKeys("T1", "T2", "T3", "T4", "source");
            var source = sources.of(node);
            for (int size = 1; size <= SIZES.size(); size++) {
                var key = SIZES.get(size - 1);
                if (node.has(key)) {
                    totals.put(size, new Grid.PublishedTotal(Euros.of(node.count(key)), source));
                }
            }
        }
        return Map.copyOf(totals);
    }

    private void checkName(DataNode root, String code) {
        if (fileName != null && !code.isEmpty() && !fileName.equals(code + ".yaml")) {
            root.fault("le code « " + code + " » doit être le nom du fichier, sans « .yaml »");
        }
    }

    /** A mistyped amount shows as a total that is not the published one. */
    private static void checkTotals(DataNode root, Grid grid) {
        grid.publishedTotals()
                .forEach((size, published) -> grid.yearlyMaximum(size)
                        .filter(sum -> !sum.equals(published.amount()))
                        .ifPresent(sum -> root.fault("taille T" + size + " : les montants font " + sum
                                + " €, mais le total publié est " + published.amount() + " €")));
    }
}
