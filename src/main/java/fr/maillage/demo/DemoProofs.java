package fr.maillage.demo;

import fr.maillage.community.CommunityView;
import fr.maillage.documents.Block;
import fr.maillage.documents.Document;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Opening;
import fr.maillage.library.Attachments;
import fr.maillage.library.DocumentFacts;
import fr.maillage.library.DocumentId;
import fr.maillage.library.DocumentType;
import fr.maillage.library.Filing;
import fr.maillage.library.Library;
import fr.maillage.library.Received;
import fr.maillage.library.Use;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The documents that the fictional CPTS keeps as proofs: small PDF files, each said to be invented. */
@Component
@ConditionalOnProperty(name = "maillage.demo", havingValue = "true")
class DemoProofs {

    private final Received received;
    private final Library library;
    private final Attachments attachments;
    private final DocumentRenderer renderer;
    private final DemoClock clock;

    DemoProofs(
            Received received, Library library, Attachments attachments, DocumentRenderer renderer, DemoClock clock) {
        this.received = received;
        this.library = library;
        this.attachments = attachments;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** @param type code of a kind of document */
    DocumentId file(CommunityView view, String title, String type, List<String> paragraphs) {
        var facts = new DocumentFacts(
                title, DocumentType.ofCode(type).orElseThrow(), clock.today().minusDays(6), "Coordination");
        try {
            var place = Files.createTempFile("preuve", ".pdf");
            try {
                try (var out = Files.newOutputStream(place)) {
                    renderer.pdf(document(view, title, paragraphs), out);
                }
                if (received.take(view, place, title + ".pdf") instanceof Received.Outcome.Kept(var kept)
                        && library.add(view, new DocumentId(UUID.randomUUID()), facts, kept)
                                instanceof Filing.Done(var id)) {
                    return id;
                }
                throw new IllegalStateException("the demonstration's document is refused: " + title);
            } finally {
                Files.deleteIfExists(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void prove(CommunityView view, DocumentId document, UUID line) {
        attachments.attach(view, document, new Use(Use.Kind.RESULT_PROOF, line));
    }

    private Document document(CommunityView view, String title, List<String> paragraphs) {
        var body =
                paragraphs.stream().map(Block::paragraph).map(Block.class::cast).toList();
        return new Document(
                view.name(),
                title,
                "Document inventé pour la démonstration",
                false,
                clock.today().minusDays(6),
                new Opening.Letterhead("", List.of()),
                body);
    }
}
