package fr.maillage.reminders.spi;

import fr.maillage.community.CommunityId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A module that knows deadlines. They are computed each time they are asked for, from what the module holds: nobody types
 * or stores one.
 */
public interface DeadlineSource {

    /** Every deadline of a CPTS, past ones too as long as somebody may still await them; in any order. */
    List<Deadline> of(CommunityId community);

    /**
     * The same for many CPTS at once, for the pages of institutions; one without deadline may be absent. To be answered in
     * one query where {@link #of(CommunityId)} asks the database.
     */
    default Map<CommunityId, List<Deadline>> ofAll(Collection<CommunityId> communities) {
        var all = new LinkedHashMap<CommunityId, List<Deadline>>();
        communities.forEach(community -> all.put(community, of(community)));
        return all;
    }

    /**
     * Whether institutions see some of these deadlines. Where they see none, the pages of institutions do not ask, which
     * keeps them fast over a whole région.
     */
    default boolean isForInstitutions() {
        return true;
    }
}
