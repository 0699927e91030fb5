package fr.maillage.project.budget;

import static fr.maillage.documents.ColumnMapping.plain;

import fr.maillage.community.CommunityView;
import fr.maillage.community.PerimeterUpload.Line;
import fr.maillage.documents.ColumnMapping;
import fr.maillage.documents.ColumnMapping.Field;
import fr.maillage.documents.SheetReader;
import fr.maillage.documents.SheetReading;
import fr.maillage.documents.SheetReading.Rows;
import fr.maillage.project.Budget;
import fr.maillage.project.Budget.LineFacts;
import fr.maillage.project.BudgetAccounts;
import fr.maillage.project.BudgetEntries;
import fr.maillage.project.Projects;
import fr.maillage.project.StructuredProject;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.shared.Typed;
import fr.maillage.ui.Form;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Understands a budget that a team laid out as it likes: a column of names, a column of amounts for each year. Lines are
 * added to the budgets; one that a budget has already, by its line of the form and its name, is not added again.
 */
@Service
class OwnTables {

    /** Begins the code of the field of a year. */
    static final String YEAR = "annee-";

    static final int MOST = 200;
    private static final int LONGEST = 200_000;

    private static final Pattern SUM = Pattern.compile(
            "(?:sous )?tota(?:l|ux)\\b.*|equilibre\\b.*|resultat\\b.*|solde\\b.*|excedent\\b.*|deficit\\b.*");

    private final Projects projects;
    private final BudgetEntries entries;
    private final Today today;

    OwnTables(Projects projects, BudgetEntries entries, Today today) {
        this.projects = projects;
        this.entries = entries;
        this.today = today;
    }

    /** @param said what somebody chose for each column, and for each row its line of the form */
    @Transactional(readOnly = true)
    OwnTable read(CommunityView view, byte[] file, Map<String, String> said) {
        return switch (SheetReader.read(file)) {
            case SheetReading.Refused(var sentence) -> new OwnTable.Refused(sentence);
            case Rows rows
            when rows.rows().isEmpty() || rows.rows().size() > MOST ->
                new OwnTable.Refused(
                        "Ce tableau compte " + French.count(rows.rows().size(), "ligne", "lignes")
                                + " sous ses titres. Il en faut une au moins, " + MOST + " au plus.");
            case Rows rows -> understood(rows, projects.of(view.id()), said);
        };
    }

    /**
     * Adds the lines of a table that was looked at; the same page sent twice adds them once.
     *
     * @return how many amounts were written
     */
    @Transactional
    int enter(CommunityView view, UUID key, String list, Map<String, String> said) {
        if (!(read(view, list.getBytes(StandardCharsets.UTF_8), said) instanceof OwnTable.Understood table)) {
            return 0;
        }
        var byYear = new TreeMap<Integer, List<BudgetEntries.Entry>>();
        for (var row : table.rows()) {
            row.amounts().forEach((year, amount) -> {
                if (!row.account().isEmpty()) {
                    var name = "%s/%s/%d/%d".formatted(view.id().value(), key, row.line(), year);
                    byYear.computeIfAbsent(year, _ -> new ArrayList<>())
                            .add(new BudgetEntries.Entry(
                                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                                    -1,
                                    new LineFacts(row.account(), row.label(), Budget.OPERATING, amount)));
                }
            });
        }
        int written = 0;
        for (var year : byYear.entrySet()) {
            // A page sent again after Back: what it added before may have been edited since, and stays as it is.
            var there = projects.of(view.id()).budget(year.getKey()).map(Budget::lines).orElse(List.of()).stream()
                    .map(Budget.Line::id)
                    .collect(Collectors.toSet());
            var fresh = year.getValue().stream()
                    .filter(entry -> !there.contains(entry.id()))
                    .toList();
            if (entries.save(view, year.getKey(), fresh) instanceof BudgetEntries.Outcome.Done done) {
                written += done.added();
            }
        }
        return written;
    }

    /** The name of each line, and the years around this one. */
    private List<Field> fields() {
        var fields = new ArrayList<Field>();
        fields.add(new Field(
                "libelle",
                "Poste",
                true,
                Set.of(
                        "postes",
                        "libelle",
                        "nature",
                        "intitule",
                        "designation",
                        "charges",
                        "produits",
                        "depenses",
                        "recettes",
                        "ligne",
                        "budget")));
        int now = today.day().getYear();
        for (int year = now - 1; year <= now + 5; year++) {
            fields.add(new Field(
                    YEAR + year,
                    "Montant " + year,
                    false,
                    Set.of(year + "", "annee " + year, "budget " + year, "previsionnel " + year, year + " en euros")));
        }
        return fields;
    }

