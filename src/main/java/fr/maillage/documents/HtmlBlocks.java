package fr.maillage.documents;

import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.Item;
import java.util.List;
import java.util.function.Function;

/**
 * Writes blocks as well-formed XHTML: for the PDF engine, and for the screen. Every text is escaped here and nowhere else.
 */
final class HtmlBlocks {

    /** Lines of text of a table that stays on one page. */
    private static final int SHORT = 14;

    /** Signs on a line of a table as wide as the page. */
    private static final int LINE = 105;

    private final StringBuilder html = new StringBuilder();
    private final Numbering numbering;
    private final Function<String, String> text;
    private final boolean screen;

    /**
     * @param text turns a text into escaped HTML
     * @param screen for a page, whose policy forbids inline styles and whose reader knows {@code aria-label}; else for the
     *     PDF engine
     */
    HtmlBlocks(Numbering numbering, Function<String, String> text, boolean screen) {
        this.numbering = numbering;
        this.text = text;
        this.screen = screen;
    }

    @Override
    public String toString() {
        return html.toString();
    }

    void write(List<Block> blocks) {
        blocks.forEach(this::write);
    }

    private void write(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph(var content) -> {
                html.append("<p>");
                inlines(content);
                html.append("</p>\n");
            }
            case Block.BulletList(var items) -> {
                html.append("<ul>\n");
                items.forEach(this::item);
                html.append("</ul>\n");
            }
            case Block.NumberedList(var start, var items) -> {
                html.append(start == 1 ? "<ol>\n" : "<ol start=\"" + start + "\">\n");
                items.forEach(this::item);
                html.append("</ol>\n");
            }
            case Block.Table table -> table(table);
            case Block.Figure figure -> figure(figure, figure.legend() == null ? "figure" : "figure avec-legende");
            case Block.SideBySide(var left, var right) -> {
                html.append("<div class=\"paire\">\n");
                figure(left, "figure moitie");
                figure(right, "figure moitie seconde");
                html.append("</div>\n");
            }
            case Block.Callout callout -> callout(callout);
            case Block.Facts facts -> facts(facts);
            case Block.PageBreak _ -> html.append("<div class=\"saut\"></div>\n");
        }
    }

    private void heading(Block.Heading heading) {
        html.append("<h").append(heading.level()).append(" id=\"").append(heading.anchor());
        html.append("\">").append(text.apply(heading.line()));
        html.append("</h").append(heading.level()).append(">\n");
    }

    /** An item of one paragraph holds its text directly, as lists do when they are written by hand. */
    private void item(Item item) {
        html.append("<li>");
        var content = item.content();
        if (!content.isEmpty() && content.getFirst() instanceof Block.Paragraph(var first)) {
            inlines(first);
            write(content.subList(1, content.size()));
        } else {
            write(content);
        }
        html.append("</li>\n");
    }

    private void table(Block.Table table) {
        if (!table.caption().isEmpty()) {
            html.append("<p class=\"legende\"><strong>Tableau\u00A0").append(numbering.nextTable());
            html.append(".</strong> ").append(text.apply(table.caption())).append("</p>\n");
        }
        html.append(isShort(table) ? "<table class=\"donnees court\">\n" : "<table class=\"donnees\">\n");
        widths(table.columns());
        html.append("<thead><tr>");
        for (var column : table.columns()) {
            html.append("<th scope=\"col\"").append(alignment(column.align())).append('>');
            html.append(text.apply(column.title())).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (var row : table.rows()) {
            html.append(rowStart(row.emphasis()));
            for (int i = 0; i < row.cells().size(); i++) {
                boolean names = i == 0 && row.cells().size() > 1;
                html.append(names ? "<th scope=\"row\"" : "<td");
                html.append(alignment(table.columns().get(i).align())).append('>');
                inlines(row.cells().get(i));
                html.append(names ? "</th>" : "</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
        if (!table.note().isEmpty()) {
            html.append("<p class=\"petit\">").append(text.apply(table.note())).append("</p>\n");
        }
    }

    /** Whether a table goes whole to the next page rather than in two: it leaves a third of a page empty at most. */
    private static boolean isShort(Block.Table table) {
        int share = LINE / table.columns().size();
        return table.rows().stream()
                        .mapToInt(row -> row.cells().stream()
                                .mapToInt(cell -> PlainText.of(List.of(new Block.Paragraph(cell)))
                                                        .length()
                                                / share
                                        + 1)
                                .max()
                                .orElse(1))
                        .sum()
                <= SHORT;
    }

    /** Columns of equal weight find their widths by themselves. */
    private void widths(List<Block.Column> columns) {
        if (columns.stream().mapToInt(Block.Column::weight).distinct().count() < 2) {
            return;
        }
        int total = columns.stream().mapToInt(Block.Column::weight).sum();
        html.append("<colgroup>");
        for (var column : columns) {
            html.append("<col width=\"")
                    .append(Math.round(column.weight() * 100.0 / total))
                    .append("%\"/>");
        }
        html.append("</colgroup>\n");
    }

    private static String rowStart(Emphasis emphasis) {
        return switch (emphasis) {
            case NONE -> "<tr>";
            case HIGHLIGHTED -> "<tr class=\"ici\">";
            case UNCERTAIN -> "<tr class=\"incertain\">";
            case TOTAL -> "<tr class=\"total\">";
        };
    }

    private static String alignment(Align align) {
        return switch (align) {
            case LEFT -> "";
            case CENTER -> " class=\"centre\"";
            case RIGHT -> " class=\"droite\"";
        };
    }

    private void figure(Block.Figure figure, String classes) {
        var legend = figure.legend();
        html.append("<div class=\"").append(classes).append("\">\n");
        html.append("<div class=\"dessin\">").append(drawing(figure));
        html.append("</div>\n<div class=\"lecture\">\n<p class=\"legende\"><strong>");
        html.append(figure.kind().label).append('\u00A0').append(numbering.nextFigure(figure.kind()));
        html.append(".</strong> ").append(text.apply(figure.caption())).append("</p>\n");
        if (legend != null) {
            legend(legend);
        }
        if (!figure.credit().isEmpty()) {
            html.append("<p class=\"petit\">")
                    .append(text.apply(figure.credit()))
                    .append("</p>\n");
        }
        html.append("</div>\n</div>\n");
    }

    private void legend(Block.Legend legend) {
        html.append("<table class=\"classes\">\n<thead><tr>");
        for (int i = 0; i < legend.headers().size(); i++) {
            html.append(i == 0 ? "<th scope=\"col\" class=\"classe\">" : "<th scope=\"col\" class=\"droite\">");
            html.append(text.apply(legend.headers().get(i))).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (var entry : legend.entries()) {
            html.append("<tr>");
            for (int i = 0; i < entry.cells().size(); i++) {
                html.append(i == 0 ? "<th scope=\"row\" class=\"classe\">" : "<td class=\"droite\">");
                if (i == 0) {
                    html.append(swatch(entry.colour()));
                }
                html.append(text.apply(entry.cells().get(i))).append(i == 0 ? "</th>" : "</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private String drawing(Block.Figure figure) {
        return screen
                ? Drawing.labelled(figure.svg(), figure.alternative())
                : Drawing.tagged(figure.svg(), figure.alternative());
    }

    private String swatch(String colour) {
        return screen
                ? "<svg class=\"couleur\" viewBox=\"0 0 24 12\" width=\"24\" height=\"12\" aria-hidden=\"true\">"
                        + "<rect width=\"24\" height=\"12\" fill=\"" + colour + "\"/></svg>\u00A0 "
                : "<span class=\"couleur\" style=\"background-color: " + colour
                        + "\">\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0</span>\u00A0 ";
    }

    private void callout(Block.Callout callout) {
        html.append("<div class=\"encadre\">\n");
        if (!callout.title().isEmpty()) {
            html.append("<p class=\"titre\"><strong>").append(text.apply(callout.title()));
            html.append("</strong></p>\n");
        }
        write(callout.content());
        html.append("</div>\n");
    }

    private void facts(Block.Facts facts) {
        html.append("<table class=\"faits\">\n<tbody>\n");
        for (var line : facts.lines()) {
            html.append("<tr><th scope=\"row\">")
                    .append(text.apply(line.label()))
                    .append("</th><td>");
            inlines(line.value());
            html.append("</td></tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private void inlines(List<Inline> inlines) {
        for (int i = 0; i < inlines.size(); i++) {
            if (i + 1 < inlines.size()
                    && inlines.get(i) instanceof Inline.Text(var words)
                    && inlines.get(i + 1) instanceof Inline.Note note) {
                cited(words, note);
                i++;
            } else {
                inline(inlines.get(i));
            }
        }
    }

    /** The call of a note never starts a line: it stays with the word before it. */
    private void cited(String words, Inline.Note note) {
        int lastWord = words.lastIndexOf(' ') + 1;
        html.append(text.apply(words.substring(0, lastWord))).append("<span class=\"ensemble\">");
        html.append(text.apply(words.substring(lastWord)));
        note(note);
        html.append("</span>");
    }

    private void inline(Inline inline) {
        switch (inline) {
            case Inline.Text(var words) -> html.append(text.apply(words));
            case Inline.Strong(var content) -> wrap("strong", content);
            case Inline.Emphasis(var content) -> wrap("em", content);
            case Inline.Link link -> link(link);
            case Inline.LineBreak _ -> html.append("<br/>");
            case Inline.Added added -> changed("ins", added.marked());
            case Inline.Removed removed -> changed("del", removed.marked());
            case Inline.Note note -> note(note);
        }
    }

    private void wrap(String tag, List<Inline> content) {
        html.append('<').append(tag).append('>');
        inlines(content);
        html.append("</").append(tag).append('>');
    }

    private void changed(String tag, String words) {
        html.append('<').append(tag).append('>').append(text.apply(words));
        html.append("</").append(tag).append('>');
    }

    private void link(Inline.Link link) {
        html.append("<a href=\"").append(Html.escape(link.href())).append("\" title=\"");
        html.append(Html.escape(link.href())).append("\">");
        inlines(link.content());
        html.append("</a>");
    }

    private void note(Inline.Note note) {
        html.append("<span class=\"note\" data-numero=\"").append(numbering.nextNote(note.source()));
        html.append("\">").append(text.apply(Notes.sentence(note))).append("</span>");
    }
}
