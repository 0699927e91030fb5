package fr.maillage.project;

import fr.maillage.community.ParticipantId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a fiche action, written on its own: two people who work on two parts never meet. The parts hold the rows of
 * the model of the regions (« modèle de fiche action », guide of the ARS Auvergne-Rhône-Alpes, annex 4).
 */
public sealed interface ActionPart {

    /** As stored, and in the order of the fiche. */
    enum Kind {
        PURPOSE,
        CONTENT,
        PEOPLE,
        DATES,
        MEANS
    }

    Kind kind();

    /**
     * What the action answers.
     *
     * @param coverage codes of the items of {@link Coverage} that the action answers
     * @param objective the operational objective it serves
     * @param prsCode the theme of the projet régional de santé, when it was chosen in a list
     * @param prsObjective the objective of the projet régional de santé, in words
     * @param evidence figures of the diagnosis that call for it: the evidence of the problems it goes back to
     * @param diagnosis other elements of the diagnosis, in words
     */
    record Purpose(
            String title,
            Set<String> coverage,
            @Nullable ObjectiveId objective,
            @Nullable String prsCode,
            String prsObjective,
            Set<UUID> evidence,
            String diagnosis)
            implements ActionPart {

        public Purpose {
            coverage = Set.copyOf(coverage);
            evidence = Set.copyOf(evidence);
        }

        public Purpose(String title, Set<String> coverage, @Nullable ObjectiveId objective, String diagnosis) {
            this(title, coverage, objective, null, "", Set.of(), diagnosis);
        }

        @Override
        public Kind kind() {
            return Kind.PURPOSE;
        }
    }

    /**
     * What the action does, and for whom.
     *
     * @param beneficiaries who benefits from it (« public bénéficiaire »)
     * @param beneficiaryCount how many they are; null while unknown, which is not zero
     * @param related the other actions it leans on (« points d’adhérence »)
     * @param links how it leans on them, in words
     */
    record Content(
            String description,
            String beneficiaries,
            @Nullable Long beneficiaryCount,
            Set<ActionId> related,
            String links)
            implements ActionPart {

        public Content {
            related = Set.copyOf(related);
        }

        @Override
        public Kind kind() {
            return Kind.CONTENT;
        }
    }

    /**
     * Who makes the action.
     *
     * @param pilot who leads it (« référent »)
     * @param partners the structures and people of the list of actors who take part
     * @param actors who else takes part, in words (« médecins volontaires »)
     */
    record People(@Nullable ParticipantId pilot, Set<ParticipantId> partners, String actors) implements ActionPart {

        public People {
            partners = Set.copyOf(partners);
        }

        @Override
        public Kind kind() {
            return Kind.PEOPLE;
        }
    }

    /** When: its start, its key steps, its expected end, and where it stands. */
    record Dates(
            @Nullable LocalDate startsOn, @Nullable LocalDate endsOn, List<Milestone> milestones, Action.State state)
            implements ActionPart {

        public Dates {
            milestones = milestones.stream()
                    .sorted(Comparator.comparing(Milestone::on).thenComparing(Milestone::title))
                    .toList();
        }

        @Override
        public Kind kind() {
            return Kind.DATES;
        }
    }

    /** With what, and what could stop it. */
    record Means(String means, List<Risk> risks) implements ActionPart {

        public Means {
            risks = List.copyOf(risks);
        }

        @Override
        public Kind kind() {
            return Kind.MEANS;
        }
    }

    /** @param answer what the team does about it; empty while it has no answer */
    record Risk(String title, String answer) {}
}
