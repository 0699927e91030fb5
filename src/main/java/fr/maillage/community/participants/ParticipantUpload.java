package fr.maillage.community.participants;

import fr.maillage.community.ParticipantFacts;
import fr.maillage.community.PerimeterUpload;
import fr.maillage.documents.ColumnMapping;
import java.util.List;

/** What a list of actors that somebody sent turned out to hold. */
public sealed interface ParticipantUpload {

    /**
     * @param mapping what its columns were taken for
     * @param lines how many lines the file has under its heads
     * @param carried the list, as the form carries it to its confirmation
     * @param faults lines left aside, with the reason: not understood, or an actor who is listed already
     */
    record Understood(
            ColumnMapping mapping, int lines, String carried, List<Entry> actors, List<PerimeterUpload.Line> faults)
            implements ParticipantUpload {}

    /** The file itself cannot be read; a French sentence. */
    record Refused(String sentence) implements ParticipantUpload {}

    /** @param line in the file, as a spreadsheet shows it */
    record Entry(int line, ParticipantFacts facts) {}
}
