package fr.maillage.community;

import fr.maillage.access.Actor;
import fr.maillage.shared.NotFound;
import java.util.Set;

/**
 * A CPTS as seen by one of its people. A controller parameter of this type is resolved from the path variable
 * {@code slug} through the scope query; for anybody else the page answers 404.
 */
public record CommunityView(CommunityId id, String slug, String name, Actor actor, Set<Right> rights) {

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** @throws NotFound when the person lacks the right: what one may not do does not exist */
    public void require(Right right) {
        if (!may(right)) {
            throw new NotFound(right + " on " + slug);
        }
    }
}
