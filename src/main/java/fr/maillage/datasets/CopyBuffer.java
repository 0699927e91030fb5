package fr.maillage.datasets;

import fr.maillage.datasets.spi.Target;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of one table on their way to {@code copy … from stdin}, PostgreSQL's fastest way in. */
final class CopyBuffer {

    private static final byte[] NULL = {'\\', 'N'};

    private final Target target;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
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
            if (i > 0) {
                bytes.write('\t');
            }
            var value = values[i];
            if (value == null) {
                bytes.writeBytes(NULL);
            } else {
                write(value.toString());
            }
        }
        bytes.write('\n');
        rows++;
    }

    int size() {
        return bytes.size();
    }

    void flush(Connection connection) throws SQLException, IOException {
        if (rows == 0) {
            return;
        }
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy " + target.table() + " (" + String.join(", ", target.columns()) + ") from stdin",
                        new ByteArrayInputStream(bytes.toByteArray()));
        bytes.reset();
        rows = 0;
    }

    /** The text format of COPY: a backslash before what it would take for its own signs. PostgreSQL refuses NUL. */
    private void write(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        for (int i = 0; i < encoded.length; i++) {
            int replacement = switch (encoded[i]) {
                case '\\' -> '\\';
                case '\t' -> 't';
                case '\n' -> 'n';
                case '\r' -> 'r';
                case 0 -> ' ';
                default -> -1;
            };
            if (replacement >= 0) {
                bytes.write(encoded, from, i - from);
                if (replacement != ' ') {
                    bytes.write('\\');
                }
                bytes.write(replacement);
                from = i + 1;
            }
        }
        bytes.write(encoded, from, encoded.length - from);
    }
}
