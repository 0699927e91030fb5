package fr.maillage.dossier.writing;

import fr.maillage.documents.Block;
import fr.maillage.dossier.writing.Insertion.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something of the diagnosis that can be put into a text, as it is today.
 *
 * @param title of the indicator or of the scenario
 * @param words the drafted sentence, or the caption of the figure
 * @param facts every figure in it as printed, by what it is
 * @param figure null for a sentence
 * @param name for the line that stands for a figure
 */
record Insertable(
        Subject subject,
        String title,
        String words,
        Map<String, String> facts,
        Block.@Nullable Figure figure,
        String name) {}
