package fr.maillage.library;

import fr.maillage.community.CommunityView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files documents for tests. */
@Component
public class TestLibrary {

    private final Library library;
    private final Received received;

    TestLibrary(Library library, Received received) {
        this.library = library;
        this.received = received;
    }

    public DocumentId add(CommunityView view, String title, String type, byte[] bytes, String fileName) {
        return add(view, title, type, LocalDate.of(2026, 5, 12), bytes, fileName);
    }

    public DocumentId add(
            CommunityView view, String title, String type, LocalDate dated, byte[] bytes, String fileName) {
        var facts = new DocumentFacts(title, DocumentType.ofCode(type).orElseThrow(), dated, "");
        var id = new DocumentId(UUID.randomUUID());
        return switch (library.add(view, id, facts, kept(view, bytes, fileName))) {
            case Filing.Done(DocumentId added) -> added;
            case Filing other -> throw new IllegalStateException(other.toString());
        };
    }

    public Received.File kept(CommunityView view, byte[] bytes, String fileName) {
        try {
            return ((Received.Outcome.Kept) received.take(view, TestFiles.written(bytes), fileName)).file();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
