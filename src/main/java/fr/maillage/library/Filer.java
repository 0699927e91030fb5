package fr.maillage.library;

import fr.maillage.access.Actor;
import fr.maillage.audit.Author;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;

/** Who files a document of a CPTS: one of its people, or the agent of an institution that hands a signed text over. */
public record Filer(CommunityId community, Actor actor, Author author) {

    static Filer of(CommunityView view) {
        return new Filer(view.id(), view.actor(), view.author());
    }
}
