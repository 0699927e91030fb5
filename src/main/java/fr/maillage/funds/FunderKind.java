package fr.maillage.funds;

import fr.maillage.rules.data.DataFile;
import fr.maillage.rules.data.DataNode;
import java.util.List;
import java.util.Optional;

/**
 * A kind of funder, from {@code rules/funders.yaml}.
 *
 * @param meaning who that is, in a few words
 * @param lasting whether its money may carry charges that come back each year
 */
public record FunderKind(String code, String label, String meaning, boolean lasting) {

    private static final class Shipped {
        static final List<FunderKind> DATA = DataFile.shipped("rules/funders.yaml", FunderKind::read);
    }

    /** In the order of the file. */
    public static List<FunderKind> all() {
        return Shipped.DATA;
    }

    static Optional<FunderKind> ofCode(String code) {
        return all().stream().filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** A kind that the file knew once: its grants stay readable. */
    static FunderKind known(String code) {
        return ofCode(code).orElseGet(() -> new FunderKind(code, code, "", false));
    }

    private static List<FunderKind> read(DataNode root) {
        root.onlyKeys("source", "status", "funders");
        return root.list("funders").stream()
                .map(node -> {
                    node.onlyKeys("code", "label", "meaning", "lasting");
                    return new FunderKind(
                            node.text("code"), node.text("label"), node.text("meaning"), node.flag("lasting"));
                })
                .toList();
    }
}
