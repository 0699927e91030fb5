package fr.maillage.datasets.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The encoding of a text file, read from its beginning: UTF-8 when that is strictly valid, else Windows-1252. */
public final class TextEncoding {

    private static final int SAMPLE = 1 << 20;

    /** A sign of UTF-8 has at most four bytes: the last three of a sample may be the beginning of one. */
    private static final int CUT = 3;

    private TextEncoding() {}

    /** @throws UnreadableFile when the bytes are not text */
    public static Charset of(SourceFile file) throws IOException {
        var head = file.head(SAMPLE);
        for (byte sign : head) {
            if (sign == 0) {
                throw new UnreadableFile("Ce fichier n’est pas un fichier texte.");
            }
        }
        return isUtf8(head) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static boolean isUtf8(byte[] head) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.wrap(head);
        var result = decoder.decode(bytes, CharBuffer.allocate(head.length + 1), false);
        return !result.isError() && (head.length < SAMPLE || bytes.remaining() <= CUT);
    }
}
