package fr.maillage.demo;

import fr.maillage.community.CommunityView;
import fr.maillage.project.Objective;
import fr.maillage.project.ObjectiveId;
import fr.maillage.project.Projects;
import fr.maillage.project.Rankings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** The vote of the demonstration's team on the order of its objectives: cast by some, still open for the others. */
@Component
class DemoVote {

    private final Projects projects;
    private final Rankings rankings;

    DemoVote(Projects projects, Rankings rankings) {
        this.projects = projects;
        this.rankings = rankings;
    }

    /** @param voters the CPTS as each of them sees it; the second half puts the second objective first */
    void open(CommunityView coordination, List<CommunityView> voters) {
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
