package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What two versions are compared by: a table that opens a text keeps the mark of its heads. */
class PlainTextTest {

    @Test
    void aTextThatBeginsWithATableKeepsItsHeads() {
        var table = new Block.Table(
                "",
                List.of(new Block.Column("", Block.Align.LEFT, 1), new Block.Column("2026", Block.Align.LEFT, 1)),
                List.of(Block.Row.of("Accès", "12")),
                "");
        var alone = PlainText.byRow(List.of(table));
        var after = PlainText.byRow(List.of(Block.paragraph("Avant"), table));
        assertThat(after).endsWith(alone);
        assertThat(alone).isNotEqualTo(alone.strip());
    }
}
