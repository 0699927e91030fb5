package fr.maillage.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.jspecify.annotations.Nullable;

/** A drawing as pixels, for word processors: 150 dots per inch, transparent where nothing is drawn. */
final class Raster {

    private static final double DOTS_PER_MM = 150 / 25.4;

    /** Between size and speed: on maps, a third of the time of the best compression for a tenth more bytes. */
    private static final float COMPRESSION = 0.6f;

    /** The same territory is drawn in version after version: the last drawings are kept, by what they show. */
    private static final int KEPT = 24;

    private static final Map<Drawn, byte[]> LAST = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Drawn, byte[]> eldest) {
            return size() > KEPT;
        }
    });

    static {
        Fonts.register();
    }

    private record Drawn(String sha256, double widthMm) {}

    private Raster() {}

    static byte[] png(String svg, double widthMm) {
        var key = new Drawn(sha256(svg), widthMm);
        var kept = LAST.get(key);
        if (kept == null) {
            kept = draw(svg, widthMm);
            LAST.put(key, kept);
        }
        return kept;
    }

    private static byte[] draw(String svg, double widthMm) {
        var transcoder = new Pixels();
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) Math.round(widthMm * DOTS_PER_MM));
        transcoder.addTranscodingHint(
                SVGAbstractTranscoder.KEY_HEIGHT, (float) Math.round(widthMm * Drawing.ratio(svg) * DOTS_PER_MM));
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, Boolean.FALSE);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_EXECUTE_ONLOAD, Boolean.FALSE);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
        var png = new ByteArrayOutputStream();
        try {
            transcoder.transcode(new TranscoderInput(new StringReader(Drawing.plain(svg))), new TranscoderOutput(png));
        } catch (TranscoderException broken) {
            throw new IllegalArgumentException("SVG that cannot be drawn", broken);
        }
        return png.toByteArray();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Batik draws, the JDK writes the PNG: several times faster than Batik's own writer. */
    private static final class Pixels extends ImageTranscoder {

        @Override
        public BufferedImage createImage(int width, int height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        }

        @Override
        public void writeImage(BufferedImage image, @Nullable TranscoderOutput output) {
            var writer = ImageIO.getImageWritersByFormatName("png").next();
            if (output == null) {
                throw new IllegalArgumentException("no output");
            }
            try (var stream = ImageIO.createImageOutputStream(output.getOutputStream())) {
                var parameters = writer.getDefaultWriteParam();
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(COMPRESSION);
                writer.setOutput(stream);
                writer.write(null, new IIOImage(image, null, null), parameters);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                writer.dispose();
            }
        }
    }
}
