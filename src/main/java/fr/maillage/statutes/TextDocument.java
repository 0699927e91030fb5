package fr.maillage.statutes;

import fr.maillage.documents.Block;
import fr.maillage.documents.Document;
import fr.maillage.documents.Inline;
import fr.maillage.documents.Opening;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text of the association as a document, with the places of its date and of its two signatures. */
final class TextDocument {

    /** How many sign: the declaration of an association asks for two people at least. */
    static final int SIGNATURES = 2;

    private TextDocument() {}

    /**
     * The signed act.
     *
     * @param on day of the adoption
     * @param body the assembly that adopted it, in words
     * @param place where it was signed
     */
    record Act(LocalDate on, String body, String place) {}

    /** As the team writes it, marked on every page while something forbids to adopt it. */
    static Document draft(TextKind kind, Work work, List<Printed> articles, int blocking, LocalDate day) {
        var version = "Projet du " + French.date(day)
                + (blocking == 0 ? "" : ", " + French.count(blocking, "point à corriger", "points à corriger"));
        return document(kind, work.facts(), articles, version, blocking > 0, day, null);
    }

    static Document adopted(TextKind kind, KnownFacts facts, List<Printed> articles, Act act, LocalDate day) {
        var version = (kind == TextKind.STATUTES ? "Adoptés le " : "Adopté le ") + French.date(act.on());
        return document(kind, facts, articles, version, false, day, act);
    }

    private static Document document(
            TextKind kind,
            KnownFacts facts,
            List<Printed> articles,
            String version,
            boolean draft,
            LocalDate day,
            @Nullable Act act) {
        var association = facts.association();
        var head = new ArrayList<Opening.Fact>();
        if (association.rna() != null) {
            head.add(new Opening.Fact("Numéro RNA", association.rna()));
        }
        if (association.siret() != null) {
            head.add(new Opening.Fact("Numéro SIRET", association.siret()));
        }
        head.add(new Opening.Fact("État", version));
        var body = new ArrayList<Block>();
        for (var article : articles) {
            if (article.number() > 0) {
                body.add(new Block.Heading(2, "", article.heading(), "article-" + article.key()));
                body.addAll(blocks(article));
            }
        }
        body.add(Block.paragraph(length(kind, articles)));
        body.addAll(signatures(facts, act));
        return new Document(
                Objects.requireNonNullElse(association.name(), facts.community()),
                kind.title(),
                version,
                draft,
                day,
                new Opening.Letterhead(Objects.requireNonNullElse(association.seat(), ""), head),
                body);
    }

    /** Said above the signatures, which may stand alone on their page: what is signed cannot be made longer afterwards. */
    private static String length(TextKind kind, List<Printed> articles) {
        var count = articles.stream().filter(article -> article.number() > 0).count();
        return switch (kind) {
            case STATUTES -> "Les présents statuts comptent " + count + " articles.";
            case INTERNAL_RULES -> "Le présent règlement intérieur compte " + count + " articles.";
        };
    }

    private static List<Block> blocks(Printed article) {
        var blocks = new ArrayList<Block>();
        for (var part : article.parts()) {
            if (!part.text().isEmpty()) {
                blocks.add(new Block.Paragraph(inlines(part.text())));
            }
            if (!part.lines().isEmpty()) {
                blocks.add(new Block.BulletList(part.lines().stream()
                        .map(line -> new Block.Item(List.of(new Block.Paragraph(inlines(line)))))
                        .toList()));
            }
            if (!part.colleges().isEmpty()) {
                blocks.add(colleges(part.colleges()));
            }
        }
        return blocks;
    }

    private static List<Inline> inlines(List<Printed.Piece> pieces) {
        var inlines = new ArrayList<Inline>();
        for (var piece : pieces) {
            var lines = piece.words().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (i > 0) {
                    inlines.add(new Inline.LineBreak());
                }
                inlines.add(new Inline.Text(lines.get(i)));
            }
        }
        return inlines;
    }

    private static Block colleges(List<College> colleges) {
        var rows = new ArrayList<Block.Row>();
        for (var college : colleges) {
            rows.add(Block.Row.of(
                    college.name(), college.who(), String.valueOf(college.seats()), String.valueOf(college.weight())));
        }
        var seats = colleges.stream().mapToInt(College::seats).sum();
        rows.add(new Block.Row(
                Block.Emphasis.TOTAL,
                List.of(Inline.text("Total"), Inline.text(""), Inline.text(String.valueOf(seats)), Inline.text(""))));
        return new Block.Table(
                "",
                List.of(
                        new Block.Column("Collège", Block.Align.LEFT, 4),
                        new Block.Column("Qui le compose", Block.Align.LEFT, 8),
                        new Block.Column("Sièges au conseil", Block.Align.RIGHT, 3),
                        new Block.Column("Poids d’une voix", Block.Align.RIGHT, 3)),
                rows,
                "");
    }

    private static List<Block> signatures(KnownFacts facts, @Nullable Act act) {
        var place = act == null ? facts.words(KnownFacts.Fact.TOWN).orElse(Wording.DOTS) : act.place();
        var day = act == null ? Wording.DOTS + Wording.DOTS : French.date(act.on());
        var blocks = new ArrayList<Block>();
        if (act != null) {
            blocks.add(Block.paragraph("Texte adopté par "
                    + act.body().substring(0, 1).toLowerCase(Locale.FRENCH)
                    + act.body().substring(1) + ", le "
                    + day + "."));
        }
        blocks.add(Block.paragraph("Fait à " + place + ", le " + day + "."));
        var signatories = facts.signatories();
        var names = new ArrayList<List<Inline>>();
        var functions = new ArrayList<List<Inline>>();
        var room = new ArrayList<List<Inline>>();
        for (int i = 0; i < SIGNATURES; i++) {
            var known = i < signatories.size();
            names.add(Inline.text(known ? signatories.get(i).name() : Wording.DOTS));
            functions.add(Inline.text(known ? signatories.get(i).function() : Wording.DOTS));
            room.add(List.of(
                    new Inline.Text("Signature"),
                    new Inline.LineBreak(),
                    new Inline.LineBreak(),
                    new Inline.LineBreak(),
                    new Inline.Text("\u00A0")));
        }
        blocks.add(new Block.Table(
                "",
                List.of(
                        new Block.Column("Première signature", Block.Align.LEFT, 1),
                        new Block.Column("Seconde signature", Block.Align.LEFT, 1)),
                List.of(
                        new Block.Row(Block.Emphasis.NONE, names),
                        new Block.Row(Block.Emphasis.NONE, functions),
                        new Block.Row(Block.Emphasis.NONE, room)),
                ""));
        return blocks;
    }
}
