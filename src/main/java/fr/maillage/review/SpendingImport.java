package fr.maillage.review;

import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.documents.ColumnMapping;
import fr.maillage.documents.ColumnMapping.Field;
import fr.maillage.documents.SheetReader;
import fr.maillage.documents.SheetReading;
import fr.maillage.funds.Fundings;
import fr.maillage.ui.Form;
import fr.maillage.ui.FormErrors.Fault;
import fr.maillage.ui.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads the totals of a year from a table, as an accountant sends them: one line, one total. */
@Component
class SpendingImport {

    private static final int MOST_LINES = 1_000;

    /** How many lines a refusal tells: nobody reads a thousand. */
    private static final int MOST_REFUSED = 50;

    static final List<Field> FIELDS = List.of(
            new Field("mission", "Mission", true, Set.of("enveloppe", "section")),
            new Field("nature", "Nature", true, Set.of("categorie", "poste")),
            new Field("objet", "Objet", true, Set.of("libelle", "intitule", "depense")),
            new Field("montant", "Montant", true, Set.of("total", "montant en euros", "debit")),
            new Field("financement", "Payé par", false, Set.of("financement", "financeur")));

    private final Fundings fundings;

    SpendingImport(Fundings fundings) {
        this.fundings = fundings;
    }

    sealed interface Reading {
        record Understood(List<Spendings.Spending> spendings) implements Reading {}

        /** Nothing is taken from a file that has one wrong line. */
        record Wrong(String sentence, List<String> lines) implements Reading {}
    }

    Reading read(CommunityView view, Contract contract, int year, byte[] bytes) {
        return switch (SheetReader.read(bytes)) {
            case SheetReading.Refused(var sentence) -> new Reading.Wrong(sentence, List.of());
            case SheetReading.Rows rows -> read(view, contract, year, rows);
        };
    }

    private Reading read(CommunityView view, Contract contract, int year, SheetReading.Rows rows) {
        var mapping = ColumnMapping.of(FIELDS, rows, Map.of());
        if (!mapping.missing().isEmpty()) {
            return new Reading.Wrong(
                    "Il manque des colonnes. Le modèle montre les titres attendus.",
                    mapping.missing().stream()
                            .map(field -> "Colonne «\u00A0" + field.label() + "\u00A0»")
                            .toList());
        }
        if (rows.rows().size() > MOST_LINES) {
            return new Reading.Wrong(
                    "Ce fichier a plus de 1 000 lignes. Envoyez des totaux par mission et nature.", List.of());
        }
        var missions = YearPages.missions(contract);
        var natures = Arrays.stream(Spendings.Nature.values())
                .map(nature -> new Option(nature.name(), nature.label()))
                .toList();
        var grants = fundings.options(view.id());
        var read = new ArrayList<Spendings.Spending>();
        var refused = new ArrayList<String>();
        var seen = new HashMap<String, Integer>();
        for (var row : rows.rows()) {
            var form = Form.empty();
            FIELDS.forEach(field ->
                    form.set(field.code(), mapping.text(row, field.code()).strip()));
            if (form.value("objet").isBlank() && form.value("montant").isBlank()) {
                continue;
            }
            choose(form, "mission", missions);
            choose(form, "nature", natures);
            choose(form, "financement", grants);
            var said = FIELDS.stream().map(field -> form.value(field.code())).toList() + "";
            var spending = SpendingForm.read(
                    form, id(contract, year, said, seen.merge(said, 1, Integer::sum)), missions, grants, null);
            if (spending == null) {
                form.errors().all().stream()
                        .map(Fault::message)
                        .forEach(message -> refused.add("Ligne " + row.line() + "\u00A0: " + message));
            } else {
                read.add(spending);
            }
        }
        if (!refused.isEmpty()) {
            return new Reading.Wrong(
                    "Rien n’est enregistré\u00A0: corrigez ces lignes, puis envoyez de nouveau le fichier.",
                    refused.size() <= MOST_REFUSED ? refused : cut(refused));
        }
        return read.isEmpty()
                ? new Reading.Wrong("Ce fichier ne contient aucune dépense.", List.of())
                : new Reading.Understood(read);
    }

    /** People write the words of the page, not its codes. */
    private static void choose(Form form, String field, List<Option> options) {
        var typed = ColumnMapping.plain(form.value(field));
        options.stream()
                .filter(option -> ColumnMapping.plain(option.label()).equals(typed)
                        || option.value().equalsIgnoreCase(form.value(field).strip()))
                .findFirst()
                .ifPresent(option -> form.set(field, option.value()));
    }

    /** The same line of the same file is the same spending: sent twice, it is noted once. */
    private static UUID id(Contract contract, int year, String said, int occurrence) {
        return UUID.nameUUIDFromBytes(
                (contract.id().value() + "/" + year + "/" + said + "/" + occurrence).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cut(List<String> refused) {
        var first = new ArrayList<>(refused.subList(0, MOST_REFUSED));
        first.add("Et " + (refused.size() - MOST_REFUSED) + " autres.");
        return first;
    }
}
