package fr.maillage.dossier.intake;

import fr.maillage.shared.French;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Word document whose package was found harmless, as a stream: its headings, paragraphs, lists and tables. What a
 * section cannot hold is counted, so that somebody is told. Words deleted under « Suivi des modifications » stay deleted.
 */
final class WordReader {

    /** Signs kept of a document: about two hundred pages. */
    private static final int LONGEST = 600_000;

    /** Cells that tables are written with, empty ones counted: a table is as wide as its widest row. */
    private static final int MOST_CELLS = 50_000;

    private static final int MOST_COLUMNS = 60;

    private final WordStyles styles = new WordStyles();
    private final WordPassages passages = new WordPassages();
    private int notes;
    private int comments;
    private int boxes;
    private int formulas;
    private int signs;
    private int written;
    private boolean cut;

    private WordReader() {}

    /** Empty passages when nothing can be read: the file is not the XML that its package announces. */
    static WordProject read(Path file) throws IOException {
        var reader = new WordReader();
        try (var zip = new ZipFile(file.toFile())) {
            reader.part(zip, "word/styles.xml", reader::readStyles);
            reader.part(zip, "word/numbering.xml", reader::readLists);
            reader.part(zip, "word/document.xml", reader::readBody);
        } catch (XMLStreamException broken) {
            return new WordProject(List.of(), List.of("La suite du fichier, qui est abîmée"));
        }
        return new WordProject(reader.passages.end(), reader.left());
    }

    private List<String> left() {
        var left = new ArrayList<String>();
        told(left, notes, "note de bas de page ou de fin", "notes de bas de page ou de fin");
        told(left, comments, "commentaire", "commentaires");
        told(left, boxes, "zone de texte", "zones de texte");
        told(left, formulas, "formule mathématique", "formules mathématiques");
        if (cut) {
            left.add("Ce qui suit les " + French.number(LONGEST) + " premiers signes");
        }
        return left;
    }

    private static void told(List<String> left, int count, String one, String many) {
        if (count > 0) {
            left.add(French.count(count, one, many));
        }
    }

    private interface PartReader {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    private void part(ZipFile zip, String name, PartReader reader) throws IOException, XMLStreamException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
            reader.read(factory.createXMLStreamReader(in));
        }
    }

    private void readStyles(XMLStreamReader xml) throws XMLStreamException {
        String id = null;
        String name = "";
        String basedOn = null;
        String list = null;
        Integer outline = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "style" -> {
                        id = attribute(xml, "styleId");
                        name = "";
                        basedOn = null;
                        list = null;
                        outline = null;
                    }
                    case "name" -> name = Objects.requireNonNullElse(attribute(xml, "val"), "");
                    case "basedOn" -> basedOn = attribute(xml, "val");
                    case "outlineLvl" -> outline = number(attribute(xml, "val"));
                    case "numId" -> list = attribute(xml, "val");
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("style")
                    && id != null) {
                styles.style(id, name, basedOn, outline, list);
                id = null;
            }
        }
    }

    private void readLists(XMLStreamReader xml) throws XMLStreamException {
        String abstractId = "";
        String list = "";
        int level = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "abstractNum" -> abstractId = String.valueOf(attribute(xml, "abstractNumId"));
                case "lvl" -> level = Objects.requireNonNullElse(number(attribute(xml, "ilvl")), 0);
                case "numFmt" -> styles.format(abstractId, level, String.valueOf(attribute(xml, "val")));
                case "num" -> list = String.valueOf(attribute(xml, "numId"));
                case "abstractNumId" -> styles.list(list, String.valueOf(attribute(xml, "val")));
                default -> {}
            }
        }
    }

    private void readBody(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "p" -> write(paragraph(xml));
                case "tbl" -> passages.table(table(xml));
                default -> {
                    // The body, and controls around paragraphs: what they hold comes next.
                }
            }
        }
    }

    private void write(WordParagraph paragraph) {
        for (int i = 0; i < paragraph.pictures(); i++) {
            passages.picture();
        }
        if (styles.isContents(paragraph.style())) {
            return;
        }
        int level = paragraph.outline() != null ? paragraph.outline() + 1 : styles.headingLevel(paragraph.style());
        var list = paragraph.list() != null ? paragraph.list() : styles.listOf(paragraph.style());
        if (level == 0 && list != null && !list.equals("0")) {
            passages.item(paragraph.markdown(), paragraph.depth(), styles.numbered(list, paragraph.depth()));
        } else {
            passages.paragraph(paragraph.words(), paragraph.markdown(), level, paragraph.bold());
        }
    }

    /** From the start of a table to its end; a table in a cell gives its words to the cell. */
    private List<List<String>> table(XMLStreamReader xml) throws XMLStreamException {
        var rows = new ArrayList<List<String>>();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        int tables = 1;
        while (tables > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "tbl" -> tables++;
                    case "tr" -> row = tables == 1 ? new ArrayList<>() : row;
                    case "p" -> {
                        var paragraph = paragraph(xml);
                        for (int i = 0; i < paragraph.pictures(); i++) {
                            passages.picture();
                        }
                        cell.append(cell.isEmpty() ? "" : " ").append(paragraph.markdown());
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "tbl" -> tables--;
                    case "tc" -> {
                        if (tables == 1) {
                            cut = cut || row.size() >= MOST_COLUMNS;
                            if (row.size() < MOST_COLUMNS) {
                                row.add(cell.toString());
                            }
                            cell.setLength(0);
                        }
                    }
                    case "tr" -> {
                        if (tables == 1 && row.stream().anyMatch(words -> !words.isBlank())) {
                            rows.add(row);
                        }
                    }
                    default -> {}
                }
            }
        }
        return bounded(rows);
    }

    /** A row of many cells makes each of the others as wide: what is left out is told with what follows it. */
    private List<List<String>> bounded(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int most = columns == 0 ? 0 : Math.max(0, MOST_CELLS - written) / columns;
        cut = cut || rows.size() > most && columns > 0;
        var kept = rows.size() > most ? rows.subList(0, most) : rows;
        written += kept.size() * columns;
        return kept;
    }

    /** From the start of a paragraph to its end. */
    private WordParagraph paragraph(XMLStreamReader xml) throws XMLStreamException {
        var found = new WordParagraph();
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    // The same box stands twice in a file, for two ages of Word; neither belongs to the paragraph.
                    case "txbxContent" -> {
                        boxes++;
                        skip(xml);
                    }
                    case "Fallback", "moveFrom" -> skip(xml);
                    case "footnoteReference", "endnoteReference" -> {
                        notes++;
                        depth++;
                    }
                    case "commentReference" -> {
                        comments++;
                        depth++;
                    }
                    case "oMath" -> {
                        formulas++;
                        skip(xml);
                    }
                    case "t" -> found.words(bounded(xml.getElementText()));
                    default -> {
                        depth++;
                        found.mark(xml.getLocalName(), attribute(xml, "val"));
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                found.end(xml.getLocalName());
            }
        }
        return found;
    }

    private String bounded(String words) {
        signs += words.length();
        cut = cut || signs > LONGEST;
        return cut ? "" : words;
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** An attribute by its name, whatever its namespace. */
    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,4}") ? Integer.valueOf(text) : null;
    }
}
