package fr.maillage.statutes;

import fr.maillage.community.CommunityView;
import fr.maillage.documents.Document;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.shared.Today;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Freezes a text that an assembly adopted. The files are made before the transaction, which then checks that nothing moved:
 * no connection waits for a rendering.
 */
@Component
class Adopting {

    private final AssociationTexts texts;
    private final Adoptions adoptions;
    private final DocumentRenderer renderer;
    private final Today today;

    Adopting(AssociationTexts texts, Adoptions adoptions, DocumentRenderer renderer, Today today) {
        this.texts = texts;
        this.adoptions = adoptions;
        this.renderer = renderer;
        this.today = today;
    }

    AdoptionOutcome adopt(CommunityView view, TextKind kind, UUID id, TextDocument.Act act) {
        var stamp = adoptions.stamp(view.id());
        var work = texts.of(view.id());
        var blocking = TextChecks.blocking(TextChecks.of(work, today.day()), kind);
        if (blocking > 0) {
            return new AdoptionOutcome.Blocked(blocking);
        }
        var articles = work.printed(kind);
        var document = TextDocument.adopted(kind, work.facts(), articles, act, today.day());
        var pdf = bytes(document, false);
        var docx = bytes(document, true);
        return adoptions.record(
                view,
                kind,
                id,
                new Adoptions.Content(
                        act, articles, answers(work.draft(kind)), pdf, sha256(pdf), docx, sha256(docx), stamp));
    }

    private static Map<String, List<String>> answers(Work.Draft draft) {
        var answers = new LinkedHashMap<String, List<String>>();
        draft.model().articles().forEach(article -> answers.putAll(Answers.written(article, draft.values(article))));
        return answers;
    }

    private byte[] bytes(Document document, boolean docx) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (docx) {
                renderer.docx(document, bytes);
            } else {
                renderer.pdf(document, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
