package fr.maillage.dossier.versions;

import fr.maillage.community.CommunityView;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Document;
import fr.maillage.documents.Inline;
import fr.maillage.documents.Opening;
import fr.maillage.documents.Opening.Fact;
import fr.maillage.dossier.instruction.Comparison;
import fr.maillage.dossier.instruction.Excerpt;
import fr.maillage.shared.French;
import fr.maillage.ui.DiffPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What changed between two versions, as a document: the list of the sections that moved, then each with its words. */
final class ComparisonDocument {

    /** The words of a run, without the blanks around them, which are not underlined or struck. */
    private static final Pattern WORDS = Pattern.compile("(\\s*)(.*?)(\\s*)", Pattern.DOTALL);

    private ComparisonDocument() {}

    static Document of(CommunityView view, Compared compared, LocalDate day) {
        var changed = compared.comparison().changed();
        var body = new ArrayList<Block>();
        body.add(Block.paragraph(
                "Les mots ajoutés sont soulignés, entre les signes [+ et +]. Les mots retirés sont barrés,"
                        + " entre les signes [− et −]."));
        if (changed.isEmpty()) {
            body.add(Block.paragraph("Les deux versions disent la même chose."));
        } else {
            body.add(new Block.Heading(2, "", "Sections qui ont changé", "sections-changees"));
            body.add(table(compared.comparison(), changed));
            int place = 0;
            for (var section : changed) {
                body.add(new Block.Heading(3, section.number(), section.title(), "section-" + ++place));
                section.excerpts().forEach(excerpt -> body.addAll(blocks(excerpt)));
            }
        }
        return new Document(
                view.name(),
                compared.dossier().kind().label() + French.NBSP + ": ce qui a changé",
                "De « " + compared.before().label() + " » à « "
                        + compared.after().label() + " »",
                false,
                day,
                new Opening.Letterhead(
                        "",
                        List.of(
                                new Fact("Dossier", compared.dossier().number()),
                                new Fact("Avant", compared.before().label()),
                                new Fact("Après", compared.after().label()))),
                body);
    }

    private static Block table(Comparison comparison, List<Comparison.Section> changed) {
        return new Block.Table(
                "Ce qui a changé, section par section",
                List.of(
                        new Block.Column("Section", Align.LEFT, 6),
                        new Block.Column("Changement", Align.LEFT, 2),
                        new Block.Column("Mots ajoutés", Align.RIGHT, 2),
                        new Block.Column("Mots retirés", Align.RIGHT, 2)),
                changed.stream()
                        .map(section -> Block.Row.of(
                                (section.number() + " " + section.title()).strip(),
                                section.change().label(),
                                French.number(Compared.words(section, DiffPart.Kind.ADDED)),
                                French.number(Compared.words(section, DiffPart.Kind.REMOVED))))
                        .toList(),
                French.count(comparison.sections().size() - changed.size(), "section inchangée", "sections inchangées")
                        + ", non reproduites.");
    }

    /** A paragraph by line, whichever of the two versions has the line; a table by table. */
    static List<Block> blocks(Excerpt excerpt) {
        var blocks = new ArrayList<Block>();
        if (excerpt.skipped() > 0) {
            blocks.add(new Block.Paragraph(List.of(new Inline.Emphasis(List.of(new Inline.Text(
                    "… " + French.count(excerpt.skipped(), "ligne inchangée", "lignes inchangées")))))));
        }
        if (excerpt.isTable()) {
            blocks.add(rows(excerpt));
        } else {
            excerpt.lines()
                    .forEach(line ->
                            blocks.add(new Block.Paragraph(words(line.cells().getFirst()))));
        }
        return blocks;
    }

    private static Block rows(Excerpt excerpt) {
        var columns = IntStream.range(0, excerpt.width())
                .mapToObj(i -> new Block.Column(
                        i < excerpt.heads().size() ? said(excerpt.heads().get(i)) : "", Align.LEFT, 1))
                .toList();
        var rows = excerpt.lines().stream()
                .map(line -> new Block.Row(
                        Block.Emphasis.NONE,
                        IntStream.range(0, excerpt.width())
                                .mapToObj(i -> i < line.cells().size()
                                        ? words(line.cells().get(i))
                                        : List.<Inline>of())
                                .toList()))
                .toList();
        return new Block.Table("", columns, rows, "");
    }

    private static String said(List<DiffPart> parts) {
        return parts.stream().map(DiffPart::text).collect(Collectors.joining());
    }

    private static List<Inline> words(List<DiffPart> parts) {
        var line = new ArrayList<Inline>();
        parts.forEach(part -> add(line, part.kind(), part.text()));
        return line;
    }

    private static void add(List<Inline> line, DiffPart.Kind kind, String text) {
        var found = WORDS.matcher(text);
        if (!found.matches() || found.group(2).isEmpty()) {
            if (!line.isEmpty() && !text.isEmpty()) {
                line.add(new Inline.Text(" "));
            }
            return;
        }
        if (!found.group(1).isEmpty()) {
            line.add(new Inline.Text(" "));
        }
        var words = found.group(2);
        line.add(
                switch (kind) {
                    case SAME -> new Inline.Text(words);
                    case ADDED -> new Inline.Added(words);
                    case REMOVED -> new Inline.Removed(words);
                });
        if (!found.group(3).isEmpty()) {
            line.add(new Inline.Text(" "));
        }
    }
}
