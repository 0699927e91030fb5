package fr.maillage.library.pages;

import fr.maillage.library.DocumentFacts;
import fr.maillage.library.DocumentType;
import fr.maillage.library.LibraryDocument;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the form of a document, and fills it. */
final class DocumentForm {

    static final Map<String, String> LABELS = labels();

    private static final int LONGEST = 200;

    private DocumentForm() {}

    static Form filled(LibraryDocument document) {
        var facts = document.facts();
        return Form.empty()
                .set("version", document.change().version())
                .set("titre", facts.title())
                .set("type", facts.type().code())
                .set("date", facts.dated())
                .set("origine", facts.origin());
    }

    /**
     * What the form says, or null when something is wrong: the form then holds the faults.
     *
     * @param fileName gives the title when nobody typed one; null when there is no file
     */
    static @Nullable DocumentFacts read(Form form, @Nullable String fileName, LocalDate today) {
        if (form.value("titre").isBlank() && fileName != null) {
            form.set("titre", titled(fileName));
        }
        // Without a file the fault is the file: its name will give the title.
        var title = fileName == null && !form.errors().isEmpty()
                ? form.free("titre", LONGEST)
                : form.text("titre", LONGEST, "Donnez un titre au document.");
        if (title.length() == 1) {
            form.errors().add("titre", "Donnez un titre d’au moins deux signes.");
        }
        var type = form.choice("type", DocumentType::ofCode, "Choisissez un type de document.");
        var dated = form.day("date");
        if (dated == null && form.errors().message("date") == null) {
            form.errors().add("date", "Indiquez la date que porte le document.");
        } else if (dated != null && dated.isAfter(today.plusYears(1))) {
            form.errors().add("date", "Cette date est dans plus d’un an. Vérifiez l’année.");
        }
        var origin = form.free("origine", LONGEST);
        return type == null || dated == null || !form.errors().isEmpty()
                ? null
                : new DocumentFacts(title, type, dated, origin);
    }

    /** « statuts_2026.pdf » is « Statuts 2026 ». */
    private static String titled(String fileName) {
        var words = fileName.replaceFirst("\\.\\w+$", "").replace('_', ' ').strip();
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static List<Option> types() {
        return DocumentType.all().stream()
                .map(type -> new Option(type.code(), type.label()))
                .toList();
    }

    /** A stored code as people read it. */
    static String inWords(String value) {
        return DocumentType.ofCode(value).map(DocumentType::label).orElse(value);
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("titre", "Titre");
        labels.put("type", "Type");
        labels.put("date", "Date du document");
        labels.put("origine", "De qui il vient");
        return labels;
    }
}
