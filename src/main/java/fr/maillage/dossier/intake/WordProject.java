package fr.maillage.dossier.intake;

import java.util.List;

/**
 * What was understood of a Word document, and what was not.
 *
 * @param passages in the order of the document; those without a word are headings alone
 * @param left what is not taken up, in French: « 2 notes de bas de page »
 */
public record WordProject(List<Passage> passages, List<String> left) {

    public WordProject {
        passages = List.copyOf(passages);
        left = List.copyOf(left);
    }

    /** The passages that hold words. */
    public List<Passage> written() {
        return passages.stream().filter(passage -> !passage.isBlank()).toList();
    }
}
