package fr.maillage.documents;

import java.util.List;

/** Writes the runs of a paragraph; gathers the notes and the addresses that they refer to. */
final class WordText {

    private final DocxPackage docx;
    private final Numbering numbering;
    private final StringBuilder notes = new StringBuilder();

    WordText(DocxPackage docx, Numbering numbering) {
        this.docx = docx;
        this.numbering = numbering;
    }

    /** @param properties of every run, such as {@code <w:b/>} */
    String runs(List<Inline> inlines, String properties) {
        var xml = new StringBuilder();
        for (var inline : inlines) {
            switch (inline) {
                case Inline.Text(var words) -> xml.append(Word.runs(words, properties));
                case Inline.Strong(var content) -> xml.append(runs(content, with(properties, "<w:b/><w:bCs/>")));
                case Inline.Emphasis(var content) -> xml.append(runs(content, with(properties, "<w:i/><w:iCs/>")));
                case Inline.Link link -> xml.append(link(link, properties));
                case Inline.LineBreak _ -> xml.append("<w:r><w:br/></w:r>");
                case Inline.Added added ->
                    xml.append(Word.runs(added.marked(), properties + "<w:u w:val=\"single\"/>"));
                case Inline.Removed removed -> xml.append(Word.runs(removed.marked(), properties + "<w:strike/>"));
                case Inline.Note note -> xml.append(note(note));
            }
        }
        return xml.toString();
    }

    /** In the order of the schema, once each: bold comes before italic. */
    private static String with(String properties, String added) {
        if (properties.contains(added)) {
            return properties;
        }
        return added.startsWith("<w:b/>") ? added + properties : properties + added;
    }

    private String link(Inline.Link link, String properties) {
        return "<w:hyperlink r:id=\"" + docx.link(link.href()) + "\">"
                + runs(
                        link.content(),
                        "<w:rStyle w:val=\"Hyperlink\"/>" + properties.replace("<w:rStyle w:val=\"Hyperlink\"/>", ""))
                + "</w:hyperlink>";
    }

    private String note(Inline.Note note) {
        int number = numbering.nextNote(note.source());
        notes.append("<w:footnote w:id=\"").append(number).append("\">");
        notes.append(Word.paragraph(
                "FootnoteText",
                "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>"
                        + Word.runs("\u00A0" + Notes.sentence(note), "")));
        notes.append("</w:footnote>\n");
        return "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"" + number
                + "\"/></w:r>";
    }

    String footnotes() {
        return Word.XML + "<w:footnotes " + Word.NAMESPACES + ">\n"
                + "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:after=\"60\"/></w:pPr>"
                + "<w:r><w:separator/></w:r></w:p></w:footnote>\n"
                + "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"
                + "</w:footnote>\n" + notes + "</w:footnotes>";
    }
}
