package fr.maillage.community.creation;

import fr.maillage.access.Actor;
import fr.maillage.access.Role;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CreationOutcome;
import fr.maillage.community.NewCommunity;
import fr.maillage.community.PerimeterSaving;
import fr.maillage.community.PerimeterTaken;
import fr.maillage.community.Perimeters;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Overviewed;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Creates a CPTS with its first communes, all or nothing. */
@Service
class Founding {

    /** What came of it. */
    sealed interface Outcome {

        record Founded(String slug) implements Outcome {}

        record Refused(String field, List<String> sentences) implements Outcome {}
    }

    private final Communities communities;
    private final Perimeters perimeters;

    Founding(Communities communities, Perimeters perimeters) {
        this.communities = communities;
        this.perimeters = perimeters;
    }

    /** @param seat the commune whose département and région instruct */
    @Transactional
    Outcome found(Actor founder, CommunityId id, String name, Role role, Commune seat, List<String> communes) {
        var wanted = new NewCommunity(
                id, name, seat.region().code(), seat.departement().code(), role);
        return switch (communities.create(founder, wanted)) {
            case CreationOutcome.NameTaken(var taken) ->
                new Outcome.Refused(
                        "nom", List.of("Une CPTS porte déjà le nom « " + taken + " ». Choisissez-en un autre."));
            case CreationOutcome.Created(var created, var slug) ->
                // a form sent twice finds the territory already there
                perimeters.current(created).isPresent()
                        ? new Outcome.Founded(slug)
                        : draw(founder, created, slug, communes);
        };
    }

    private Outcome draw(Actor founder, CommunityId id, String slug, List<String> communes) {
        return switch (perimeters.save(founder, id, 0, communes, List.of())) {
            case PerimeterSaving.Saved _, PerimeterSaving.Unchanged _, PerimeterSaving.Overtaken _ ->
                new Outcome.Founded(slug);
            case PerimeterSaving.Taken(var places) ->
                undo(places.stream().map(PerimeterTaken::sentence).toList());
            case PerimeterSaving.Refused(var faults) ->
                undo(faults.stream().map(Overviewed.Fault::message).toList());
        };
    }

    private static Outcome undo(List<String> sentences) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Outcome.Refused("recherche", sentences);
    }
}
