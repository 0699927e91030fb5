package fr.maillage.library.pages;

import fr.maillage.community.CommunityView;
import fr.maillage.library.Received;
import fr.maillage.ui.Form;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The file of a form: the one just sent, or the one that an earlier sending of the same form left here. */
@Component
class UploadedFile {

    /** The control that holds the file. */
    static final String FIELD = "fichier";

    /** The hidden control that holds the file that was received already. */
    static final String KEPT = "recu";

    private final Received received;

    UploadedFile(Received received) {
        this.received = received;
    }

    /** Null when there is none that can be kept: the form then says why. */
    Received.@Nullable File of(CommunityView view, Form form, @Nullable MultipartFile sent) throws IOException {
        if (sent != null && !sent.isEmpty()) {
            return switch (received.take(view, sent)) {
                case Received.Outcome.Kept(Received.File file) -> {
                    form.set(KEPT, file.id());
                    yield file;
                }
                case Received.Outcome.Refused(String sentence) -> {
                    form.set(KEPT, null);
                    form.errors().add(FIELD, sentence);
                    yield null;
                }
            };
        }
        var kept = kept(view, form);
        if (kept == null) {
            form.errors()
                    .add(
                            FIELD,
                            sent != null
                                            && !String.valueOf(sent.getOriginalFilename())
                                                    .isEmpty()
                                    ? "Ce fichier est vide. Vérifiez-le, puis choisissez-le de nouveau."
                                    : "Choisissez un fichier.");
        }
        return kept;
    }

    /** The file that this form holds already, or null. */
    Received.@Nullable File kept(CommunityView view, Form form) {
        return received.find(view, form.value(KEPT)).orElse(null);
    }
}
