package fr.maillage.professionals;

import fr.maillage.ui.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Modes of practice of the RPPS (nomenclature TRE-R23), in short words. */
final class Modes {

    static final List<Option> OPTIONS =
            List.of(new Option("L", "Libéral"), new Option("S", "Salarié"), new Option("B", "Bénévole"));

    private Modes() {}

    static String label(@Nullable String mode) {
        return switch (mode) {
            case "L" -> "Libéral";
            case "S" -> "Salarié";
            case "B" -> "Bénévole";
            case null, default -> "Mode non précisé";
        };
    }
}
