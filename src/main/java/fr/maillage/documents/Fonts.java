package fr.maillage.documents;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The fonts and the style sheet of paper, read once. */
final class Fonts {

    static final byte[] REGULAR = read("fonts/AtkinsonHyperlegibleNext_400Regular.ttf");
    static final byte[] ITALIC = read("fonts/AtkinsonHyperlegibleNext_400Regular_Italic.ttf");
    static final byte[] SEMI_BOLD = read("fonts/AtkinsonHyperlegibleNext_600SemiBold.ttf");
    static final byte[] BOLD = read("fonts/AtkinsonHyperlegibleNext_700Bold.ttf");

    /** For the signs that Atkinson Hyperlegible Next lacks: arrows, Greek, check marks. */
    static final byte[] FALLBACK = read("fonts/DejaVuSans.ttf");

    static final String CSS = new String(read("document.css"), StandardCharsets.UTF_8);

    private Fonts() {}

    /**
     * Makes the fonts known to the engine that turns SVG into pixels, which else writes the names of a map in any font of
     * the machine. To be called before that engine is first used: it looks once.
     */
    static void register() {
        var machine = GraphicsEnvironment.getLocalGraphicsEnvironment();
        try {
            for (var font : new byte[][] {REGULAR, ITALIC, SEMI_BOLD, BOLD}) {
                machine.registerFont(Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(font)));
            }
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("a font of ours is broken", e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream("/documents/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource /documents/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
