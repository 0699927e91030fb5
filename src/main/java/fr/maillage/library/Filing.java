package fr.maillage.library;

import fr.maillage.shared.Change;

/** What came of filing a document, or of changing one. */
public sealed interface Filing {

    record Done(DocumentId document) implements Filing {}

    /** The CPTS has these very bytes already. */
    record AlreadyThere(LibraryDocument document) implements Filing {}

    /** Somebody changed the document since the form was shown. */
    record Overtaken(Change other) implements Filing {}

    /** The document is archived: it takes no new version. */
    record Archived() implements Filing {}
}
