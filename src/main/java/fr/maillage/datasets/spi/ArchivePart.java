package fr.maillage.datasets.spi;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The inflated bytes of one part of a ZIP archive, checked at their end: {@link ZipFile} alone believes what it reads. */
final class ArchivePart extends CheckedInputStream {

    private final ZipFile archive;
    private final long crc;

    private ArchivePart(ZipFile archive, ZipEntry part, InputStream bytes) {
        super(bytes, new CRC32());
        this.archive = archive;
        this.crc = part.getCrc();
    }

    static ArchivePart open(Path file, String name) throws IOException {
        var archive = new ZipFile(file.toFile());
        try {
            var part = archive.getEntry(name);
            if (part == null) {
                throw new FileNotFoundException(file + ": " + name);
            }
            return new ArchivePart(archive, part, archive.getInputStream(part));
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return checked(super.read(bytes, from, length));
    }

    private int checked(int read) throws IOException {
        if (read < 0 && getChecksum().getValue() != crc) {
            throw new ZipException("invalid checksum");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
