package fr.maillage.documents;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** A drawing as pixels, for word processors. */
final class Raster {

    private static final double DOTS_PER_MM = 200 / 25.4;

    private Raster() {}

    static byte[] png(String svg, double widthMm) {
        var transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) Math.round(widthMm * DOTS_PER_MM));
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
}
