package fr.maillage.review;

import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Contracts;
import fr.maillage.shared.NotFound;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which contract of a CPTS a year is spoken of: after a renewal, the last year of the former one is still to be settled. */
@Component
class ReviewedContracts {

    private final Contracts contracts;
    private final YearlyReviews reviews;

    ReviewedContracts(Contracts contracts, YearlyReviews reviews) {
        this.contracts = contracts;
        this.reviews = reviews;
    }

    /**
     * The contract of that number; without one, the contract whose review of that year is open, else the one that runs.
     *
     * @param number may be empty
     * @throws NotFound when the CPTS has no such signed contract
     */
    Contract find(CommunityView view, int year, String number) {
        if (!number.isEmpty()) {
            return signed(view).stream()
                    .filter(contract -> contract.number().equals(number))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("signed contract " + number + " of " + view.slug()));
        }
        return signed(view).stream()
                .filter(contract -> reviews.of(contract, year)
                        .filter(review -> !review.closed())
                        .isPresent())
                .findFirst()
                .or(() -> contracts.current(view.id()).filter(contract -> contract.state() != Contract.State.DRAFT))
                .orElseThrow(() -> new NotFound("signed contract of " + view.slug()));
    }

    /** What an address adds to speak of that contract; nothing while the CPTS has only one. */
    String query(CommunityView view, Contract contract) {
        return signed(view).size() > 1 ? "?contrat=" + contract.number() : "";
    }

    /** Newest first. */
    List<Contract> signed(CommunityView view) {
        return contracts.of(view.id()).stream()
                .filter(contract -> contract.state() != Contract.State.DRAFT)
                .toList();
    }
}
