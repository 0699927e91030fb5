package fr.maillage.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The refused lines of a job as a CSV file that a spreadsheet opens: number, reason, content. Its length goes with the
 * position of the job; a resumed job cuts what was written beyond it.
 */
final class RefusalReport implements AutoCloseable {

    private static final int LONGEST_CONTENT = 300;
    private static final String HEADER = "\uFEFFligne;raison;contenu\r\n";

    private final FileChannel channel;
    private final StringBuilder waiting = new StringBuilder();

    RefusalReport(Path path, long length) {
        try {
            Files.createDirectories(path.getParent());
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(length);
            channel.position(channel.size());
            if (channel.size() == 0) {
                waiting.append(HEADER);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(long line, String content, String reason) {
        waiting.append(line).append(';');
        cell(reason);
        waiting.append(';');
        cell(content.length() > LONGEST_CONTENT ? content.substring(0, LONGEST_CONTENT) + "…" : content);
        waiting.append("\r\n");
    }

    int waiting() {
        return waiting.length();
    }

    /** What was added since the last call. */
    byte[] take() {
        var bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
        waiting.setLength(0);
        return bytes;
    }

    /** @return the length of the file, all of it on the disk */
    long write(byte[] taken) throws IOException {
        if (taken.length > 0) {
            var bytes = ByteBuffer.wrap(taken);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return channel.size();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Always between quotes; an apostrophe keeps a spreadsheet from running what looks like a formula. */
    private void cell(String text) {
        waiting.append('"');
        if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            waiting.append('\'');
        }
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            waiting.append(sign == '"' ? "\"\"" : Character.isISOControl(sign) ? " " : String.valueOf(sign));
        }
        waiting.append('"');
    }
}
