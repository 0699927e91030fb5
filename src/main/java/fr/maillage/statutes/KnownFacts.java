package fr.maillage.statutes;

import fr.maillage.community.Association;
import fr.maillage.community.Body;
import fr.maillage.community.Governance;
import fr.maillage.shared.ProperName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Maillage knows of the association before anybody answers: printed where the text needs it, asked nowhere in it.
 *
 * @param community name of the CPTS
 * @param indemnitiesInBudget the words of a budget line that plans indemnities, or null
 * @param feesInBudget the words of a budget line that expects membership fees, or null
 */
record KnownFacts(
        String community,
        Association association,
        Governance governance,
        @Nullable String indemnitiesInBudget,
        @Nullable String feesInBudget) {

    /**
     * A fact that a text prints.
     *
     * @param label its name, for whoever has to give it
     * @param page where it is given
     */
    enum Fact {
        ASSOCIATION("association", "Nom de l’association", "/gouvernance/association"),
        SEAT("siege", "Adresse du siège", "/gouvernance/association"),
        TOWN("ville", "Ville du siège", "/gouvernance/association"),
        COMMUNITY("cpts", "Nom de la CPTS", "/gouvernance/association");

        private final String key;
        private final String label;
        private final String page;

        Fact(String key, String label, String page) {
            this.key = key;
            this.label = label;
            this.page = page;
        }

        String label() {
            return label;
        }

        String page() {
            return page;
        }

        /** @throws IllegalArgumentException on a fact that no page gives */
        static Fact of(String key) {
            for (var fact : values()) {
                if (fact.key.equals(key)) {
                    return fact;
                }
            }
            throw new IllegalArgumentException("no fact " + key);
        }
    }

    Optional<String> words(Fact fact) {
        return Optional.ofNullable(
                switch (fact) {
                    case ASSOCIATION -> association.name();
                    case SEAT -> association.seat();
                    case TOWN -> association.town();
                    case COMMUNITY -> ProperName.theCommunity(community);
                });
    }

    /** Somebody who signs for the association. */
    record Signatory(String name, String function) {}

    /** The legal representative first, then the officers by rank; each person once. */
    List<Signatory> signatories() {
        var signatories = new ArrayList<Signatory>();
        var seen = new ArrayList<Object>();
        var representative = governance.representative();
        if (representative != null) {
            signatories.add(new Signatory(representative.name(), representative.function()));
            seen.add(representative.participant());
        }
        for (var function : List.of(
                Body.Function.PRESIDENT,
                Body.Function.CO_PRESIDENT,
                Body.Function.SECRETARY,
                Body.Function.TREASURER,
                Body.Function.VICE_PRESIDENT)) {
            for (var seat : governance.seats(function)) {
                if (!seen.contains(seat.participant())) {
                    signatories.add(new Signatory(seat.participantName(), function.label()));
                    seen.add(seat.participant());
                }
            }
        }
        return signatories;
    }

    /** Whoever tries to hold presidency and treasury at once, by name. */
    List<String> holdingBoth() {
        var treasurers = governance.seats(Body.Function.TREASURER).stream()
                .map(Body.Seat::participant)
                .toList();
        return governance.seats(Body.Function.PRESIDENT).stream()
                .filter(seat -> treasurers.contains(seat.participant()))
                .map(Body.Seat::participantName)
                .distinct()
                .toList();
    }

    /** How many people sit in the board today; empty without a board. */
    Optional<Long> boardMembers() {
        return governance.bodies().stream()
                .filter(body -> body.facts().kind() == Body.Kind.BOARD)
                .findFirst()
                .map(body -> body.seats().stream()
                        .map(Body.Seat::participant)
                        .distinct()
                        .count());
    }
}
