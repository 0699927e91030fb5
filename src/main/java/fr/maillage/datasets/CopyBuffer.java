package fr.maillage.datasets;

import fr.maillage.datasets.spi.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of one table on their way to {@code copy … from stdin}, PostgreSQL's fastest way in. */
final class CopyBuffer {

    private static final int ASCII = 0x80;

    private final Target target;
    private byte[] bytes = new byte[1 << 20];
    private int length;
    private int rows;

    CopyBuffer(Target target) {
        this.target = target;
    }

    void add(@Nullable Object... values) {
        if (values.length != target.columns().size()) {
            throw new IllegalArgumentException(
                    target + " takes " + target.columns().size() + " values");
        }
        for (int i = 0; i < values.length; i++) {
            var text = values[i] == null ? null : values[i].toString();
            // A sign takes at most three bytes by char, or an escape two; then the separator.
            reserve(text == null ? 3 : 3 * text.length() + 1);
            if (i > 0) {
                bytes[length++] = '\t';
            }
            if (text == null) {
                bytes[length++] = '\\';
                bytes[length++] = 'N';
            } else {
                write(text);
            }
        }
        reserve(1);
        bytes[length++] = '\n';
        rows++;
    }

    int size() {
        return length;
    }

    void flush(Connection connection) throws SQLException, IOException {
        if (rows == 0) {
            return;
        }
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target.table() + " (" + String.join(", ", target.columns()) + ") from stdin");
        try {
            copy.writeToCopy(bytes, 0, length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        length = 0;
        rows = 0;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** The text format of COPY: a backslash before what it would take for its own signs. PostgreSQL refuses NUL. */
    private void write(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign >= ASCII) {
                writeBeyondAscii(text, i);
                return;
            }
            switch (sign) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                case 0 -> bytes[length++] = ' ';
                default -> bytes[length++] = (byte) sign;
            }
        }
    }

    private void writeBeyondAscii(String text, int from) {
        for (byte encoded : text.substring(from).getBytes(StandardCharsets.UTF_8)) {
            switch (encoded) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                case 0 -> bytes[length++] = ' ';
                default -> bytes[length++] = encoded;
            }
        }
    }

    private void escape(char sign) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) sign;
    }
}
