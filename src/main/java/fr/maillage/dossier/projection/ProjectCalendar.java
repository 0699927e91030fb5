package fr.maillage.dossier.projection;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.dossier.DossierKind;
import fr.maillage.project.Action;
import fr.maillage.project.Indicator;
import fr.maillage.project.context.Outreach;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * « Calendrier prévisionnel de mise en œuvre du projet », with the phases of the URPS Occitanie: what the CPTS dated, and
 * what it deposited here.
 */
final class ProjectCalendar {

    private static final int MOST_EVALUATIONS = 3;

    private final CommunityFacts facts;

    private ProjectCalendar(CommunityFacts facts) {
        this.facts = facts;
    }

    static List<Block> of(CommunityFacts facts) {
        return new ProjectCalendar(facts).blocks();
    }

    private List<Block> blocks() {
        var start = firstAction();
        var before = Stream.concat(
                        facts.project().milestones().stream()
                                .filter(step -> start == null || step.on().isBefore(start))
                                .map(step -> new Dated(step.on(), step.title())),
                        facts.context().outreach().stream()
                                .filter(Outreach::isMeeting)
                                .map(meeting -> new Dated(meeting.on(), meeting.whom())))
                .sorted()
                .map(dated -> French.date(dated.day()) + " – " + dated.what())
                .toList();
        var after = Stream.concat(
                        counting()
                                .filter(action -> action.facts().startsOn() != null)
                                .map(action -> new Dated(
                                        Objects.requireNonNull(action.facts().startsOn()),
                                        action.facts().title())),
                        facts.project().milestones().stream()
                                .filter(step -> start != null && !step.on().isBefore(start))
                                .map(step -> new Dated(step.on(), step.title())))
                .sorted()
                .map(dated -> French.date(dated.day()) + " – " + dated.what())
                .toList();
        return List.of(new Block.Table(
                "Calendrier prévisionnel de mise en œuvre du projet",
                List.of(new Column("Phase", Align.LEFT, 4), new Column("Dates", Align.LEFT, 8)),
                List.of(
                        row("Phase de construction du projet", building()),
                        row("Réunions d’information / de travail préparatoire", before),
                        row("Dépôt de la lettre d’intention", deposit(DossierKind.LETTER_OF_INTENT)),
                        row("Dépôt du projet de santé", deposit(DossierKind.HEALTH_PROJECT)),
                        row("Contractualisation avec l’ARS", List.of("après la validation du projet de santé")),
                        row("Début de la mise en œuvre", after),
                        row("Premières évaluations", evaluations())),
                ""));
    }

    private record Dated(LocalDate day, String what) implements Comparable<Dated> {
        @Override
        public int compareTo(Dated other) {
            return day.compareTo(other.day);
        }
    }

    /** From the first meeting, or the day the CPTS began here, to the deposit of its project. */
    private List<String> building() {
        var begun = LocalDate.ofInstant(facts.community().createdAt(), Today.PARIS);
        var from = French.date(facts.context().outreach().stream()
                .filter(Outreach::isMeeting)
                .map(Outreach::on)
                .filter(day -> day.isBefore(begun))
                .min(LocalDate::compareTo)
                .orElse(begun));
        var until = facts.deposits().get(DossierKind.HEALTH_PROJECT);
        return List.of(until == null ? "depuis le " + from : "du " + from + " au " + French.date(until));
    }

    private List<String> deposit(DossierKind kind) {
        var day = facts.deposits().get(kind);
        return List.of(
                day != null
                        ? French.date(day)
                        // Never announced when the next one is deposited: that step was left out.
                        : kind == DossierKind.LETTER_OF_INTENT
                                        && facts.deposits().containsKey(DossierKind.HEALTH_PROJECT)
                                ? "non déposée"
                                : "à venir");
    }

    private @Nullable LocalDate firstAction() {
        return counting()
                .map(action -> action.facts().startsOn())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The days fixed for it; before, the days by which the indicators have their targets. */
    private List<String> evaluations() {
        if (!facts.context().evaluations().isEmpty()) {
            return facts.context().evaluations().stream()
                    .limit(MOST_EVALUATIONS)
                    .map(evaluation -> French.date(evaluation.on()) + " – " + evaluation.title())
                    .toList();
        }
        return counting()
                .flatMap(action -> action.facts().indicators().stream())
                .map(Indicator::targetOn)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .limit(MOST_EVALUATIONS)
                .map(French::date)
                .toList();
    }

    private Stream<Action> counting() {
        return facts.project().actions().stream().filter(Action::counts);
    }

    private static Row row(String phase, Collection<String> lines) {
        var cell = new ArrayList<Inline>();
        for (var line : lines) {
            if (!cell.isEmpty()) {
                cell.add(new Inline.LineBreak());
            }
            cell.add(new Inline.Text(line));
        }
        return new Row(
                Block.Emphasis.NONE, List.of(Inline.text(phase), cell.isEmpty() ? Absent.CELL : List.copyOf(cell)));
    }
}
