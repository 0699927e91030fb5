package fr.maillage.project.budget;

import fr.maillage.documents.WorkbookRows;
import fr.maillage.documents.WorkbookRows.Next;
import fr.maillage.project.Budget.LineFacts;
import fr.maillage.project.StructuredProject;
import fr.maillage.project.budget.BudgetUpload.Fault;
import fr.maillage.project.budget.BudgetUpload.Taken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a workbook laid out as {@link fr.maillage.project.BudgetWorkbook} writes it, whatever somebody did to it: one
 * sheet by year, columns found by their heads. Sums are counted again and compared with those of the file.
 */
final class BudgetSheetReader {

    /** More years than a project has, more rows than a budget. */
    static final int MOST_YEARS = 5;

    private static final int MOST_ROWS = 2_000;
    private static final int MOST_FAULTS = 200;

    private final StructuredProject project;
    private final Map<String, BudgetSheet> sheets = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private BudgetSheetReader(StructuredProject project) {
        this.project = project;
    }

    static BudgetUpload read(byte[] file, StructuredProject project) {
        return new BudgetSheetReader(project).read(file);
    }

    private BudgetUpload read(byte[] file) {
        try {
            var refusal = WorkbookRows.readSent(file, this::row);
            return refusal == null ? understood() : new BudgetUpload.Refused(refusal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Next row(String name, int line, List<String> cells, Map<Integer, String> formulas) {
        if (!name.strip().matches("\\d{4}")) {
            if (!name.equals("Comparaison")) {
                notes.add("La feuille « " + name + " » n’est pas une année : elle est laissée de côté.");
            }
            return Next.NEXT_SHEET;
        }
        if (line > MOST_ROWS) {
            notes.add("Feuille " + name + " : les lignes après la " + MOST_ROWS + "ᵉ sont laissées de côté.");
            return Next.NEXT_SHEET;
        }
        sheets.computeIfAbsent(name.strip(), year -> new BudgetSheet(year, project))
                .row(line, cells, formulas);
        return Next.GO_ON;
    }

    private BudgetUpload understood() {
        if (sheets.isEmpty()) {
            return new BudgetUpload.Refused("Aucune feuille de ce classeur ne porte le nom d’une année, comme « 2027 »."
                    + " Partez du tableur que donne la page du budget.");
        }
        if (sheets.size() > MOST_YEARS) {
            return new BudgetUpload.Refused(
                    "Ce classeur compte " + sheets.size() + " années. Gardez-en " + MOST_YEARS + " au plus.");
        }
        var years = new TreeMap<Integer, List<Taken>>();
        var faults = new ArrayList<Fault>();
        sheets.forEach((name, sheet) -> {
            sheet.end();
            years.put(Integer.valueOf(name), List.copyOf(sheet.taken()));
            faults.addAll(sheet.faults());
        });
        if (faults.size() > MOST_FAULTS) {
            notes.add("Seules les " + MOST_FAULTS + " premières cases refusées sont montrées, sur " + faults.size()
                    + ".");
        }
        return new BudgetUpload.Read(
                years, faults.subList(0, Math.min(faults.size(), MOST_FAULTS)), List.copyOf(notes));
    }

    /** The lines of each year without their place in the file. */
    static Map<Integer, List<LineFacts>> facts(BudgetUpload.Read read) {
        var facts = new TreeMap<Integer, List<LineFacts>>();
        read.years()
                .forEach((year, taken) ->
                        facts.put(year, taken.stream().map(Taken::facts).toList()));
        return facts;
    }
}
