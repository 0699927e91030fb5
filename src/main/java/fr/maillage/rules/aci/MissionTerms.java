package fr.maillage.rules.aci;

import fr.maillage.shared.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a grid says of one mission.
 *
 * @param code French code: ACCES, PARCOURS…
 * @param base whether every CPTS must carry it out (« socle »)
 */
public record MissionTerms(
        String code, String title, boolean base, @Nullable Calendar calendar, List<Part> parts) {

    /** Months after the signature: the mission starts at the latest, and is fully deployed at the latest. */
    public record Calendar(long startWithinMonths, long deployedWithinMonths, Source source) {}

    public Optional<Part> part(String partCode) {
        return parts.stream().filter(p -> p.code().equals(partCode)).findFirst();
    }
}
