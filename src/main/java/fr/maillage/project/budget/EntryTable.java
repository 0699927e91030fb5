package fr.maillage.project.budget;

import fr.maillage.community.CommunityId;
import fr.maillage.project.Budget;
import fr.maillage.project.Budget.LineFacts;
import fr.maillage.project.BudgetAccounts;
import fr.maillage.project.BudgetEntries.Entry;
import fr.maillage.ui.Form;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The budget of a year as a table where amounts are typed one under the other: every line of the form, the written ones
 * as often as they are written. An empty amount takes its line away.
 */
public record EntryTable(List<Block> blocks) {

    /** The field that names every line the person saw. */
    public static final String SEEN = "ligne";

    public record Block(BudgetAccounts.Block form, List<Group> groups) {}

    public record Group(BudgetAccounts.Group form, List<Row> rows) {}

    /**
     * @param id of the line; one that will be used once for a line still to be written
     * @param line null for a line still to be written
     * @param before the amount of the year before on the same line of the form; 0 when none
     */
    public record Row(UUID id, BudgetAccounts.Line form, Budget.@Nullable Line line, long before) {

        /** Name of the amount's field. */
        public String field() {
            return "montant-" + id;
        }

        public String labelField() {
            return "libelle-" + id;
        }

        /** Name of the hidden field that says which version and amount the person saw. */
        public String seenField() {
            return "vu-" + id;
        }

        /** « 3:12000 » */
        public String seen() {
            return line == null ? "" : line.change().version() + ":" + line.amount();
        }

        /** « Commune, Millau (Accès aux soins) ». */
        public String label() {
            return line == null
                    ? form.label()
                    : form.label()
                            + (line.label().isEmpty() ? "" : ", " + line.label())
                            + (line.allocation().equals(Budget.OPERATING)
                                    ? ""
                                    : " (" + Budget.allocationLabel(line.allocation()) + ")");
        }
    }

    /** @param typed what somebody sent: an empty line that they filled is kept, whatever was added beside it since */
    static EntryTable of(CommunityId community, Budget budget, Optional<Budget> before, Form typed) {
        return new EntryTable(BudgetAccounts.blocks().stream()
                .map(block -> new Block(
                        block,
                        block.groups().stream()
                                .map(group -> new Group(group, rows(community, group, budget, before, typed)))
                                .toList()))
                .toList());
    }

    private static List<Row> rows(
            CommunityId community, BudgetAccounts.Group group, Budget budget, Optional<Budget> before, Form typed) {
        var rows = new ArrayList<Row>();
        for (var form : group.lines()) {
            long last = before.map(year -> year.total(form.code())).orElse(0L);
            for (var line : budget.of(form.code())) {
                rows.add(new Row(line.id(), form, line, last));
                last = 0;
            }
            var id = unused(community, budget.year(), form.code());
            var blank = new Row(id, form, null, last);
            boolean stored = budget.lines().stream().anyMatch(line -> line.id().equals(id));
            boolean wanted = budget.of(form.code()).isEmpty()
                    || !typed.value(blank.field()).isBlank();
            if (wanted && !stored) {
                rows.add(blank);
            }
        }
        return rows;
    }

    /** The same for everybody who opens the same table: two persons who fill the same empty line meet on it. */
    private static UUID unused(CommunityId community, int year, String account) {
        return UUID.nameUUIDFromBytes(
                (community.value() + " " + year + " " + account).getBytes(StandardCharsets.UTF_8));
    }

    List<Row> rows() {
        return blocks.stream()
                .flatMap(block -> block.groups.stream())
                .flatMap(group -> group.rows.stream())
                .toList();
    }

    /** The table's form as it is stored. */
    Form filled() {
        var form = Form.empty();
        rows().stream()
                .filter(row -> row.line != null)
                .forEach(row ->
                        form.set(row.field(), Objects.requireNonNull(row.line).amount()));
        return form;
    }

    /** What was changed in the table; the faults are in the form. */
    List<Entry> read(Form form) {
        var entries = new ArrayList<Entry>();
        for (var row : rows()) {
            var entry = row.line == null ? blank(row, form) : changed(row, row.line, form);
            if (entry != null) {
                entries.add(entry);
            }
        }
        taken(form);
        return entries;
    }

    /** Amounts changed on lines that somebody took away meanwhile: said, since no row can hold them any more. */
    private void taken(Form form) {
        var known = rows().stream().map(row -> row.id.toString()).toList();
        for (var id : form.values(SEEN)) {
            var typed = form.value("montant-" + id).strip();
            if (!known.contains(id)
                    && !typed.isEmpty()
                    && !form.value("vu-" + id).endsWith(":" + typed)) {
                form.errors()
                        .add("La ligne où vous avez écrit « " + typed + " » a été retirée par quelqu’un d’autre."
                                + " Ajoutez-la de nouveau si elle doit rester.");
            }
        }
    }

    private static @Nullable Entry changed(Row row, Budget.Line line, Form form) {
        var seen = form.value(row.seenField()).split(":", 2);
        boolean told = seen.length == 2 && seen[0].matches("\\d{1,9}");
        var amount = amount(row, form);
        if (amount == null || amount == line.amount() || told && seen[1].equals(amount.toString())) {
            return null;
        }
        return new Entry(
                row.id,
                told ? Integer.parseInt(seen[0]) : Integer.MAX_VALUE,
                line.facts().withAmount(amount));
    }

    private static @Nullable Entry blank(Row row, Form form) {
        var label = form.free(row.labelField(), BudgetLineForm.LONGEST_LABEL);
        var amount = amount(row, form);
        if (amount == null || amount == 0) {
            return null;
        }
        if (row.form.detail() && label.isEmpty()) {
            form.errors().add(row.labelField(), "Précisez le financeur de cette ligne.");
        }
        return new Entry(row.id, -1, new LineFacts(row.form.code(), label, Budget.OPERATING, amount));
    }

    /** Zero for an empty field; null after a fault. */
    private static @Nullable Long amount(Row row, Form form) {
        var typed = form.value(row.field()).strip();
        return typed.isEmpty() || typed.matches("0+([.,]0*)?")
                ? Long.valueOf(0)
                : form.euros(row.field(), BudgetLineForm.LARGEST);
    }
}
