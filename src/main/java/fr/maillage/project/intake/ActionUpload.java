package fr.maillage.project.intake;

import fr.maillage.community.PerimeterUpload;
import fr.maillage.documents.ColumnMapping;
import fr.maillage.project.ActionFacts;
import java.util.List;

/** What a list of actions that somebody sent turned out to hold. */
public sealed interface ActionUpload {

    /**
     * @param lines how many lines the file has under its heads
     * @param carried the list, as the form carries it to its confirmation
     * @param aside lines left aside, with the reason: not understood, or an action of that title is there already
     */
    record Understood(
            ColumnMapping mapping, int lines, String carried, List<Entry> actions, List<PerimeterUpload.Line> aside)
            implements ActionUpload {}

    /** The file itself cannot be read; a French sentence. */
    record Refused(String sentence) implements ActionUpload {}

    /**
     * @param line in the file, as a spreadsheet shows it
     * @param pilot name of who leads it, empty when nobody of the list of actors was recognised
     * @param notes what of the line was not understood, and what became of it
     */
    record Entry(int line, ActionFacts facts, String pilot, List<String> notes) {}
}