    private OwnTable understood(Rows rows, StructuredProject project, Map<String, String> said) {
        var carried = ColumnMapping.carried(rows, LONGEST).orElse(null);
        if (carried == null) {
            return new OwnTable.Refused("Ce tableau compte plus de " + French.number(LONGEST)
                    + " signes. Gardez seulement la feuille, les lignes et les colonnes utiles.");
        }
        var mapping = ColumnMapping.of(fields(), rows, said);
        var kept = new ArrayList<OwnTable.Row>();
        var aside = new ArrayList<Line>();
        for (var row : rows.rows()) {
            var label = Typed.line(mapping.text(row, "libelle"));
            var form = Form.empty();
            var amounts = amounts(mapping, row, form);
            var reason = reason(label, amounts, form);
            if (reason != null) {
                aside.add(new Line(row.line(), String.join(" ; ", row.cells()), reason));
                continue;
            }
            var account = account(label, said.get("ligne-" + row.line()));
            int before = amounts.size();
            amounts.entrySet().removeIf(amount -> isThere(project, amount.getKey(), account, label));
            if (amounts.isEmpty()) {
                aside.add(new Line(row.line(), label, "Déjà dans le budget."));
            } else {
                if (amounts.size() < before) {
                    aside.add(new Line(row.line(), label, "Déjà dans le budget de certaines années."));
                }
                kept.add(new OwnTable.Row(row.line(), label, amounts, account));
            }
        }
        return new OwnTable.Understood(mapping, carried, kept, aside);
    }

    /** « 12.000 », « 35,000 »: twelve or twelve thousand, nobody can tell. */
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}([.,]\\d{3})+");

    private SortedMap<Integer, Long> amounts(ColumnMapping mapping, SheetReading.Row row, Form form) {
        var amounts = new TreeMap<Integer, Long>();
        var years = mapping.columns().stream()
                .map(ColumnMapping.Column::field)
                .filter(field -> field.startsWith(YEAR))
                .distinct()
                .toList();
        // Of two columns given to one year the first alone is read, as the page says.
        for (var field : years) {
            var text = mapping.text(row, field);
            if (text.isEmpty() || text.matches("0+([.,]0+)?|-|–")) {
                continue;
            }
            if (THOUSANDS.matcher(text.replaceAll("[\\s€]", "")).matches()) {
                form.errors()
                        .add(
                                field,
                                "« " + text + " » : unités ou milliers ? Écrivez le montant sans point ni virgule.");
                continue;
            }
            var amount = form.set(field, text.replace("€", "").strip().replaceFirst("[.,]0{1,2}$", ""))
                    .euros(field, BudgetLineForm.LARGEST);
            if (amount != null) {
                amounts.put(Integer.valueOf(field.substring(YEAR.length())), amount);
            }
        }
        return amounts;
    }

    private static @Nullable String reason(String label, SortedMap<Integer, Long> amounts, Form form) {
        if (SUM.matcher(plain(label)).matches()) {
            return "Un total : Maillage le refait.";
        }
        if (!form.errors().isEmpty()) {
            return form.errors().all().getFirst().message();
        }
        if (amounts.isEmpty()) {
            return "Sans montant : un titre, sans doute.";
        }
        return label.isEmpty()
                ? "Ce montant n’a pas de nom."
                : label.length() > BudgetLineForm.LONGEST_LABEL
                        ? "Ce nom compte plus de " + BudgetLineForm.LONGEST_LABEL + " signes."
                        : null;
    }

    private static String account(String label, @Nullable String chosen) {
        if (chosen == null) {
            return AccountGuess.of(label);
        }
        return BudgetAccounts.line(chosen).map(BudgetAccounts.Line::code).orElse("");
    }

    private static boolean isThere(StructuredProject project, int year, String account, String label) {
        return project.budget(year).map(Budget::lines).orElse(List.of()).stream()
                .anyMatch(line -> line.account().equals(account) && line.label().equals(label));
    }
}
