package fr.maillage.statutes;

import fr.maillage.ui.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of an article's form: their names, their labels, their values in words. */
final class AnswerFields {

    /** The columns of the table of colleges. */
    private static final Map<String, String> COLLEGES = colleges();

    private AnswerFields() {}

    private static Map<String, String> colleges() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("college-nom", "Collèges");
        columns.put("college-qui", "Qui compose les collèges");
        columns.put("college-sieges", "Sièges des collèges");
        columns.put("college-voix", "Poids des voix des collèges");
        columns.put("college-profession", "Professions des collèges");
        return columns;
    }

    /** Names of all the fields, in order. */
    static List<String> of(Article article) {
        return List.copyOf(labels(article).keySet());
    }

    static Map<String, String> labels(Article article) {
        var labels = new LinkedHashMap<String, String>();
        for (var choice : article.choices()) {
            if (choice.type() == Choice.Type.COLLEGES) {
                labels.putAll(COLLEGES);
            } else {
                labels.put(choice.key(), choice.label());
            }
        }
        return labels;
    }

    /** The same form with labels in the place of codes, for comparing what two people chose. */
    static Form inWords(Article article, Form form) {
        var words = Form.empty();
        for (var field : of(article)) {
            var choice = article.choice(field);
            var values = new ArrayList<String>();
            for (var value : form.values(field)) {
                values.add(choice.flatMap(known -> known.asOptions().stream()
                                .filter(option -> option.value().equals(value))
                                .findFirst())
                        .map(option -> option.label())
                        .orElse(value));
            }
            values.removeIf(String::isEmpty);
            words.setAll(field, values);
        }
        return words;
    }
}
