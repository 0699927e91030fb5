package fr.maillage.project.budget;

import fr.maillage.community.PerimeterUpload;
import fr.maillage.documents.ColumnMapping;
import java.util.List;
import java.util.SortedMap;

/** What the budget table of a team, laid out as it likes, turned out to hold. */
public sealed interface OwnTable {

    /** The file itself cannot be read; a French sentence. */
    record Refused(String sentence) implements OwnTable {}

    /**
     * @param carried the list, as the form carries it to its confirmation
     * @param rows those with a name and an amount
     * @param aside rows left aside, with the reason: a total, a title, an amount that is none
     */
    record Understood(ColumnMapping mapping, String carried, List<Row> rows, List<PerimeterUpload.Line> aside)
            implements OwnTable {

        /** Whether some column says the amounts of a year. */
        public boolean hasYear() {
            return mapping.columns().stream().anyMatch(column -> column.field().startsWith(OwnTables.YEAR));
        }

        public long placed() {
            return rows.stream().filter(row -> !row.account().isEmpty()).count();
        }
    }

    /**
     * @param line in the file, as a spreadsheet shows it
     * @param label as the team calls it
     * @param amounts whole euros by year, those that the budget does not have yet
     * @param account code of the line of the form, chosen or proposed; empty when somebody has to choose
     */
    record Row(int line, String label, SortedMap<Integer, Long> amounts, String account) {

        /** The control of the form that says the line of the form. */
        public String control() {
            return "ligne-" + line;
        }
    }
}
