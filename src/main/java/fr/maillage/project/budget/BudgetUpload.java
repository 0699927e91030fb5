package fr.maillage.project.budget;

import fr.maillage.project.Budget.LineFacts;
import java.util.List;
import java.util.SortedMap;

/** What a workbook that somebody sent turned out to hold. */
public sealed interface BudgetUpload {

    /** The file itself cannot be read; a French sentence. */
    record Refused(String sentence) implements BudgetUpload {}

    /**
     * @param years the lines of each sheet that is a year
     * @param faults cells that were not understood: with one of them, nothing is taken
     * @param notes what was left aside, in French sentences
     */
    record Read(SortedMap<Integer, List<Taken>> years, List<Fault> faults, List<String> notes)
            implements BudgetUpload {}

    /** @param line as the spreadsheet shows it */
    record Taken(int line, LineFacts facts) {}

    /**
     * @param sheet name of the sheet
     * @param cell « H12 »
     * @param content what the cell says, shortened
     * @param reason what is wrong and how to mend it, in French
     */
    record Fault(String sheet, String cell, String content, String reason) {}
}
