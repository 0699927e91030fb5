package fr.maillage.community;

import fr.maillage.territory.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a list of communes that somebody sent turned out to hold. */
public sealed interface PerimeterUpload {

    /**
     * @param lines how many lines the file has under its heads
     * @param communes codes of whole communes, in the order of the file
     * @param parts named parts
     * @param taken what was understood, in the order of the file, for a person to read again
     * @param warnings what is surprising in the whole list, in French sentences
     * @param notes lines understood otherwise than written: former communes
     * @param faults lines that were not understood
     */
    record Understood(
            int lines,
            List<String> communes,
            List<Part> parts,
            List<Taken> taken,
            List<String> warnings,
            List<Line> notes,
            List<Line> faults)
            implements PerimeterUpload {

        public int places() {
            return communes.size() + parts.size();
        }
    }

    /**
     * A line understood.
     *
     * @param part name of the part, empty for a whole commune
     * @param population of the reference, or the one the file gives to a part; null when unknown
     */
    record Taken(
            int line,
            String code,
            String name,
            String part,
            String departement,
            @Nullable Integer population) {}

    /** The file itself cannot be read; a French sentence. */
    record Refused(String sentence) implements PerimeterUpload {}

    /**
     * @param number as a spreadsheet shows it
     * @param content what the line says, shortened
     * @param reason a French sentence
     */
    record Line(int number, String content, String reason) {}
}
