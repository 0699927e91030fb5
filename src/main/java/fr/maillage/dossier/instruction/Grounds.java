package fr.maillage.dossier.instruction;

import fr.maillage.rules.LegalDelay;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The legal grounds of an opposition, from their codes to the words of the rule. */
final class Grounds {

    private Grounds() {}

    /** In the order of the rule. */
    static List<String> titles(List<String> codes, @Nullable LegalDelay delay) {
        return delay == null
                ? List.of()
                : delay.grounds().stream()
                        .filter(ground -> codes.contains(ground.code()))
                        .map(LegalDelay.Ground::title)
                        .toList();
    }

    static List<String> titles(List<String> codes, LocalDate day) {
        return titles(codes, LegalDelay.project(day));
    }
}
