package fr.maillage.indicators.spi;

import fr.maillage.community.CommunityId;
import java.util.List;

/** A module that holds facts which can be counted: nobody types such a figure. */
public interface FactSource {

    /** What it counts, always the same; a kind belongs to one source. */
    List<FactKind> kinds();

    /** What a period recorded, in the order of the kinds; a kind without any fact counts zero, one that cannot be told is absent. */
    List<Fact> of(CommunityId community, Period period);
}
