package fr.maillage.library.intake;

import fr.maillage.library.FileFormat;
import fr.maillage.library.intake.Checked.Accepted;
import fr.maillage.library.intake.Checked.Refused;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF: bounded first ({@link PdfStreams}), then opened once. */
final class PdfCheck {

    private PdfCheck() {}

    private static final Refused LOCKED = new Refused("Ce PDF est protégé par un mot de passe ou par des restrictions."
            + " Enregistrez-le sans protection : ouvrez-le, puis imprimez-le en PDF.");

    static Checked of(Path file) throws IOException {
        switch (PdfStreams.look(file)) {
            case ENCRYPTED -> {
                return LOCKED;
            }
            case TOO_MUCH -> {
                return new Refused("Ce PDF contient beaucoup plus de données que sa taille ne le dit. Par prudence, il"
                        + " n’est pas ouvert. Imprimez-le de nouveau en PDF depuis le document d’origine.");
            }
            case FINE -> {}
        }
        try (var pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            return pdf.getNumberOfPages() > 0
                    ? new Accepted(FileFormat.PDF)
                    : new Refused("Ce PDF n’a aucune page. Exportez-le de nouveau.");
        } catch (InvalidPasswordException locked) {
            return LOCKED;
        } catch (IOException | RuntimeException broken) {
            return new Refused("Ce PDF est abîmé ou incomplet. Exportez-le de nouveau, puis choisissez-le.");
        }
    }
}
