package fr.maillage.library.spi;

import fr.maillage.community.CommunityId;
import fr.maillage.library.Use;
import java.util.List;
import java.util.UUID;

/** The things of a module that documents may be attached to. A bean of that module. */
public interface Usage {

    Use.Kind kind();

    /** Those of a CPTS, in the order to choose from. */
    List<Thing> things(CommunityId community);

    /** Whether a thing is closed: what is attached to it neither comes nor goes any more. */
    default boolean closed(UUID thing) {
        return false;
    }

    /**
     * @param label what people call it: « Action 3 : Ouvrir des créneaux »
     * @param page its page, after {@code /cpts/{slug}}
     */
    record Thing(UUID id, String label, String page) {}
}
