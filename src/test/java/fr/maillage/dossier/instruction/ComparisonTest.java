package fr.maillage.dossier.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.maillage.dossier.instruction.Comparison.Change;
import fr.maillage.ui.DiffPart;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void marksTheWordsThatChanged() {
        var before = List.of(section("2.1", "L’hiver, plusieurs routes ferment.\nLa suite ne change pas."));
        var after = List.of(section("2.1", "L’hiver, plusieurs villages ferment.\nLa suite ne change pas."));

        var changed = Comparison.of(before, after).changed();

        assertThat(changed).hasSize(1);
        var parts = changed.getFirst().parts();
        assertThat(text(parts, DiffPart.Kind.REMOVED)).isEqualTo("routes");
        assertThat(text(parts, DiffPart.Kind.ADDED)).isEqualTo("villages");
    }

    @Test
    void saysWhichSectionsCameAndWent() {
        var comparison = Comparison.of(
                List.of(section("1", "Un."), section("2", "Deux.")),
                List.of(section("2", "Deux."), section("3", "Trois.")));

        assertThat(comparison.sections())
                .extracting(Comparison.Section::number, Comparison.Section::change)
                .containsExactly(tuple("2", Change.SAME), tuple("3", Change.ADDED), tuple("1", Change.REMOVED));
    }

    @Test
    void aSectionFrozenBeforeRowsWereKeptIsComparedCellByCell() {
        var before = List.of(section("1", "Mission\nAction\nAccès\n1"));
        var after = List.of(section("1", "\u001EMission\u001FAction\nAccès\u001F1"));

        assertThat(Comparison.of(before, after).changed()).isEmpty();
    }

    @Test
    void onlyWhatIsAroundAChangeIsShown() {
        var lines = IntStream.range(0, 40).mapToObj(i -> "Ligne " + i).collect(Collectors.joining("\n"));
        var changed = Comparison.of(
                        List.of(section("1", lines)), List.of(section("1", lines.replace("Ligne 20", "Ligne vingt"))))
                .changed()
                .getFirst();

        assertThat(changed.excerpts()).singleElement().satisfies(excerpt -> {
            assertThat(excerpt.skipped()).isEqualTo(19);
            assertThat(excerpt.lines()).hasSize(3);
        });
    }

    private static FrozenSection section(String number, String text) {
        return new FrozenSection("s" + number, number, "Titre " + number, text);
    }

    private static String text(List<DiffPart> parts, DiffPart.Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .map(DiffPart::text)
                .collect(Collectors.joining());
    }
}
