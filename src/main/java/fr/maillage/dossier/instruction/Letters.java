package fr.maillage.dossier.instruction;

import fr.maillage.documents.DocumentRenderer;
import fr.maillage.rules.LegalDelay;
import fr.maillage.shared.Today;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Receipts and letters, kept with the dossier in the transaction of the act that they prove. */
@Component
class Letters {

    private final LetterWriter writer;
    private final FrozenFiles files;
    private final DocumentRenderer renderer;
    private final Today today;

    Letters(LetterWriter writer, FrozenFiles files, DocumentRenderer renderer, Today today) {
        this.writer = writer;
        this.files = files;
        this.renderer = renderer;
        this.today = today;
    }

    /** Keeps the letter of a decision, under the line of the journal that it belongs to. */
    FrozenFile keepFor(LockedDossier dossier, Decision decision, long line, By by) {
        return files.keep(
                dossier.id(),
                null,
                line,
                FrozenFile.Kind.LETTER,
                "courrier-%s-%s-%s.pdf".formatted(dossier.number(), LetterWriter.nature(decision.move()), today.day()),
                DocumentRenderer.PDF,
                pdf(writer.of(dossier, decision, by), false));
    }

    byte[] receipt(
            LockedDossier dossier,
            int version,
            Instant at,
            String depositor,
            @Nullable LegalDelay delay,
            List<FrozenFile> received) {
        return pdf(writer.receipt(dossier, version, at, depositor, delay, received), false);
    }

    /** @param draft whether the letter is only shown, not sent: every page says so */
    byte[] pdf(Letter letter, boolean draft) {
        var bytes = new ByteArrayOutputStream();
        try {
            renderer.pdf(letter.document(draft), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
