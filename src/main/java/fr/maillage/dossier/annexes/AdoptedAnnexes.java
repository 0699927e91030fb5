package fr.maillage.dossier.annexes;

import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Dossier;
import fr.maillage.library.Attached;
import fr.maillage.library.Attachments;
import fr.maillage.library.DocumentFacts;
import fr.maillage.library.DocumentId;
import fr.maillage.library.DocumentType;
import fr.maillage.library.Filing;
import fr.maillage.library.Library;
import fr.maillage.library.Received;
import fr.maillage.shared.NotFound;
import fr.maillage.statutes.AdoptedText;
import fr.maillage.statutes.AssociationStatutes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The texts that the association adopted in Maillage, joined to a dossier without leaving it. */
@Service
class AdoptedAnnexes {

    private final AssociationStatutes statutes;
    private final Received received;
    private final Library library;
    private final Attachments attachments;

    AdoptedAnnexes(AssociationStatutes statutes, Received received, Library library, Attachments attachments) {
        this.statutes = statutes;
        this.received = received;
        this.library = library;
        this.attachments = attachments;
    }

    /** The adopted text that a piece is, unless it is an annex already. */
    Optional<AdoptedText> offered(CommunityView view, ExpectedPiece piece, List<Attached> annexes) {
        return Optional.ofNullable(piece.text())
                .flatMap(kind -> statutes.adopted(view.id(), kind))
                .filter(text -> annexes.stream()
                        .noneMatch(annex -> annex.document().file().sha256().equals(text.sha256())));
    }

    /**
     * Files the adopted text among the documents, once, and joins it to a dossier.
     *
     * @throws NotFound when nothing is adopted for this piece
     */
    void join(CommunityView view, Dossier dossier, ExpectedPiece piece) throws IOException {
        var text = offered(view, piece, List.of())
                .orElseThrow(() -> new NotFound("adopted text of " + view.slug() + " for " + piece.key()));
        var document = filed(view, piece, text);
        if (library.find(view, document).isArchived()
                && library.restore(view, document) instanceof Filing.AlreadyThere(var other)) {
            document = other.id();
        }
        attachments.attach(view, document, Enclosures.use(dossier.id()), "", piece.key());
    }

    private DocumentId filed(CommunityView view, ExpectedPiece piece, AdoptedText text) throws IOException {
        var place = Files.createTempFile("maillage-adopte", ".pdf");
        try {
            Files.write(place, text.pdf());
            if (!(received.take(view, place, text.fileName()) instanceof Received.Outcome.Kept(var file))) {
                throw new IllegalStateException("our own " + text.fileName() + " was refused");
            }
            var type = DocumentType.ofCode(piece.types().iterator().next()).orElseThrow();
            var facts = new DocumentFacts(
                    text.kind().title() + " (version " + text.number() + ")", type, text.adoptedOn(), "");
            for (int again = 0; ; again++) {
                var filed = library.add(view, id(view, text, again), facts, file);
                var document = switch (filed) {
                    case Filing.Done(var added) -> added;
                    case Filing.AlreadyThere(var there) -> there.id();
                    case Filing.Overtaken _, Filing.Archived _ ->
                        throw new IllegalStateException("a new document cannot be overtaken");
                };
                // Its file may have been replaced since: then the adopted text is another document.
                if (library.find(view, document).file().sha256().equals(text.sha256())) {
                    return document;
                }
            }
        } finally {
            Files.deleteIfExists(place);
        }
    }

    private static DocumentId id(CommunityView view, AdoptedText text, int again) {
        var name = "%s/%s".formatted(view.id().value(), text.sha256()) + (again == 0 ? "" : "/" + again);
        return new DocumentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
