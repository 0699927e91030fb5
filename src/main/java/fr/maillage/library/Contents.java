package fr.maillage.library;

import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bytes of files, each once, in the database: saved, restored and written in the transaction of the act that keeps
 * them. They come and go piece by piece; no whole file is ever in memory (decision 0125).
 */
@Service
public class Contents {

    private static final int PIECE = 1024 * 1024;

    private final JdbcClient jdbc;
    private final Today today;

    Contents(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Keeps a file, unless these bytes are kept already. Two at once keep it once. */
    @Transactional
    String store(Path file, FileFormat format) throws IOException {
        var sha256 = sha256(file);
        int added = jdbc.sql("""
                        insert into library.content (sha256, size, format, stored_at, text_state)
                        values (:sha256, :size, :format, :at, :state) on conflict (sha256) do nothing
                        """)
                .param("sha256", sha256)
                .param("size", Files.size(file))
                .param("format", format.name())
                .param("at", Timestamp.from(today.instant()))
                .param("state", (format.isImage() ? TextState.IMAGE : TextState.WAITING).name())
                .update();
        if (added == 1) {
            storePieces(file, sha256);
        }
        return sha256;
    }

    private void storePieces(Path file, String sha256) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int ordinal = 0;
            for (var bytes = in.readNBytes(PIECE); bytes.length > 0; bytes = in.readNBytes(PIECE)) {
                jdbc.sql("insert into library.piece (sha256, ordinal, bytes) values (?, ?, ?)")
                        .params(sha256, ordinal++, bytes)
                        .update();
            }
        }
    }

    /**
     * Writes the bytes to a stream, which is left open.
     *
     * @throws NotFound when they are not kept
     * @throws IOException when the stream fails, or when what is kept is no longer what was sent
     */
    public void write(String sha256, OutputStream out) throws IOException {
        var digest = digest();
        int ordinal = 0;
        for (var bytes = piece(sha256, ordinal); bytes.length > 0; bytes = piece(sha256, ++ordinal)) {
            digest.update(bytes);
            out.write(bytes);
        }
        if (ordinal == 0) {
            throw new NotFound("content " + sha256);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new IOException("the content " + sha256 + " is damaged in the database");
        }
    }

    private byte[] piece(String sha256, int ordinal) {
        return jdbc.sql("select bytes from library.piece where sha256 = ? and ordinal = ?")
                .params(sha256, ordinal)
                .query(byte[].class)
                .optional()
                .orElse(new byte[0]);
    }

    private static String sha256(Path file) throws IOException {
        var digest = digest();
        var buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
