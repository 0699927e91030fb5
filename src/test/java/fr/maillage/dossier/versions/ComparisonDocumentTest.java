package fr.maillage.dossier.versions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.documents.Block;
import fr.maillage.documents.Inline;
import fr.maillage.documents.PlainText;
import fr.maillage.dossier.writing.Differences;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonDocumentTest {

    @Test
    void wordsAddedAndRemovedStandInTheirSentence() {
        var parts = Differences.between("Deux cabinets ferment.", "Trois cabinets ferment en 2027.");

        assertThat(ComparisonDocument.paragraphs(parts))
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

        assertThat(PlainText.of(ComparisonDocument.paragraphs(parts))).isEqualTo("Un\n[−Deux−][+Trois+]");
    }

    @Test
    void aLineAddedIsAParagraphAdded() {
        var parts = Differences.between("Un\nTrois", "Un\nDeux\nTrois");

        assertThat(PlainText.of(ComparisonDocument.paragraphs(parts))).isEqualTo("Un\n[+Deux+]\nTrois");
    }
}
