package fr.maillage.community;

import java.util.List;

/**
 * What came of changing a territory that is not saved yet.
 *
 * @param done how many places were added or taken away
 * @param refusals what was not done and why, in French sentences
 */
record PerimeterEdit(int done, List<String> refusals) {

    static PerimeterEdit refused(String sentence) {
        return new PerimeterEdit(0, List.of(sentence));
    }
}
