package fr.maillage.project.actions;

import fr.maillage.community.CommunityId;
import fr.maillage.library.Use;
import fr.maillage.library.spi.Usage;
import fr.maillage.project.Projects;
import java.util.List;
import org.springframework.stereotype.Component;

/** Documents may prove what an action did. */
@Component
class ActionProofs implements Usage {

    private final Projects projects;

    ActionProofs(Projects projects) {
        this.projects = projects;
    }

    @Override
    public Use.Kind kind() {
        return Use.Kind.ACTION_PROOF;
    }

    @Override
    public List<Thing> things(CommunityId community) {
        return projects.of(community).actions().stream()
                .map(action -> new Thing(
                        action.id().value(),
                        "Action " + action.number() + "\u00A0: "
                                + action.facts().title(),
                        "/actions/" + action.number()))
                .toList();
    }
}
