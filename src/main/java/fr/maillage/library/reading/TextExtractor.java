package fr.maillage.library.reading;

import fr.maillage.documents.WorkbookRows;
import fr.maillage.library.FileFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the text of an accepted file. Whatever the file holds, it answers: at worst that the text cannot be read. */
public final class TextExtractor {

    private static final Logger LOG = LoggerFactory.getLogger(TextExtractor.class);

    private static final Pattern WORD =
            Pattern.compile("word/(document|footnotes|endnotes|header\\d*|footer\\d*)\\.xml");
    private static final Pattern SLIDES = Pattern.compile("ppt/(slides/slide|notesSlides/notesSlide)\\d+\\.xml");
    private static final Pattern CONTENT = Pattern.compile("content\\.xml");

    private TextExtractor() {}

    public static Extracted of(Path file, FileFormat format) {
        try {
            return switch (format) {
                case PDF -> PdfText.of(file);
                case DOCX -> PackageText.of(file, WORD, "t");
                case PPTX -> PackageText.of(file, SLIDES, "t");
                case ODT, ODS -> PackageText.of(file, CONTENT, null);
                case XLSX -> workbook(file);
                case PNG, JPEG -> Extracted.IMAGE;
            };
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            LOG.info("The text of a {} could not be read: {}", format, broken.toString());
            return Extracted.UNREADABLE;
        }
    }

    private static Extracted workbook(Path file) throws IOException {
        var buffer = new TextBuffer();
        var whole = new boolean[] {true};
        var refused = WorkbookRows.read(file, _ -> true, (_, _, cells) -> {
            try {
                buffer.add(String.join(" ", cells) + " ");
                return WorkbookRows.Next.GO_ON;
            } catch (TextBuffer.Enough enough) {
                whole[0] = false;
                return WorkbookRows.Next.STOP;
            }
        });
        return refused == null ? buffer.extracted(whole[0]) : Extracted.UNREADABLE;
    }
}
