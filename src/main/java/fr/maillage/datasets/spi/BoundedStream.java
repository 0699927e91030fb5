package fr.maillage.datasets.spi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes up to a bound: a hostile file is refused before it fills the memory or keeps the program busy for days. */
public final class BoundedStream extends FilterInputStream {

    private final String refusal;
    private long left;

    /**
     * @param most bytes that may be read
     * @param refusal what to tell the person when there are more, in French
     */
    public BoundedStream(InputStream in, long most, String refusal) {
        super(in);
        this.left = most;
        this.refusal = refusal;
    }

    /** From here on as many bytes may be read, whatever was read before. */
    public void allow(long bytes) {
        left = bytes;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        take(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        take(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        take(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void take(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw new UnreadableFile(refusal);
        }
    }
}
