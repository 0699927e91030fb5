package fr.maillage.demo;

import fr.maillage.community.CommunityView;
import fr.maillage.project.ActionPart;
import fr.maillage.project.Actions;
import fr.maillage.project.Evidence;
import fr.maillage.project.Objective;
import fr.maillage.project.ObjectiveId;
import fr.maillage.project.Projects;
import fr.maillage.project.Rankings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ties the chain of the demonstration: what shows its needs reaches the fiches, and its team votes on its objectives. */
@Component
class DemoChain {

    private final Projects projects;
    private final Actions actions;
    private final Rankings rankings;

    DemoChain(Projects projects, Actions actions, Rankings rankings) {
        this.projects = projects;
        this.actions = actions;
        this.rankings = rankings;
    }

    /** Each fiche shows what proves the needs it goes back to. */
    void showEvidence(CommunityView view) {
        var project = projects.of(view.id());
        for (var action : project.actions()) {
            var before = action.facts().purpose();
            var evidence = project.needsOf(action).stream()
                    .flatMap(need -> need.evidence().stream())
                    .map(Evidence::id)
                    .collect(Collectors.toSet());
            actions.change(
                    view,
                    action.number(),
                    action.change(ActionPart.Kind.PURPOSE).version(),
                    new ActionPart.Purpose(
                            before.title(),
                            before.coverage(),
                            before.objective(),
                            before.prsCode(),
                            before.prsObjective(),
                            evidence,
                            before.diagnosis()));
        }
    }

    /**
     * Opens a vote, cast by some and still open for the others.
     *
     * @param voters the CPTS as each of them sees it; the second half puts the second objective first
     */
    void vote(CommunityView coordination, List<CommunityView> voters) {
        rankings.open(coordination);
        for (int i = 0; i < voters.size(); i++) {
            List<ObjectiveId> order = new ArrayList<>(projects.of(coordination.id()).objectives().stream()
                    .map(Objective::id)
                    .toList());
            if (i >= voters.size() / 2) {
                Collections.swap(order, 0, 1);
            }
            rankings.cast(voters.get(i), order);
        }
    }
}
