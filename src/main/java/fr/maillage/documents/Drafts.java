package fr.maillage.documents;

import fr.maillage.shared.French;

/** How a draft says that it is one. */
final class Drafts {

    /** The pale word across every page. */
    static final String WORD = "Brouillon";

    private Drafts() {}

    static String mention(Document document) {
        return "brouillon du " + French.date(document.date());
    }
}
