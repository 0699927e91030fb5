package fr.maillage.review;

import fr.maillage.access.InstitutionView;
import fr.maillage.community.Communities;
import fr.maillage.community.Community;
import fr.maillage.community.CommunityId;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Contracts;
import fr.maillage.contract.FollowedContracts;
import fr.maillage.shared.NotFound;
import java.util.List;
import org.springframework.stereotype.Component;

/** A contract as an institution that follows it sees it. */
@Component
class InstitutionContracts {

    private final FollowedContracts followed;
    private final Contracts contracts;
    private final Communities communities;

    InstitutionContracts(FollowedContracts followed, Contracts contracts, Communities communities) {
        this.followed = followed;
        this.contracts = contracts;
        this.communities = communities;
    }

    /** @throws NotFound when this institution follows no such signed contract */
    Contract find(InstitutionView view, String number) {
        return followed.find(view.institution().id(), number)
                .filter(contract -> contract.state() != Contract.State.DRAFT)
                .orElseThrow(() -> new NotFound(
                        "contract " + number + " of " + view.institution().slug()));
    }

    /** The signed contracts of a CPTS that this institution follows, the former ones too. */
    List<Contract> signed(InstitutionView view, CommunityId community) {
        return contracts.of(community).stream()
                .filter(contract -> contract.state() != Contract.State.DRAFT)
                .filter(contract -> followed.find(view.institution().id(), contract.number())
                        .isPresent())
                .toList();
    }

    Community community(Contract contract) {
        return communities.find(contract.community());
    }
}
