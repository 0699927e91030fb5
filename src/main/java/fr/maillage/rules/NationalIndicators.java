package fr.maillage.rules;

import fr.maillage.rules.aci.AmountStatus;
import fr.maillage.rules.aci.ResultLine.Direction;
import fr.maillage.rules.data.DataFile;
import fr.maillage.rules.data.DataNode;
import fr.maillage.rules.data.Sources;
import fr.maillage.shared.Source;
import fr.maillage.shared.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The national indicators of a contract and their definitions, dated, from {@code rules/national-indicators.yaml}. */
public final class NationalIndicators {

    /**
     * @param code stable: N1, N2A…
     * @param denominator null for a count
     * @param producer who gives the figures
     * @param doubt what the texts leave open, in French; null when nothing
     */
    public record NationalIndicator(
            String code,
            Mission mission,
            String title,
            Direction direction,
            String unit,
            String numerator,
            @Nullable String denominator,
            String producer,
            @Nullable String doubt,
            Validity validity,
            AmountStatus status,
            Source source) {}

    private static final class Shipped {
        static final List<NationalIndicator> DATA =
                DataFile.shipped("rules/national-indicators.yaml", NationalIndicators::read);
    }

    private NationalIndicators() {}

    public static List<NationalIndicator> all() {
        return Shipped.DATA;
    }

    /** The definitions in force on a day, in the order of the agreement. */
    public static List<NationalIndicator> on(LocalDate day) {
        return Shipped.DATA.stream()
                .filter(indicator -> indicator.validity().covers(day))
                .toList();
    }

    public static Optional<NationalIndicator> find(String code, LocalDate day) {
        return on(day).stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }

    static List<NationalIndicator> read(DataNode root) {
        root.onlyKeys("sources", "indicators");
        var sources = new Sources(root);
        return root.list("indicators").stream()
                .map(node -> {
                    node.onlyKeys(
                            "code",
                            "mission",
                            "title",
                            "direction",
                            "unit",
                            "numerator",
                            "denominator",
                            "producer",
                            "doubt",
                            "from",
                            "until",
                            "status",
                            "source");
                    return new NationalIndicator(
                            node.text("code"),
                            node.code("mission", Mission::ofCode, Mission.codes(), Mission.ACCESS_TO_CARE),
                            node.text("title"),
                            node.code("direction", Direction::ofCode, List.of("HAUSSE", "BAISSE"), Direction.RISE),
                            node.text("unit"),
                            node.text("numerator"),
                            node.optionalText("denominator"),
                            node.text("producer"),
                            node.optionalText("doubt"),
                            new Validity(node.date("from"), node.has("until") ? node.date("until") : null),
                            DatedRules.status(node),
                            sources.of(node));
                })
                .toList();
    }
}
