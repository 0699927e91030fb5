package fr.maillage.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The names of CPTS, told by the module that knows them: this one only holds their ids. */
public interface CommunityNames {

    /**
     * @param slug of its pages, {@code /cpts/{slug}}
     */
    record Named(UUID id, String name, String slug) {}

    /** In one query; an unknown id is left out. */
    Map<UUID, Named> names(Collection<UUID> communities);

    /** By name. */
    List<Named> all();
}
