package fr.maillage.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.documents.Block;
import fr.maillage.documents.Inline;
import fr.maillage.documents.PlainText;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.dossier.projection.Absent;
import fr.maillage.dossier.projection.ProjectDocument;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.shared.French;
import fr.maillage.testing.MaillageTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A project whose every fact was entered leaves no box empty in any trame, but those of the committed list, each with the
 * reason why the fact is not known.
 */
@MaillageTest
class NoKnownFactIsLeftEmptyTest {

    @Autowired
    TestDossiers world;

    @Autowired
    DemoContext context;

    @Autowired
    Trames trames;

    @Autowired
    ProjectDocument projection;

    @Test
    void eachEmptyBoxOfAFullProjectHasItsReason() throws IOException {
        var view = world.communityReadyToDeposit("CPTS Vallée Fictive");
        context.describe(view);

        var empty = trames.all().stream()
                .flatMap(trame -> empty(
                        trame, projection.inTrame(view.id(), trame).document().body()))
                .toList();

        assertThat(empty).containsExactlyElementsOf(expected());
    }

    /** The lines of the list; a line that begins with # says why the fact of those below it is not known. */
    private static List<String> expected() throws IOException {
        try (var list = NoKnownFactIsLeftEmptyTest.class.getResourceAsStream("/trames/cases-vides.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    /** « trame · heading · label or sentence », in the order of the document. */
    private static Stream<String> empty(Trame trame, List<Block> body) {
        var found = new ArrayList<String>();
        var under = "";
        for (var block : body) {
            if (block instanceof Block.Heading heading) {
                under = heading.text();
            }
            var place = trame.id() + " · " + under + " · ";
            if (block instanceof Block.Paragraph(var content)
                    && content.size() == 1
                    && content.getFirst() instanceof Inline.Emphasis) {
                found.add(place + PlainText.of(List.of(block)).strip());
            }
            Absent.labels(List.of(block)).forEach(label -> found.add(place + label));
        }
        return found.stream().map(line -> line.replace(French.NBSP, ' ').replace(French.NNBSP, ' '));
    }
}
