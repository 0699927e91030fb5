package fr.maillage.project;

import fr.maillage.community.ParticipantId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a fiche action says.
 *
 * @param coverage codes of the items of {@link Coverage} that the action answers
 * @param objective the operational objective it serves
 * @param diagnosis elements of the diagnosis that call for it
 * @param beneficiaries who benefits from it (« public bénéficiaire »)
 * @param links with the other actions (« points d’adhérence »)
 * @param pilot who leads it
 */
public record ActionFacts(
        String title,
        Set<String> coverage,
        @Nullable ObjectiveId objective,
        String diagnosis,
        String description,
        String beneficiaries,
        String links,
        @Nullable ParticipantId pilot,
        Set<ParticipantId> partners,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        List<Milestone> milestones,
        List<Indicator> indicators,
        Action.State state) {

    public ActionFacts {
        coverage = Set.copyOf(coverage);
        partners = Set.copyOf(partners);
        milestones = milestones.stream()
                .sorted(Comparator.comparing(Milestone::on).thenComparing(Milestone::title))
                .toList();
        indicators = List.copyOf(indicators);
    }
}
