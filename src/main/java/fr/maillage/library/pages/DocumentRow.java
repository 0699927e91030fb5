package fr.maillage.library.pages;

import fr.maillage.library.LibraryDocument;
import fr.maillage.library.Use;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line of the list of documents.
 *
 * @param uses what it serves for
 */
public record DocumentRow(LibraryDocument document, Excerpt excerpt, Set<Use.Kind> uses) {

    public String usesInWords() {
        return uses.stream().sorted().map(Use.Kind::label).collect(Collectors.joining(", "));
    }
}
