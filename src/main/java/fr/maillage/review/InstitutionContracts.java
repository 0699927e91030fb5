package fr.maillage.review;

import fr.maillage.access.InstitutionView;
import fr.maillage.community.Communities;
import fr.maillage.community.Community;
import fr.maillage.contract.Contract;
import fr.maillage.contract.FollowedContracts;
import fr.maillage.shared.NotFound;
import org.springframework.stereotype.Component;

/** A contract as an institution that follows it sees it. */
@Component
class InstitutionContracts {

    private final FollowedContracts followed;
    private final Communities communities;

    InstitutionContracts(FollowedContracts followed, Communities communities) {
        this.followed = followed;
        this.communities = communities;
    }

    /** @throws NotFound when this institution follows no such signed contract */
    Contract find(InstitutionView view, String number) {
        return followed.find(view.institution().id(), number)
                .filter(contract -> contract.state() != Contract.State.DRAFT)
                .orElseThrow(() -> new NotFound(
                        "contract " + number + " of " + view.institution().slug()));
    }

    Community community(Contract contract) {
        return communities.find(contract.community());
    }
}
