package fr.maillage.library.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * The text of the parts of an Office or LibreOffice document, as a stream: a document of fifty megabytes takes no more
 * memory than one of fifty kilobytes. POI would hold the whole of it.
 */
final class PackageText {

    /** Elements after which a word cannot go on. */
    private static final Set<String> ENDS = Set.of("p", "h", "br", "tab", "tc", "line-break", "cr");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private PackageText() {}

    /**
     * @param parts the parts that hold text
     * @param holder the element whose text counts, {@code t} in Office; all of it when null
     */
    static Extracted of(Path file, Pattern parts, @org.jspecify.annotations.Nullable String holder) throws IOException {
        var buffer = new TextBuffer();
        boolean whole = true;
        try (var zip = new ZipFile(file.toFile())) {
            for (var part : matching(zip, parts)) {
                try (var in = zip.getInputStream(part)) {
                    read(in, holder, buffer);
                }
                buffer.add(" ");
            }
        } catch (TextBuffer.Enough enough) {
            whole = false;
        } catch (XMLStreamException broken) {
            return Extracted.UNREADABLE;
        }
        return buffer.extracted(whole);
    }

    /** In the order of people: slide 2 before slide 10. */
    private static List<? extends ZipEntry> matching(ZipFile zip, Pattern parts) {
        return zip.stream()
                .filter(entry -> parts.matcher(entry.getName()).matches())
                .sorted(Comparator.<ZipEntry>comparingInt(entry -> number(entry.getName()))
                        .thenComparing(ZipEntry::getName))
                .toList();
    }

    private static int number(String name) {
        var found = NUMBER.matcher(name);
        return found.find() && found.group().length() < 9 ? Integer.parseInt(found.group()) : 0;
    }

    private static void read(InputStream in, @org.jspecify.annotations.Nullable String holder, TextBuffer buffer)
            throws IOException, XMLStreamException {
        var xml = factory().createXMLStreamReader(in);
        int inside = holder == null ? 1 : 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (xml.getLocalName().equals(holder)) {
                        inside++;
                    } else if (xml.getLocalName().equals("s")) {
                        // LibreOffice writes runs of spaces so
                        buffer.add(" ");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals(holder)) {
                        inside--;
                    } else if (ENDS.contains(xml.getLocalName())) {
                        buffer.add(" ");
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inside > 0) {
                        buffer.add(xml.getText());
                    }
                }
                default -> buffer.check();
            }
        }
    }

    /** Nothing from outside the part is ever read, and no entity is ever unfolded. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
