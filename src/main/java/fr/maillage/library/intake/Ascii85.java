package fr.maillage.library.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Bytes written with the printable signs of ASCII, as some programs put them into PDF. */
final class Ascii85 {

    private Ascii85() {}

    /** Up to the end mark {@code ~>}, or to the first sign that is none of the code. */
    static ByteBuffer decoded(ByteBuffer written) {
        var decoded = new ByteArrayOutputStream();
        long group = 0;
        int signs = 0;
        while (written.hasRemaining()) {
            int sign = written.get();
            if (sign == 'z' && signs == 0) {
                decoded.writeBytes(new byte[4]);
            } else if (sign >= '!' && sign <= 'u') {
                group = group * 85 + (sign - '!');
                if (++signs == 5) {
                    write(decoded, group, 4);
                    group = 0;
                    signs = 0;
                }
            } else if (sign > ' ') {
                break;
            }
        }
        if (signs > 1) {
            for (int i = signs; i < 5; i++) {
                group = group * 85 + 84;
            }
            write(decoded, group, signs - 1);
        }
        return ByteBuffer.wrap(decoded.toByteArray());
    }

    private static void write(ByteArrayOutputStream out, long group, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (group >> (24 - 8 * i)));
        }
    }
}
