package fr.maillage.dossier.intake;

import static fr.maillage.dossier.intake.WordFiles.bold;
import static fr.maillage.dossier.intake.WordFiles.item;
import static fr.maillage.dossier.intake.WordFiles.styled;
import static fr.maillage.dossier.intake.WordFiles.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents as teams write them: with styles, with numbers typed by hand, with bold lines, with things left over. */
class WordReaderTest {

    @TempDir
    Path folder;

    private List<Passage> read(String body) throws IOException {
        return WordReader.read(WordFiles.at(folder, body)).passages();
    }

    @Test
    void headingsAreKnownByTheirStyleOrTheStyleItIsMadeFrom() throws IOException {
        assertThat(read(words("Page de garde")
                        + styled("Titre1", "1. Le territoire")
                        + words("Des vallées.")
                        + styled("Maison", "II – Gouvernance")
                        + styled("Titre2", "2.1\u00a0Le bureau")))
                .extracting(Passage::level, Passage::heading, Passage::markdown)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, "", "Page de garde"),
                        org.assertj.core.groups.Tuple.tuple(1, "Le territoire", "Des vallées."),
                        org.assertj.core.groups.Tuple.tuple(1, "Gouvernance", ""),
                        org.assertj.core.groups.Tuple.tuple(2, "Le bureau", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.3 Offre de soins | 2 | Offre de soins",
                "Offre de soins | 3 | Offre de soins",
                "À propos du projet | 3 | À propos du projet",
                "Cette phrase est importante. | 0 | ",
            })
    void withoutStylesABoldLineIsAHeadingUnlessItIsASentence(String line, int level, String heading)
            throws IOException {
        var passage = read(bold(line)).getFirst();

        assertThat(passage.level()).isEqualTo(level);
        assertThat(passage.heading()).isEqualTo(heading == null ? "" : heading);
    }

    /** One row of thousands of cells makes every other row as wide: four kilobytes once filled the memory. */
    @Test
    void aTableIsWrittenWithABoundedNumberOfCells() throws IOException {
        var wide = "<w:tr>" + "<w:tc/>".repeat(20_000) + "<w:tc>" + words("a") + "</w:tc></w:tr>";
        var rows = ("<w:tr><w:tc>" + words("x") + "</w:tc></w:tr>").repeat(20_000);
        var text = read("<w:tbl><w:tr><w:tc>" + words("Titre") + "</w:tc></w:tr>" + wide + rows + "</w:tbl>").stream()
                .mapToInt(passage -> passage.markdown().length())
                .sum();
        assertThat(text).isLessThan(1_000_000);
    }

    @Test
    void boldItalicListsAndTablesStay() throws IOException {
        var text = read("""
                        <w:p><w:r><w:t xml:space="preserve">Un </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">constat </w:t></w:r>\
                        <w:r><w:rPr><w:i/></w:rPr><w:t>partagé</w:t></w:r><w:r><w:t> ici.</w:t></w:r></w:p>""" + item(2, "un") + item(2, "deux")
                        + item(1, "d’abord") + "<w:tbl><w:tr><w:tc>" + words("Qui") + "</w:tc><w:tc>" + words("Quoi")
                        + "</w:tc></w:tr><w:tr><w:tc>" + words("A | B") + "</w:tc><w:tc>" + words("x") + words("y")
                        + "</w:tc></w:tr></w:tbl>")
                .getFirst()
                .markdown();

        assertThat(text).isEqualTo("""
                Un **constat** *partagé* ici.

                - un
                - deux
                1. d’abord

                | Qui | Quoi |
                |---|---|
                | A \\| B | x y |""");
    }

    @Test
    void signsOfMarkdownAreOnlySigns() throws IOException {
        assertThat(read(words("# 3 * 4 = &lt;12&gt; _ok_ [x]")).getFirst().markdown())
                .isEqualTo("\\# 3 \\* 4 = \\<12\\> \\_ok\\_ \\[x\\]");
        assertThat(read(words("12. rue des Fleurs")).getFirst().markdown()).isEqualTo("12\\. rue des Fleurs");
    }

    @Test
    void whatASectionCannotHoldIsCounted() throws IOException {
        var project = WordReader.read(WordFiles.at(
                folder,
                styled("TM1", "Territoire 3")
                        + "<w:p><w:r><w:t>Texte</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r>"
                        + "<w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:drawing/></w:r>"
                        + "<w:r><w:del><w:r><w:delText>biffé</w:delText></w:r></w:del></w:r></w:p>"
                        + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + words("Encadré")
                        + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:txbxContent>" + words("Encadré")
                        + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"));

        assertThat(project.left())
                .containsExactly("1 note de bas de page ou de fin", "1 commentaire", "1 zone de texte");
        assertThat(project.written()).singleElement().satisfies(passage -> {
            assertThat(passage.markdown()).isEqualTo("Texte");
            assertThat(passage.pictures()).isEqualTo(2);
        });
    }

    @Test
    void aBrokenFileIsToldNotThrown() throws IOException {
        var project = WordReader.read(WordFiles.at(folder, words("Début") + "<w:p><w:r>"));

        assertThat(project.passages()).isEmpty();
        assertThat(project.left()).hasSize(1);
    }

    @Test
    void aStyleBasedOnItselfEnds() {
        var styles = new WordStyles();
        styles.style("a", "A", "b", null, null);
        styles.style("b", "B", "a", null, null);

        assertThat(styles.headingLevel("a")).isZero();
    }
}
