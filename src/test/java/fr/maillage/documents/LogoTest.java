package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogoTest {

    /** A white image weighs nothing in its file and four bytes a pixel once decoded. */
    @ParameterizedTest
    @CsvSource({"2000,2000,true", "2001,2000,false", "5000,4000,false", "5000,10,true"})
    void itsPixelsAreBoundedBeforeTheyAreDecoded(int width, int height, boolean read) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", png);

        assertThat(Logo.of(png.toByteArray()) != null).isEqualTo(read);
    }
}
