package fr.maillage.documents;

import fr.maillage.documents.Opening.Fact;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The whole XHTML page of a document, as the PDF engine takes it. */
final class Paper {

    private static final Pattern RAISED = Pattern.compile("[" + Raised.LETTERS + "]+");

    /** Lines of the contents that a page holds without drawing them closer. */
    private static final int ONE_PAGE = 30;

    private Paper() {}

    static String xhtml(Document document) {
        var numbering = new Numbering();
        var body = new HtmlBlocks(numbering, Paper::text, false);
        body.write(document.body());
        var sources = numbering.sources();
        body.write(sources);
        var outline = Stream.concat(document.body().stream(), sources.stream())
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .toList();
        return """
                <!DOCTYPE html [<!ENTITY nbsp "&#160;">]>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="fr-FR" xml:lang="fr-FR">
                <head>
                <title>%s</title>
                <meta name="author" content="%s"/>
                <meta name="subject" content="%s"/>
                <meta name="description" content="%s"/>
                <bookmarks>%s</bookmarks>
                <style>%s</style>
                </head>
                <body%s>
                %s%s
                </body>
                </html>
                """.formatted(
                        attribute(fullTitle(document)),
                        attribute(document.organisation()),
                        attribute(document.version()),
                        attribute(document.version()),
                        bookmarks(outline),
                        css(document),
                        bodyClass(document.opening()),
                        opening(document, outline),
                        chapters(body.toString(), document.opening().isBook()));
    }

    static String fullTitle(Document document) {
        return document.title() + ", " + document.organisation();
    }

    /** The header of every page at the right. */
    static String headerTitle(Document document) {
        return document.draft() ? document.title() + " – " + Drafts.mention(document) : document.title();
    }

    private static String bodyClass(Opening opening) {
        return switch (opening) {
            case Opening.Letterhead _ -> " class=\"courrier\"";
            case Opening.Cover cover -> cover.brief() ? " class=\"bref\"" : "";
        };
    }

    private static String chapters(String body, boolean onNewPages) {
        return onNewPages ? body.replace("<h1 id=", "<h1 class=\"chapitre\" id=") : body;
    }

    private static String opening(Document document, List<Block.Heading> outline) {
        return switch (document.opening()) {
            case Opening.Cover cover -> cover(document, cover) + (cover.brief() ? "" : contents(outline));
            case Opening.Letterhead head -> letterhead(document, head);
        };
    }

    private static String cover(Document document, Opening.Cover cover) {
        var html = new StringBuilder("<div class=\"couverture\">\n<div class=\"haut\">\n");
        var logo = Logo.of(cover.logo());
        if (logo != null) {
            html.append("<img class=\"logo\" alt=\"Logo : ").append(attribute(document.organisation()));
            html.append("\" src=\"data:image/png;base64,");
            html.append(Base64.getEncoder().encodeToString(logo.png())).append("\"/>\n");
        }
        html.append(sender(document, cover.region()));
        html.append("<p class=\"titre\">").append(text(document.title()));
        html.append("</p><p class=\"sous-titre\">")
                .append(text(cover.subtitle()))
                .append("</p></div>\n");
        html.append("<div class=\"territoire\">");
        var artwork = cover.artwork();
        if (artwork != null) {
            html.append(Drawing.tagged(artwork.svg(), artwork.alternative()));
        }
        html.append("</div>\n<div class=\"pied\">").append(facts(cover.facts()));
        if (!cover.credit().isEmpty()) {
            html.append("<p class=\"credit\">").append(text(cover.credit())).append("</p>");
        }
        return html.append("</div>\n</div>\n").toString();
    }

    private static String sender(Document document, String region) {
        return "<div class=\"emetteur\"><p class=\"nom\">" + text(document.organisation()) + "</p><p class=\"region\">"
                + text(region) + "</p></div>\n";
    }

    private static String letterhead(Document document, Opening.Letterhead head) {
        return "<div class=\"lettre\">" + sender(document, head.region()) + "<h1>" + text(document.title()) + "</h1>\n"
                + (head.facts().isEmpty() ? "" : facts(head.facts())) + "</div>\n";
    }

    private static String facts(List<Fact> facts) {
        var html = new StringBuilder("<table class=\"faits\"><tbody>");
        for (var fact : facts) {
            html.append("<tr><th scope=\"row\">").append(text(fact.label())).append("</th><td>");
            html.append(text(fact.value())).append("</td></tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    private static String contents(List<Block.Heading> outline) {
        var html = new StringBuilder(
                "<div class=\"sommaire" + (outline.size() > ONE_PAGE ? " serre" : "") + "\">\n<h1>Sommaire</h1>\n");
        for (var heading : outline) {
            if (heading.level() <= 3) {
                html.append("<p class=\"niveau-").append(heading.level()).append("\"><a href=\"#");
                html.append(heading.anchor()).append("\" title=\"").append(attribute(heading.line()));
                html.append("\">").append(text(heading.line())).append("</a></p>\n");
            }
        }
        return html.append("</div>\n").toString();
    }

    /** Nested as the headings are; a level never jumps by more than one in a document of ours. */
    private static String bookmarks(List<Block.Heading> outline) {
        var html = new StringBuilder();
        int open = 0;
        for (var heading : outline) {
            int level = Math.min(heading.level(), open + 1);
            for (; open >= level; open--) {
                html.append("</bookmark>");
            }
            html.append("<bookmark name=\"").append(attribute(heading.line()));
            html.append("\" href=\"#").append(heading.anchor()).append("\">");
            open = level;
        }
        return html.append("</bookmark>".repeat(open)).toString();
    }

    private static String css(Document document) {
        return Fonts.CSS
                .replace("var-organisation", quoted(document.organisation()))
                .replace("var-title", quoted(headerTitle(document)))
                .replace("var-version", quoted(document.version()));
    }

    /** A CSS string inside XHTML: both languages escaped. */
    private static String quoted(String text) {
        var plain = Plain.of(paper(text))
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", " ");
        return "\"" + plain.replace("&", "&amp;").replace("<", "&lt;") + "\"";
    }

    private static String attribute(String text) {
        return Html.escape(Typography.french(text));
    }

    static String text(String text) {
        var escaped = Html.escape(paper(text));
        return RAISED.matcher(escaped).replaceAll(raised -> "<sup>" + Raised.lowered(raised.group()) + "</sup>");
    }

    /** The embedded font has a thin space (kept from breaking by {@link FrenchLines}) but no narrow no-break one. */
    private static String paper(String text) {
        return Typography.french(text).replace('\u202F', '\u2009');
    }
}
