package fr.maillage.documents;

import java.util.regex.Pattern;

/** The SVG of a figure: our own code makes it, yet it goes into a document only as well-formed XML without scripts. */
final class Drawing {

    private static final Pattern ROOT = Pattern.compile("<svg\\b[^>]*>");
    private static final Pattern VIEW_BOX =
            Pattern.compile("viewBox=\"\\s*[-0-9.]+[ ,]+[-0-9.]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)\\s*\"");

    private Drawing() {}

    /** The element with its alternative text, as the PDF engine expects it. */
    static String tagged(String svg, String alternative) {
        return withRoot(svg, " alt=\"" + Html.escape(alternative) + "\"");
    }

    /** The element with its alternative text, as a page shows it. */
    static String labelled(String svg, String alternative) {
        return withRoot(svg, " role=\"img\" aria-label=\"" + Html.escape(alternative) + "\"");
    }

    /** The element alone, sized by whoever draws it. */
    static String plain(String svg) {
        return withRoot(svg, "");
    }

    private static String withRoot(String svg, String attributes) {
        var root = ROOT.matcher(svg);
        if (!root.find()) {
            throw new IllegalArgumentException("not an <svg> element");
        }
        var tag = root.group().replaceAll("\\s(?:alt|role|width|height|class|style|aria-[a-z]+)=\"[^\"]*\"", "");
        if (!tag.contains("xmlns=")) {
            tag = tag.replaceFirst("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"");
        }
        return tag.substring(0, tag.length() - 1) + attributes + ">" + svg.substring(root.end());
    }

    /** Height divided by width. */
    static double ratio(String svg) {
        var box = VIEW_BOX.matcher(svg);
        if (!box.find()) {
            throw new IllegalArgumentException("an <svg> element without viewBox");
        }
        return Double.parseDouble(box.group(2)) / Double.parseDouble(box.group(1));
    }
}
