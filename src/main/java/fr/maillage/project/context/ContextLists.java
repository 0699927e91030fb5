package fr.maillage.project.context;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import fr.maillage.ui.Option;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lists one chooses from when describing the context, from {@code rules/context.yaml}. */
public final class ContextLists {

    /** Which table of a document a partner belongs to, beside that of all partners. */
    public enum Group {
        /** « Collectivités territoriales ». */
        AUTHORITY,
        /** « Plateforme territoriale d’appui ». */
        SUPPORT,
        OTHER
    }

    /** What a tool is for. */
    public enum Family {
        EXCHANGE,
        TELEHEALTH
    }

    public record PartnerKind(String code, String label, Group group) {}

    /** A code and its label. */
    public record Item(String code, String label) {}

    /** @param region code of the only region that offers it, or null */
    public record ToolKind(
            String code,
            String label,
            Family family,
            @JsonProperty("region") @Nullable String region) {}

    private record File(
            Source source,
            @JsonProperty("partner-kinds") List<PartnerKind> partnerKinds,
            @JsonProperty("outreach-means") List<Item> outreachMeans,
            @JsonProperty("post-functions") List<Item> postFunctions,
            List<ToolKind> tools) {}

    private static final File FILE = Shipped.yaml("/rules/context.yaml", File.class);

    /** Asks for a precision in words. */
    public static final String OTHER = "AUTRE";

    static final String MEETING = "REUNION";

    private ContextLists() {}

    public static Optional<PartnerKind> partnerKind(String code) {
        return FILE.partnerKinds.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }

    public static List<Option> partnerKinds() {
        return FILE.partnerKinds.stream()
                .map(kind -> new Option(kind.code(), kind.label()))
                .toList();
    }

    public static Optional<Item> means(String code) {
        return FILE.outreachMeans.stream()
                .filter(item -> item.code().equals(code))
                .findFirst();
    }

    public static List<Option> means() {
        return options(FILE.outreachMeans);
    }

    public static Optional<Item> function(String code) {
        return FILE.postFunctions.stream()
                .filter(item -> item.code().equals(code))
                .findFirst();
    }

    public static List<Option> functions() {
        return options(FILE.postFunctions);
    }

    public static Optional<ToolKind> tool(String code) {
        return FILE.tools.stream().filter(tool -> tool.code().equals(code)).findFirst();
    }

    /** Those offered everywhere and those of this region. */
    static List<Option> tools(String region) {
        return FILE.tools.stream()
                .filter(tool -> tool.region() == null || tool.region().equals(region))
                .map(tool -> new Option(tool.code(), tool.label()))
                .toList();
    }

    /** The tools that this region alone offers. */
    public static List<ToolKind> regionalTools(String region) {
        return FILE.tools.stream().filter(tool -> region.equals(tool.region())).toList();
    }

    private static List<Option> options(List<Item> items) {
        return items.stream().map(item -> new Option(item.code(), item.label())).toList();
    }
}
