package fr.maillage.dossier.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.completeness.ProjectRuleTest.Sample;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.project.Action;
import fr.maillage.project.ActionFacts;
import fr.maillage.project.Indicator;
import fr.maillage.shared.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program notices for those who instruct. */
class FindingsTest {

    @Test
    void aCompleteProjectHasNothingToLookAt() {
        assertThat(of(Sample.complete()))
                .allSatisfy(finding ->
                        assertThat(finding.good()).as(finding.title()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("lacking")
    void whatIsToBeLookedAtIsNamed(Sample sample, String title) {
        assertThat(of(sample))
                .filteredOn(finding -> !finding.good())
                .extracting(Finding::title)
                .contains(title);
    }

    static Stream<Arguments> lacking() {
        var nbsp = "\u00a0";
        return Stream.of(
                arguments(
                        Sample.complete().territory(19, 13_348, true),
                        "13" + nbsp + "348" + nbsp + "habitants, sous le repère de 15" + nbsp + "000"),
                arguments(Sample.complete().territory(3, 20_000, false), "Territoire en plusieurs morceaux"),
                arguments(Sample.complete().actions(List.of(withoutBaseline(4))), "Action 4 sans valeur de départ"),
                arguments(
                        Sample.complete().actions(List.of(withoutBaseline(1), withoutBaseline(3), withoutBaseline(4))),
                        "Actions 1, 3 et 4 sans valeur de départ"),
                arguments(
                        Sample.complete().budgets(List.of(ProjectRuleTest.budget(60_000, 59_000))),
                        "Budget non équilibré : 2027"),
                arguments(Sample.complete().budgets(List.of()), "Budget absent"));
    }

    @Test
    void theSectionIsThatOfTheTrame() {
        var section = new TrameSection(
                "indicateurs",
                "4.3",
                true,
                "Indicateurs",
                null,
                List.of(),
                List.of("indicateurs-par-action"),
                false,
                List.of());

        var findings = Findings.of(
                DossierKind.HEALTH_PROJECT,
                trame(List.of(section)),
                Sample.complete().actions(List.of(withoutBaseline(4))).facts());

        assertThat(findings).extracting(Finding::detail).anyMatch(d -> d.startsWith("Actions, section 4.3. "));
    }

    @Test
    void aLetterOfIntentIsLookedAtForItsTerritoryOnly() {
        assertThat(Findings.of(
                        DossierKind.LETTER_OF_INTENT,
                        trame(List.of()),
                        Sample.complete().facts()))
                .hasSize(1);
    }

    private static List<Finding> of(Sample sample) {
        return Findings.of(DossierKind.HEALTH_PROJECT, trame(List.of()), sample.facts());
    }

    private static Trame trame(List<TrameSection> sections) {
        return new Trame(
                "essai",
                DossierKind.HEALTH_PROJECT,
                "Trame d’essai",
                "Personne",
                "1",
                new Source("Essai", null),
                true,
                sections);
    }

    private static Action withoutBaseline(int number) {
        var action = ProjectRuleTest.action(Set.of("PREVENTION"));
        var facts = action.facts();
        return new Action(
                action.id(),
                number,
                new ActionFacts(
                        facts.title(),
                        facts.coverage(),
                        facts.objective(),
                        facts.diagnosis(),
                        facts.description(),
                        facts.beneficiaries(),
                        facts.links(),
                        facts.pilot(),
                        facts.partners(),
                        facts.startsOn(),
                        facts.endsOn(),
                        facts.milestones(),
                        List.of(new Indicator("Patients orientés", "", null, null, null, "CPTS")),
                        facts.state()),
                action.missions(),
                action.objectiveTitle(),
                action.pilotName(),
                action.partnerNames(),
                action.change());
    }
}
