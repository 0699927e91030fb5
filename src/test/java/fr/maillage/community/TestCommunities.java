package fr.maillage.community;

import fr.maillage.access.Actor;
import fr.maillage.access.Place;
import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes CPTS and their people for tests, in the Aveyron unless told otherwise. */
@Component
public class TestCommunities {

    private final Communities communities;
    private final TestAccounts accounts;

    TestCommunities(Communities communities, TestAccounts accounts) {
        this.communities = communities;
        this.accounts = accounts;
    }

    /** A CPTS, as seen by the person who created it and coordinates it. */
    public CommunityView create(String name) {
        return create(name, "76", "12");
    }

    /** As {@link #create(String)}, elsewhere. */
    public CommunityView create(String name, String region, String departement) {
        var email = Slug.of(name) + "@maillage.example";
        var id = accounts.create("Maëlle Quintard", email);
        var creator = new Actor(id, "Maëlle Quintard", email, false, List.of());
        var outcome = communities.create(
                creator,
                new NewCommunity(new CommunityId(UUID.randomUUID()), name, region, departement, Role.COORDINATION));
        return communities
                .seenBy(creator, ((CreationOutcome.Created) outcome).slug())
                .orElseThrow();
    }

    /** Another person of this CPTS, as they see it. */
    public CommunityView join(CommunityView view, String name, Role role) {
        var email = Slug.of(name) + "." + Slug.of(view.slug()) + "@maillage.example";
        var actor = accounts.create(name, email, role, Place.community(view.id().value(), view.name()));
        return communities.seenBy(actor, view.slug()).orElseThrow();
    }
}
