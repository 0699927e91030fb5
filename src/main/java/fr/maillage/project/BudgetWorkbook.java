package fr.maillage.project;

import fr.maillage.project.BudgetAccounts.Block;
import fr.maillage.project.BudgetAccounts.Side;
import fr.maillage.rules.BudgetNotes;
import fr.maillage.shared.French;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The budgets as a workbook that a treasurer can go on with: one sheet by year with formulas for every sum, then the
 * years side by side. The same layout is read back. Formulas carry their values, for whoever reads without computing.
 */
public final class BudgetWorkbook {

    /** The columns of the sheet of a year, in order. */
    public enum Column {
        CODE("Code", 20),
        LINE("Ligne", 46),
        LABEL("Précision", 34),
        ALLOCATION("Affectation", 28),
        ACTION("Action", 12),
        NATURE("Nature", 15),
        FUNDER("Financée par", 26),
        AMOUNT("Montant", 16),
        COMMENT("Commentaire", 40);

        private final String head;
        private final int width;

        Column(String head, int width) {
            this.head = head;
            this.width = width;
        }

        public String head() {
            return head;
        }
    }

    /** Begins the code of a row that holds the sum of a block. */
    public static final String TOTAL = "TOTAL ";

    private static final String AMOUNT = "H";
    private static final int LAST_ROW = 400;

    private final String community;
    private final StructuredProject project;
    private final LocalDate day;

    /** @param day printed on the sheets, and the date of the file */
    public BudgetWorkbook(String community, StructuredProject project, LocalDate day) {
        this.community = community;
        this.project = project;
        this.day = day;
    }

