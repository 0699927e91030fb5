package fr.maillage.project.actions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.project.TestProjects;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What an agenda finds in a project. */
class AgendaTest {

    @Test
    void theAgendaHoldsEveryDatedThingOnceWithAStableName() {
        var project = TestProjects.of(TestProjects.complete());

        var agenda = Agenda.of(project, LocalDate.of(2027, 2, 1));

        assertThat(agenda.entries())
                .extracting(entry -> entry.on() + " " + entry.kind() + " " + entry.title())
                .containsExactly(
                        "2027-01-04 START Orienter les patients",
                        "2027-02-01 PROJECT_STEP Dépôt du projet",
                        "2027-03-01 STEP Première réunion",
                        "2029-12-31 TARGET Patients orientés\u00A0: 10\u00A0patients",
                        "2029-12-31 END Orienter les patients");
        assertThat(agenda.entries()).extracting(Agenda.Entry::uid).doesNotHaveDuplicates();
        assertThat(agenda.entries())
                .extracting(Agenda.Entry::late)
                .startsWith(true)
                .endsWith(false);
        assertThat(Agenda.of(project, LocalDate.of(2030, 1, 1)).entries())
                .extracting(Agenda.Entry::uid)
                .isEqualTo(agenda.entries().stream().map(Agenda.Entry::uid).toList());
        assertThat(agenda.entries())
                .extracting(entry -> entry.countdown(LocalDate.of(2027, 2, 1)))
                .startsWith("J\u00A0−\u00A028", "jour\u00A0J", "J\u00A0+\u00A028");
    }
}
