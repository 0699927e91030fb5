package fr.maillage.indicators;

import fr.maillage.community.CommunityView;
import fr.maillage.documents.ColumnMapping;
import fr.maillage.documents.ColumnMapping.Field;
import fr.maillage.documents.SheetReader;
import fr.maillage.documents.SheetReading;
import fr.maillage.indicators.IndicatorValues.Given;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Form;
import fr.maillage.ui.FormErrors.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads a table of values, as the Assurance Maladie sends them: one line, one value, held to the rules of the form. */
@Component
class ValueImport {

    private static final int MOST_LINES = 2_000;

    /** How many lines a refusal tells: nobody reads a thousand. */
    private static final int MOST_REFUSED = 50;

    static final List<Field> FIELDS = List.of(
            new Field("code", "Code", true, Set.of("indicateur", "code indicateur", "code de l indicateur")),
            new Field("du", "Du", true, Set.of("debut", "periode du", "premier jour", "date de debut")),
            new Field("au", "Au", true, Set.of("fin", "periode au", "dernier jour", "date de fin")),
            new Field("selon", "Selon", false, Set.of("producteur", "partie", "source")),
            new Field("valeur", "Valeur", false, Set.of("taux", "resultat", "part")),
            new Field("numerateur", "Nombre compté", false, Set.of("numerateur", "nombre")),
            new Field("denominateur", "Sur un total de", false, Set.of("denominateur", "total")),
            new Field("releve", "Relevé le", true, Set.of("date d extraction", "extraction", "releve")),
            new Field("precision", "Remarque", false, Set.of("precision", "commentaire")));

    private final Catalogue catalogue;
    private final Today today;

    ValueImport(Catalogue catalogue, Today today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    sealed interface Reading {
        record Understood(List<Given> values) implements Reading {}

        /** Nothing is taken from a file that has one wrong line. */
        record Wrong(String sentence, List<String> lines) implements Reading {}
    }

    Reading read(CommunityView view, byte[] bytes) {
        return switch (SheetReader.read(bytes)) {
            case SheetReading.Refused(var sentence) -> new Reading.Wrong(sentence, List.of());
            case SheetReading.Rows rows -> read(view, rows);
        };
    }

    private Reading read(CommunityView view, SheetReading.Rows rows) {
        var mapping = ColumnMapping.of(FIELDS, rows, Map.of());
        if (!mapping.missing().isEmpty()) {
            return new Reading.Wrong(
                    "Il manque des colonnes. Le modèle montre les titres attendus.",
                    mapping.missing().stream()
                            .map(field -> "Colonne «\u00A0" + field.label() + "\u00A0»")
                            .toList());
        }
        if (rows.rows().size() > MOST_LINES) {
            return new Reading.Wrong("Ce fichier a plus de 2 000 lignes. Partagez-le en plusieurs.", List.of());
        }
        var values = new ArrayList<Given>();
        var refused = new ArrayList<String>();
        var seen = new LinkedHashMap<String, Integer>();
        for (var row : rows.rows()) {
            var form = Form.empty();
            FIELDS.forEach(field -> form.set(field.code(), mapping.text(row, field.code())));
            if (form.value("selon").isBlank()) {
                form.set("selon", "CPAM");
            }
            var code = form.value("code").strip().toUpperCase(Locale.ROOT);
            var given = value(view, form, code);
            if (given == null) {
                form.errors().all().stream()
                        .map(Fault::message)
                        .forEach(message -> refused.add("Ligne " + row.line() + "\u00A0: " + message));
                continue;
            }
            var before = seen.putIfAbsent(code + given.period() + given.producer(), row.line());
            if (before != null) {
                refused.add("Ligne " + row.line() + "\u00A0: même indicateur, même période et même partie que la ligne "
                        + before + ".");
            }
            values.add(given);
        }
        if (!refused.isEmpty()) {
            return new Reading.Wrong(
                    "Rien n’est enregistré\u00A0: corrigez ces lignes, puis envoyez de nouveau le fichier.",
                    refused.size() <= MOST_REFUSED ? refused : cut(refused));
        }
        return values.isEmpty()
                ? new Reading.Wrong("Ce fichier ne contient aucune valeur.", List.of())
                : new Reading.Understood(values);
    }

    private @org.jspecify.annotations.Nullable Given value(CommunityView view, Form form, String code) {
        try {
            return ValueForm.read(form, catalogue.find(view.id(), code), UUID.randomUUID(), today.day());
        } catch (NotFound _) {
            form.errors()
                    .add(
                            "code",
                            "«\u00A0" + (code.length() <= 40 ? code : code.substring(0, 40) + "…")
                                    + "\u00A0» n’est pas un indicateur de cette CPTS.");
            return null;
        }
    }

    private static List<String> cut(List<String> refused) {
        var first = new ArrayList<>(refused.subList(0, MOST_REFUSED));
        first.add("Et " + (refused.size() - MOST_REFUSED) + " autres.");
        return first;
    }
}
