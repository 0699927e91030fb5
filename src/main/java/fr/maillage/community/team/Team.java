package fr.maillage.community.team;

import fr.maillage.access.Accounts;
import fr.maillage.access.Holder;
import fr.maillage.access.Invitation;
import fr.maillage.access.Invitations;
import fr.maillage.access.Mandates;
import fr.maillage.access.Party;
import fr.maillage.access.Place;
import fr.maillage.access.Role;
import fr.maillage.community.CommunityView;
import fr.maillage.shared.NotFound;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who work in a CPTS, and those who are invited. */
@Service
class Team {

    /** What came of a change in the team. */
    sealed interface Outcome {

        record Done(String name) implements Outcome {}

        /** Nobody would be left to manage the CPTS. */
        record LastManager(String name) implements Outcome {}

        /** The person already has this role here. */
        record AlreadyHeld(String name) implements Outcome {}

        /** Nothing was sent. */
        record TooManyInvitations(String sentence) implements Outcome {}
    }

    private final Mandates mandates;
    private final Invitations invitations;
    private final Accounts accounts;

    Team(Mandates mandates, Invitations invitations, Accounts accounts) {
        this.mandates = mandates;
        this.invitations = invitations;
        this.accounts = accounts;
    }

    /** The roles of a CPTS, for lists of choices. */
    static List<Role> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> role.party() == Party.CPTS)
                .toList();
    }

    List<Holder> people(CommunityView view) {
        return mandates.ofCommunity(view.id().value());
    }

    List<Invitation> invited(CommunityView view) {
        return invitations.ofCommunity(view.id().value());
    }

    /** Invites by e-mail; somebody who already works here with this role is not invited again. */
    @Transactional
    Outcome invite(CommunityView view, String email, String name, Role role) {
        var known = accounts.findByEmail(email);
        var held = known.isPresent()
                && people(view).stream()
                        .anyMatch(holder ->
                                holder.person().id().equals(known.get().id())
                                        && holder.mandate().role() == role);
        if (held) {
            return new Outcome.AlreadyHeld(known.get().name());
        }
        return switch (invitations.invite(email, name, role, place(view), view.actor())) {
            case SENT -> new Outcome.Done(name);
            case TOO_MANY -> new Outcome.TooManyInvitations(Invitations.Sending.SENTENCE);
        };
    }

    void withdraw(CommunityView view, UUID invitation) {
        invitations.withdraw(invitation, view.id().value(), view.actor());
    }

    /** Gives another role instead of this one. */
    @Transactional
    Outcome change(CommunityView view, UUID mandate, Role role) {
        var holder = find(view, mandate);
        var name = holder.person().name();
        if (holder.mandate().role() == role) {
            return new Outcome.Done(name);
        }
        if (!role.manages() && mandates.isLastManager(holder)) {
            return new Outcome.LastManager(name);
        }
        // in this order: who still manages keeps the invitations sent
        mandates.grant(view.actor(), holder.person().id(), role, place(view));
        mandates.revoke(view.actor(), mandate);
        return new Outcome.Done(name);
    }

    /** Ends a role; one that is already ended is not found. */
    @Transactional
    Outcome revoke(CommunityView view, UUID mandate) {
        var holder = find(view, mandate);
        if (mandates.isLastManager(holder)) {
            return new Outcome.LastManager(holder.person().name());
        }
        mandates.revoke(view.actor(), mandate);
        return new Outcome.Done(holder.person().name());
    }

    private Holder find(CommunityView view, UUID mandate) {
        return people(view).stream()
                .filter(holder -> holder.mandate().id().equals(mandate))
                .findFirst()
                .orElseThrow(() -> new NotFound("mandate " + mandate));
    }

    private static Place place(CommunityView view) {
        return Place.community(view.id().value(), view.name());
    }
}
