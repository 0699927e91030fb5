package fr.maillage.documents;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A logo redrawn by ourselves on white: whatever the file held besides its pixels is gone, and so is transparency, which
 * archives dislike.
 *
 * @param png the image
 * @param width in pixels
 * @param height in pixels
 */
public record Logo(byte[] png, int width, int height) {

    private static final int LARGEST = 6_000;
    /** Decoded, each pixel takes four bytes, whatever the weight of the file. */
    private static final long MOST_PIXELS = 4_000_000;

    private static final int KEPT = 700;

    /** Null without image, or when it cannot be read. */
    public static @Nullable Logo of(byte @Nullable [] image) {
        if (image == null) {
            return null;
        }
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return null;
            }
            var reader = readers.next();
            try {
                reader.setInput(input);
                if (reader.getWidth(0) > LARGEST
                        || reader.getHeight(0) > LARGEST
                        || (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    return null;
                }
                return redrawn(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }

    private static Logo redrawn(BufferedImage original) throws IOException {
        double scale = Math.min(1, (double) KEPT / Math.max(original.getWidth(), original.getHeight()));
        int width = Math.max(1, (int) Math.round(original.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(original.getHeight() * scale));
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(original, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new Logo(png.toByteArray(), width, height);
    }
}
