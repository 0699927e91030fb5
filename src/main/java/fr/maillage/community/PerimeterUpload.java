package fr.maillage.community;

import fr.maillage.territory.Part;
import java.util.List;

/** What a list of communes that somebody sent turned out to hold. */
public sealed interface PerimeterUpload {

    /**
     * @param lines how many lines the file has under its heads
     * @param communes codes of whole communes, in the order of the file
     * @param parts named parts
     * @param notes lines understood otherwise than written: former communes
     * @param faults lines that were not understood
     */
    record Understood(int lines, List<String> communes, List<Part> parts, List<Line> notes, List<Line> faults)
            implements PerimeterUpload {

        public int places() {
            return communes.size() + parts.size();
        }
    }

    /** The file itself cannot be read; a French sentence. */
    record Refused(String sentence) implements PerimeterUpload {}

    /**
     * @param number as a spreadsheet shows it
     * @param content what the line says, shortened
     * @param reason a French sentence
     */
    record Line(int number, String content, String reason) {}
}
