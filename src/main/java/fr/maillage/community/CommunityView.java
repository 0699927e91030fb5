package fr.maillage.community;

import fr.maillage.access.Actor;
import fr.maillage.access.Party;
import fr.maillage.audit.Author;
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

    /** The person, as the journal of this CPTS names them. */
    public Author author() {
        return actor.author(Party.CPTS);
    }

    /** The address of a page of this CPTS: {@code at("/acteurs")} gives {@code /cpts/…/acteurs}. */
    public String at(String page) {
        return "/cpts/" + slug + page;
    }
}
