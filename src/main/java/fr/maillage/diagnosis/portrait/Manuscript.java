package fr.maillage.diagnosis.portrait;

import fr.maillage.diagnosis.DiagnosisTheme;
import fr.maillage.diagnosis.Measure;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Heading;
import fr.maillage.documents.Inline;
import fr.maillage.shared.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a portrait while it is written: numbers its chapters and sections, cites each dataset once. */
final class Manuscript {

    private final Portrait portrait;
    private final IndicatorTables indicators;
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> cited = new HashSet<>();
    private int chapter;
    private int section;

    Manuscript(Portrait portrait) {
        this.portrait = portrait;
        this.indicators = new IndicatorTables(portrait);
    }

    Portrait portrait() {
        return portrait;
    }

    IndicatorTables indicators() {
        return indicators;
    }

    List<Block> blocks() {
        return blocks;
    }

    void chapter(String title) {
        chapter++;
        section = 0;
        blocks.add(new Heading(1, String.valueOf(chapter), title, "chapitre-" + chapter));
    }

    void section(String title) {
        section++;
        blocks.add(new Heading(2, chapter + "." + section, title, "section-" + chapter + "-" + section));
    }

    void add(Block block) {
        blocks.add(block);
    }

    /** Two figures share the width of the page; a sentence that stands for a figure has its own line. */
    void side(Block left, Block right) {
        if (left instanceof Block.Figure one && right instanceof Block.Figure other) {
            blocks.add(new Block.SideBySide(one, other));
        } else {
            blocks.add(left);
            blocks.add(right);
        }
    }

    /** Nothing when there is nothing to say. */
    void say(@Nullable String words) {
        if (words != null) {
            blocks.add(Block.paragraph(words));
        }
    }

    /** A sentence with a note on the dataset that it comes from. */
    void say(String words, String dataset) {
        blocks.add(new Block.Paragraph(noted(words, dataset)));
    }

    List<Inline> noted(String sentence, String dataset) {
        List<Inline> words = new ArrayList<>();
        words.add(new Inline.Text(sentence));
        words.addAll(note(dataset));
        return words;
    }

    void bullets(List<String> sentences) {
        if (!sentences.isEmpty()) {
            blocks.add(new Block.BulletList(sentences.stream()
                    .map(sentence -> new Block.Item(List.of(Block.paragraph(sentence))))
                    .toList()));
        }
    }

    /** The table of the indicators of a theme. */
    void theme(DiagnosisTheme theme) {
        indicators
                .indicators(theme)
                .ifPresentOrElse(
                        table -> {
                            blocks.add(table);
                            cite(theme);
                        },
                        () -> say("Aucun jeu de données chargé ne donne d’indicateur pour ce thème."));
    }

    /** The datasets of a theme in full, each once in the document. */
    private void cite(DiagnosisTheme theme) {
        List<Inline> words = new ArrayList<>();
        portrait.diagnosis().of(theme).stream()
                .filter(Measure::known)
                .flatMap(measure -> measure.feed().datasets().stream())
                .distinct()
                .map(this::note)
                .filter(note -> !note.isEmpty())
                .forEach(note -> {
                    // Two calls side by side would read as one number.
                    words.add(new Inline.Text(
                            words.isEmpty() ? "Ces chiffres viennent de jeux de données publics." : " "));
                    words.addAll(note);
                });
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph(words));
        }
    }

    /** A note on a dataset, the first time it is cited. */
    private List<Inline> note(String dataset) {
        var edition = portrait.edition(dataset);
        return edition != null && cited.add(dataset)
                ? List.of(new Inline.Note(
                        new Source(edition.words(), edition.dataset().href()), ""))
                : List.of();
    }
}
