package fr.maillage.project;

import fr.maillage.indicators.spi.FactKind;
import fr.maillage.rules.data.DataFile;
import fr.maillage.rules.data.DataNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which units of results add up to which fact, from {@code rules/counted-facts.yaml}. */
final class CountedUnits {

    private static final class Shipped {
        static final Map<FactKind, List<String>> DATA =
                DataFile.shipped("rules/counted-facts.yaml", CountedUnits::read);
    }

    private CountedUnits() {}

    /** The kinds in their order, each with the units of its results, in small letters. */
    static Map<FactKind, List<String>> all() {
        return Shipped.DATA;
    }

    private static Map<FactKind, List<String>> read(DataNode root) {
        root.onlyKeys("facts");
        var kinds = new LinkedHashMap<FactKind, List<String>>();
        for (var node : root.list("facts")) {
            node.onlyKeys("code", "label", "unit", "units", "words");
            kinds.put(
                    new FactKind(node.text("code"), node.text("label"), node.text("unit"), node.text("units")),
                    List.of(node.text("words").toLowerCase(Locale.FRENCH).split(", ")));
        }
        return kinds;
    }
}
