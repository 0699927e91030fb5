package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Party;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Walks kind × step × move × party and compares with the committed table, which a lawyer can read; the diagram of the
 * documentation is drawn from the same table and must be up to date.
 */
class MoveTableTest {

    private static final Path DIAGRAM = Path.of("docs/workflow.md");

    @Test
    void everyMoveIsAllowedExactlyWhereTheTableSaysSo() throws IOException {
        assertThat(allowed()).containsExactlyInAnyOrderElementsOf(committed());
    }

    @Test
    void aClosedDossierMovesOnlyByItsCpts() {
        for (Move move : Move.values()) {
            if (move.from().stream().anyMatch(Step::closed)) {
                assertThat(move.who()).as(move.name()).containsExactly(Party.CPTS);
            }
        }
    }

    @Test
    void theDiagramOfTheDocumentationIsTheTable() throws IOException {
        assertThat(Files.readString(DIAGRAM))
                .as("docs/workflow.md holds the diagram drawn from Move; replace it by:\n" + diagram())
                .contains(diagram());
    }

    private static List<String> allowed() {
        var rows = new ArrayList<String>();
        for (DossierKind kind : DossierKind.values()) {
            for (Step step : Step.values()) {
                for (Move move : Move.values()) {
                    var who = Arrays.stream(Party.values())
                            .filter(party -> move.allowed(kind, step, party))
                            .map(Party::name)
                            .collect(Collectors.joining(" "));
                    if (move.possible(kind, step)) {
                        rows.add("%s | %s | %s | %s | %s"
                                .formatted(kind, step, move, move.to(), who.isEmpty() ? "the program" : who));
                    }
                }
            }
        }
        return rows;
    }

    private static List<String> committed() throws IOException {
        try (var table = MoveTableTest.class.getResourceAsStream("/dossier/moves.txt")) {
            return new String(table.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split("\\|")).map(String::strip).collect(Collectors.joining(" | ")))
                    .toList();
        }
    }

    private static String diagram() {
        var text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        for (Step step : Step.values()) {
            text.append("    %s : %s\n".formatted(step, step.label()));
        }
        for (Move move : Move.values()) {
            for (Step from : Step.values()) {
                if (move.from().contains(from)) {
                    text.append("    %s --> %s : %s\n".formatted(from, move.to(), move));
                }
            }
        }
        return text.append("```").toString();
    }
}
