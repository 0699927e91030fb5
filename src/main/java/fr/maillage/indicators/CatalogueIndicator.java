package fr.maillage.indicators;

import fr.maillage.rules.Mission;
import fr.maillage.rules.NationalIndicators.NationalIndicator;
import fr.maillage.rules.aci.ResultLine.Direction;
import fr.maillage.shared.Source;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be measured: a national indicator as defined on a day, or one that the CPTS chose.
 *
 * @param id of a local one; null for a national one, which no CPTS changes
 * @param mission null for an indicator of the whole CPTS
 * @param unit « % », « patients »; empty when the title says it
 * @param numerator what is counted
 * @param denominator out of what; null for a count
 * @param producer who gives the figures
 * @param persons whether it counts people: small counts are then not shown where the figures circulate
 * @param fact code of the facts that count it by themselves, or null
 * @param doubt what the texts leave open; null when nothing
 */
public record CatalogueIndicator(
        @Nullable UUID id,
        String code,
        @Nullable Mission mission,
        String title,
        Direction direction,
        String unit,
        String numerator,
        @Nullable String denominator,
        String producer,
        String proof,
        boolean persons,
        @Nullable String fact,
        @Nullable String doubt,
        @Nullable Source source,
        boolean archived,
        int version) {

    static CatalogueIndicator of(NationalIndicator national) {
        return new CatalogueIndicator(
                null,
                national.code(),
                national.mission(),
                national.title(),
                national.direction(),
                national.unit(),
                national.numerator(),
                national.denominator(),
                national.producer(),
                "",
                true,
                null,
                national.doubt(),
                national.source(),
                false,
                0);
    }

    public boolean national() {
        return id == null;
    }

    public String missionTitle() {
        return mission == null ? "Toutes les missions" : mission.title();
    }

    /** A share of a total, told in percent. */
    public boolean isShare() {
        return denominator != null && unit.equals("%");
    }

    public String directionInWords() {
        return direction == Direction.RISE ? "meilleur quand il monte" : "meilleur quand il descend";
    }
}
