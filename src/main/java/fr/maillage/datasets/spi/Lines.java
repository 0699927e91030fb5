package fr.maillage.datasets.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/** The lines of a text file one by one, with their positions in bytes, so that a reading can resume between two. */
public final class Lines implements AutoCloseable {

    private static final int LONGEST = 1 << 20;

    private final InputStream bytes;
    private final Charset charset;
    private final byte[] buffer = new byte[1 << 17];
    private int from;
    private int to;
    private byte[] line = new byte[1 << 12];
    private int length;
    private long position;
    private long number;

    /**
     * @param position of the first byte to read
     * @param number of the line before it
     */
    public Lines(SourceFile file, Charset charset, long position, long number) throws IOException {
        this.bytes = file.open(position);
        this.charset = charset;
        this.position = position;
        this.number = number;
    }

    /**
     * Goes to the next line.
     *
     * @return false at the end of the file
     * @throws UnreadableFile when a line has more than a million bytes: this is no table
     */
    public boolean next() throws IOException {
        length = 0;
        while (true) {
            if (from == to) {
                to = bytes.read(buffer);
                from = 0;
                if (to <= 0) {
                    to = 0;
                    if (length == 0) {
                        return false;
                    }
                    number++;
                    return true;
                }
            }
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            keep(from, end);
            position += end - from;
            from = end;
            if (end < to) {
                from++;
                position++;
                number++;
                if (length > 0 && line[length - 1] == '\r') {
                    length--;
                }
                return true;
            }
        }
    }

    /** The line without its end, nor the mark that begins some files. */
    public String text() {
        var text = new String(line, 0, length, charset);
        return number == 1 && !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
    }

    /** Position of the byte after the line and its end. */
    public long position() {
        return position;
    }

    /** Number of the line, from 1. */
    public long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private void keep(int begin, int end) {
        int more = end - begin;
        if (length + more > LONGEST) {
            throw new UnreadableFile("La ligne " + (number + 1) + " est trop longue : ce fichier n’est pas une table.");
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        }
        System.arraycopy(buffer, begin, line, length, more);
        length += more;
    }
}
