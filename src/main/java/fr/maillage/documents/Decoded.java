package fr.maillage.documents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file whose encoding nobody told: UTF-8 or UTF-16 by their mark, else UTF-8 if it is strictly valid, else
 * Windows-1252, which French spreadsheets still write.
 */
final class Decoded {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Decoded() {}

    /** Null when the bytes are not text. */
    static @Nullable String of(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        var wide = unmarkedUtf16(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
        if (hasControls(bytes)) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    /** Latin text in UTF-16 has a zero in nearly every other byte, always on the same side. */
    private static @Nullable Charset unmarkedUtf16(byte[] bytes) {
        int sample = Math.min(bytes.length, 4_000) / 2 * 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < sample; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (sample < 4 || even + odd < sample * 0.4) {
            return null;
        }
        if (even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean hasControls(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return true;
            }
        }
        return false;
    }
}
