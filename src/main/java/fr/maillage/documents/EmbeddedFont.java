package fr.maillage.documents;

import java.util.HexFormat;

/** Fonts inside a DOCX file are obfuscated with a key that stands beside them (ECMA-376, part 4, section 2.8.1). */
final class EmbeddedFont {

    /** The key of {@code fontTable.xml}, without braces nor hyphens. */
    private static final byte[] KEY = HexFormat.of().parseHex("7A5D3C104E2B4F619C0E0D5467F2B91D");

    private EmbeddedFont() {}

    /** The first 32 bytes are combined with the key, read backwards, twice. */
    static byte[] obfuscated(byte[] font) {
        var copy = font.clone();
        for (int i = 0; i < 32; i++) {
            copy[i] ^= KEY[KEY.length - 1 - i % KEY.length];
        }
        return copy;
    }
}
