package fr.maillage.library.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What the compressed streams of a PDF would inflate to, found without a PDF reader: one would hold a whole stream in
 * memory before anybody could count. Pictures are left out, since reading text never inflates them.
 */
final class PdfStreams {

    /** Bytes that one stream may inflate to: the text of a thousand pages takes a few megabytes. */
    private static final long MAX_STREAM = 24L * 1024 * 1024;

    private static final long MAX_ALL = 400L * 1024 * 1024;

    /** Filters that are seldom used nowadays and can grow a thousandfold are refused above this raw size. */
    private static final int MAX_OLD_FILTER = 512 * 1024;

    /** Where the dictionary of a stream begins, at most so far before it. */
    private static final int DICTIONARY = 2_048;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    /** A scan of one page at 600 points per inch. */
    private static final long MAX_IMAGE = 160L * 1024 * 1024;

    private static final Pattern IMAGE = Pattern.compile("/Subtype\\s*/Image\\b");
    private static final Pattern STRUCTURE = Pattern.compile("/Type\\s*/(ObjStm|XRef)\\b");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s*(<<|\\d+\\s+\\d+\\s+R)");
    private static final Pattern ASCII_85 = Pattern.compile("/(ASCII85Decode|A85)\\b");
    private static final Pattern ASCII_HEX = Pattern.compile("/Filter\\s*\\[\\s*/(ASCIIHexDecode|AHx)\\s*/");
    private static final Pattern TWICE =
            Pattern.compile("/Filter\\s*\\[[^\\]]*/(Fl|LZW|RL|Run)\\w*[^\\]]*/(Fl|LZW|RL|Run)");
    private static final Pattern OLD_FILTER = Pattern.compile("/(LZWDecode|LZW|RunLengthDecode|RL)\\b");

    private PdfStreams() {}

    enum Verdict {
        FINE,
        TOO_MUCH,
        ENCRYPTED
    }

    /** The file is mapped: its pages belong to the system, not to the memory of the program. */
    static Verdict look(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            long all = 0;
            int done = 0;
            for (int at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
                var dictionary = dictionary(bytes, at);
                if (ENCRYPTED.matcher(dictionary).find()) {
                    return Verdict.ENCRYPTED;
                }
                boolean image = IMAGE.matcher(dictionary).find()
                        && !STRUCTURE.matcher(dictionary).find();
                if (!image && isSuspect(dictionary, bytes.limit())) {
                    return Verdict.TOO_MUCH;
                }
                long most = image ? MAX_IMAGE : MAX_STREAM;
                long inflated = inflated(data(bytes, at, dictionary), most);
                all += image ? 0 : inflated;
                if (inflated > most || all > MAX_ALL) {
                    return Verdict.TOO_MUCH;
                }
                done = at;
            }
            return encryptedAfter(bytes, done) ? Verdict.ENCRYPTED : Verdict.FINE;
        }
    }

    private static boolean isSuspect(String dictionary, int size) {
        return TWICE.matcher(dictionary).find()
                || ASCII_HEX.matcher(dictionary).find()
                || size > MAX_OLD_FILTER && OLD_FILTER.matcher(dictionary).find();
    }

    /** The trailer of older files stands after the last stream. */
    private static boolean encryptedAfter(ByteBuffer bytes, int from) {
        var tail = new byte[Math.min(bytes.limit() - from, 256 * 1024)];
        bytes.get(bytes.limit() - tail.length, tail);
        return ENCRYPTED.matcher(new String(tail, StandardCharsets.ISO_8859_1)).find();
    }

    private static ByteBuffer data(ByteBuffer bytes, int at, String dictionary) {
        return ASCII_85.matcher(dictionary).find()
                ? Ascii85.decoded(bytes.duplicate().position(at))
                : bytes.duplicate().position(at);
    }

    /** Where the data of the next stream begin, after {@code stream} and its line end; -1 when there is none. */
    private static int next(ByteBuffer bytes, int from) {
        for (int i = Math.max(from, 3); i + STREAM.length + 1 < bytes.limit(); i++) {
            if (bytes.get(i) == 's' && matches(bytes, i) && bytes.get(i - 1) != 'd') {
                int end = i + STREAM.length;
                if (bytes.get(end) == '\r') {
                    end++;
                }
                if (bytes.get(end) == '\n') {
                    return end + 1;
                }
            }
        }
        return -1;
    }

    private static boolean matches(ByteBuffer bytes, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (bytes.get(at + i) != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    private static String dictionary(ByteBuffer bytes, int data) {
        var before = new byte[Math.min(DICTIONARY, data)];
        bytes.get(data - before.length, before);
        var text = new String(before, StandardCharsets.ISO_8859_1);
        int object = text.lastIndexOf(" obj");
        return object < 0 ? text : text.substring(object);
    }

    /** What zlib data inflate to, counted up to the bound; 0 when these are none. */
    private static long inflated(ByteBuffer data, long most) {
        var inflater = new Inflater();
        try {
            inflater.setInput(data);
            var buffer = new byte[64 * 1024];
            long total = 0;
            while (!inflater.finished() && total <= most) {
                int n = inflater.inflate(buffer);
                if (n == 0) {
                    break;
                }
                total += n;
            }
            return total;
        } catch (DataFormatException notCompressed) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