    public byte[] xlsx() {
        var budgets = project.budgets().isEmpty() ? List.of(Budget.empty(day.getYear() + 1)) : project.budgets();
        try (var workbook = new XSSFWorkbook()) {
            var core = workbook.getProperties().getCoreProperties();
            core.setCreated(Optional.of(Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC))));
            core.setCreator("Maillage");
            core.setTitle("Budget prévisionnel, " + community);
            var looks = new BudgetLooks(workbook);
            for (var budget : budgets) {
                year(workbook.createSheet(String.valueOf(budget.year())), budget, looks);
            }
            comparison(workbook.createSheet("Comparaison"), budgets, looks);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return dated(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void year(Sheet sheet, Budget budget, BudgetLooks looks) {
        for (var column : Column.values()) {
            sheet.setColumnWidth(column.ordinal(), column.width * 256);
        }
        looks.title(sheet.createRow(0), "Budget prévisionnel " + budget.year());
        looks.text(
                sheet.createRow(1),
                0,
                community + ", le " + French.date(day) + ". Euros entiers, dans la colonne Montant. Une ligne de plus"
                        + " : insérez une ligne sous la première et recopiez son code.");
        var heads = sheet.createRow(2);
        for (var column : Column.values()) {
            looks.head(heads, column.ordinal(), column.head);
        }
        sheet.createFreezePane(2, 3);
        Map<Side, Integer> totals = new EnumMap<>(Side.class);
        int next = 3;
        for (var block : BudgetAccounts.blocks()) {
            next = block(sheet, next, block, budget, looks, totals);
            if (block.side() == Side.PRODUITS) {
                next = gap(sheet, next, "Produits moins charges", totals, Side.PRODUITS, Side.CHARGES, looks);
            } else if (block.side() == Side.CONTRIBUTIONS) {
                next = gap(sheet, next, "87 moins 86", totals, Side.CONTRIBUTIONS, Side.EMPLOIS, looks);
            }
        }
        next++;
        if (!budget.comment().isBlank()) {
            looks.text(sheet.createRow(next++), 1, "Commentaire : " + budget.comment());
        }
        for (var note : BudgetNotes.on(day)) {
            looks.text(sheet.createRow(next++), 1, note);
        }
        choices(sheet, Column.ALLOCATION, allocations());
        choices(sheet, Column.NATURE, List.of(Budget.Nature.RECURRING.label(), Budget.Nature.ONE_OFF.label()));
        looks.printed(sheet);
    }

    private int block(
            Sheet sheet, int first, Block block, Budget budget, BudgetLooks looks, Map<Side, Integer> totals) {
        int next = first;
        looks.block(sheet.createRow(next++), block.title());
        var sums = new ArrayList<String>();
        for (var group : block.groups()) {
            var head = sheet.createRow(next++);
            int from = next;
            for (var form : group.lines()) {
                var written = budget.of(form.code());
                if (written.isEmpty()) {
                    line(sheet.createRow(next++), form, null, looks);
                }
                for (var line : written) {
                    line(sheet.createRow(next++), form, line, looks);
                }
            }
            looks.group(
                    head, group.account(), group.heading(), "SUM(" + AMOUNT + (from + 1) + ":" + AMOUNT + next + ")");
            sums.add(AMOUNT + (head.getRowNum() + 1));
        }
        totals.put(block.side(), next + 1);
        looks.total(
                sheet.createRow(next++),
                TOTAL + block.side(),
                "Total : " + block.title().toLowerCase(Locale.FRENCH),
                String.join("+", sums));
        return next;
    }

    private void line(Row row, BudgetAccounts.Line form, Budget.@Nullable Line line, BudgetLooks looks) {
        looks.code(row, form.code());
        looks.text(row, Column.LINE.ordinal(), form.label());
        var facts = line == null ? new Budget.LineFacts(form.code(), "", Budget.OPERATING, 0) : line.facts();
        looks.text(row, Column.LABEL.ordinal(), facts.label());
        looks.text(row, Column.ALLOCATION.ordinal(), Budget.allocationLabel(facts.allocation()));
        looks.text(row, Column.ACTION.ordinal(), action(facts.action()));
        looks.text(
                row,
                Column.NATURE.ordinal(),
                facts.nature() == null ? "" : facts.nature().label());
        looks.text(
                row,
                Column.FUNDER.ordinal(),
                facts.funder() == null
                        ? ""
                        : BudgetAccounts.line(facts.funder())
                                .map(BudgetAccounts.Line::label)
                                .orElse(facts.funder()));
        looks.amount(row, Column.AMOUNT.ordinal(), facts.amount());
        looks.text(row, Column.COMMENT.ordinal(), facts.comment());
    }

    private String action(@Nullable ActionId id) {
        return id == null
                ? ""
                : project.action(id).map(action -> "Action " + action.number()).orElse("");
    }

    private static int gap(
            Sheet sheet, int next, String label, Map<Side, Integer> totals, Side one, Side other, BudgetLooks looks) {
        looks.total(sheet.createRow(next), "", label, AMOUNT + totals.get(one) + "-" + AMOUNT + totals.get(other));
        return next + 2;
    }

    /** Every line of the form by year: sums by code, so that a line added to a year counts. */
    private static void comparison(Sheet sheet, List<Budget> budgets, BudgetLooks looks) {
        sheet.setColumnWidth(0, 20 * 256);
        sheet.setColumnWidth(1, 56 * 256);
        looks.title(sheet.createRow(0), "Comparaison des années");
        var heads = sheet.createRow(2);
        looks.head(heads, 0, "Code");
        looks.head(heads, 1, "Ligne");
        for (int i = 0; i < budgets.size(); i++) {
            sheet.setColumnWidth(2 + i, 16 * 256);
            looks.head(heads, 2 + i, String.valueOf(budgets.get(i).year()));
        }
        sheet.createFreezePane(2, 3);
        int next = 3;
        for (var block : BudgetAccounts.blocks()) {
            for (var group : block.groups()) {
                for (var form : group.lines()) {
                    var row = sheet.createRow(next++);
                    looks.code(row, form.code());
                    looks.text(row, 1, form.label());
                    years(row, budgets, form.code(), looks);
                }
            }
            var total = sheet.createRow(next++);
            looks.total(total, TOTAL + block.side(), "Total : " + block.title().toLowerCase(Locale.FRENCH), null);
            years(total, budgets, TOTAL + block.side(), looks);
        }
        looks.printed(sheet);
    }

    private static void years(Row row, List<Budget> budgets, String code, BudgetLooks looks) {
        for (int i = 0; i < budgets.size(); i++) {
            int year = budgets.get(i).year();
            looks.formula(
                    row,
                    2 + i,
                    "SUMIF('%d'!A4:A%d,\"%s\",'%d'!%s4:%s%d)"
                            .formatted(year, LAST_ROW, code, year, AMOUNT, AMOUNT, LAST_ROW));
        }
    }

    private List<String> allocations() {
        var labels = new ArrayList<String>();
        labels.add(Budget.allocationLabel(Budget.OPERATING));
        project.coverage().ordered().forEach(mission -> labels.add(mission.title()));
        return labels;
    }

    /** A list to choose from, that warns of another value and lets it pass. */
    private static void choices(Sheet sheet, Column column, List<String> labels) {
        var helper = sheet.getDataValidationHelper();
        var where = new CellRangeAddressList(3, LAST_ROW, column.ordinal(), column.ordinal());
        var validation =
                helper.createValidation(helper.createExplicitListConstraint(labels.toArray(String[]::new)), where);
        validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    /** The same bytes for the same budget on the same day: POI dates its entries with the moment. */
    private byte[] dated(byte[] xlsx) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(xlsx));
                var to = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(day.atStartOfDay());
                to.putNextEntry(same);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
