package fr.maillage.dossier.versions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.documents.Block;
import fr.maillage.documents.Inline;
import fr.maillage.documents.PlainText;
import fr.maillage.dossier.instruction.Comparison;
import fr.maillage.dossier.writing.Differences;
import fr.maillage.ui.DiffPart;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonDocumentTest {

    @Test
    void wordsAddedAndRemovedStandInTheirSentence() {
        var parts = Differences.between("Deux cabinets ferment.", "Trois cabinets ferment en 2027.");

        assertThat(blocks(parts))
                .containsExactly(new Block.Paragraph(List.of(
                        new Inline.Removed("Deux"),
                        new Inline.Added("Trois"),
                        new Inline.Text(" "),
                        new Inline.Text("cabinets ferment"),
                        new Inline.Text(" "),
                        new Inline.Added("en 2027"),
                        new Inline.Text("."))));
    }

    @Test
    void whoDoesNotSeeTheLinesReadsTheSigns() {
        var parts = Differences.between("Un\nDeux", "Un\nTrois");

        assertThat(PlainText.of(blocks(parts))).isEqualTo("Un\n[−Deux−][+Trois+]");
    }

    @Test
    void aLineAddedIsAParagraphAdded() {
        var parts = Differences.between("Un\nTrois", "Un\nDeux\nTrois");

        assertThat(PlainText.of(blocks(parts))).isEqualTo("Un\n[+Deux+]\nTrois");
    }

    @Test
    void aTableKeepsItsHeadsAndShowsTheRowsThatChanged() {
        var before = "Missions\n\u001EMission\u001FAction\nAccès\u001F1\nPrévention\u001F4\nCrise\u001F5\nFin";
        var blocks = blocks(Differences.between(before, before.replace("\u001F4", "\u001F4 et 6")));

        assertThat(blocks.getFirst()).isEqualTo(Block.paragraph("Missions"));
        assertThat(blocks.get(1)).isInstanceOf(Block.Paragraph.class);
        assertThat(PlainText.of(blocks.subList(1, 2))).isEqualTo("… 1\u00A0ligne inchangée");
        assertThat(blocks.get(2)).isInstanceOfSatisfying(Block.Table.class, table -> {
            assertThat(table.columns()).extracting(Block.Column::title).containsExactly("Mission", "Action");
            assertThat(PlainText.of(List.of(table))).endsWith("Prévention\n4 [+et 6+]");
        });
        assertThat(blocks).hasSize(3);
    }

    private static List<Block> blocks(List<DiffPart> parts) {
        var section = new Comparison.Section("1", "Essai", Comparison.Change.CHANGED, parts);
        return section.excerpts().stream()
                .flatMap(excerpt -> ComparisonDocument.blocks(excerpt).stream())
                .toList();
    }
}
