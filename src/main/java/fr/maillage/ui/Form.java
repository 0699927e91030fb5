package fr.maillage.ui;

import fr.maillage.shared.Change;
import fr.maillage.shared.French;
import fr.maillage.shared.Typed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed in a form, exactly, and what is wrong with it. Reading a field notes its fault and answers a harmless
 * value, so that one reading finds every fault; the page is then shown again with everything that was typed.
 *
 * <pre>
 * var name = form.text("nom", 160, "Indiquez le nom.");
 * if (!form.errors().isEmpty()) { … show the form again … }
 * </pre>
 */
public final class Form {

    /** The hidden field of {@link #markOrigin}. */
    public static final String ORIGIN = "origine";

    private static final int LONGEST_NUMBER = 20;

    private final Map<String, List<String>> typed;
    private final FormErrors errors = new FormErrors();

    private Form(Map<String, List<String>> typed) {
        this.typed = typed;
    }

    /** What the browser sent, freed from signs that nobody sees. */
    public static Form sent(Map<String, List<String>> parameters) {
        var typed = new LinkedHashMap<String, List<String>>();
        parameters.forEach((field, values) ->
                typed.put(field, values.stream().map(Typed::clean).toList()));
        return new Form(typed);
    }

    /** A form filled from what is stored; set its fields with {@link #set}. */
    public static Form empty() {
        return new Form(new LinkedHashMap<>());
    }

    public Form set(String field, @Nullable Object value) {
        typed.put(field, value == null ? List.of() : List.of(value.toString()));
        return this;
    }

    public Form setAll(String field, List<String> values) {
        typed.put(field, List.copyOf(values));
        return this;
    }

    public FormErrors errors() {
        return errors;
    }

    /** What was typed in a field, for showing it again; empty when nothing was. */
    public String value(String field) {
        var values = values(field);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The ticked boxes, or the repeated fields, of one name. */
    public List<String> values(String field) {
        return typed.getOrDefault(field, List.of());
    }

    public boolean ticked(String field) {
        return value(field).equals("true");
    }

    /** A required text, on one line. */
    public String text(String field, int longest, String missing) {
        var text = free(field, longest);
        if (text.isEmpty()) {
            errors.add(field, missing);
        }
        return text;
    }

    /** The required name of somebody or something: a text that other people read in mails, without address of a site. */
    public String name(String field, int longest, String missing) {
        var name = Typed.line(value(field));
        checkName(field, name, longest, missing, errors);
        return name;
    }

    /** As {@link #name}, for what was read without a form. */
    public static void checkName(String field, String name, int longest, String missing, FormErrors errors) {
        var line = Typed.line(name);
        if (line.isEmpty()) {
            errors.add(field, missing);
        } else if (line.length() > longest) {
            errors.add(field, "Ce nom est trop long. Gardez " + longest + "\u00A0signes au plus.");
        } else if (Typed.hasSite(line)) {
            errors.add(field, "Écrivez le nom seul, sans adresse de site.");
        }
    }

    /** A text on one line, that may be empty: line ends become spaces. */
    public String free(String field, int longest) {
        return checked(field, Typed.line(value(field)), longest);
    }

    /** A text that keeps its lines, that may be empty: for fields of several lines. */
    public String lines(String field, int longest) {
        return checked(field, Typed.lines(value(field)), longest);
    }

    private String checked(String field, String text, int longest) {
        if (text.length() > longest) {
            errors.add(
                    field,
                    "Ce texte compte " + text.length() + " signes, la limite est de " + longest
                            + ". Raccourcissez-le.");
        }
        return text;
    }

    /** A text on one line that may be unknown: null when empty. */
    public @Nullable String optional(String field, int longest) {
        var text = free(field, longest);
        return text.isEmpty() ? null : text;
    }

    /** Digits and letters without the spaces that people put between them; null when empty. */
    public @Nullable String compact(String field) {
        var text = value(field).replaceAll("[\\s\\u00A0\\u202F.\\-]", "");
        return text.isEmpty() ? null : text;
    }

    /** A day as the browser's date field sends it, or as people write it (31/12/2026); null when empty. */
    public @Nullable LocalDate day(String field) {
        var text = value(field).strip();
        if (text.isEmpty()) {
            return null;
        }
        var french = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})").matcher(text);
        try {
            var day = french.matches()
                    ? LocalDate.of(
                            Integer.parseInt(french.group(3)),
                            Integer.parseInt(french.group(2)),
                            Integer.parseInt(french.group(1)))
                    : LocalDate.parse(text);
            if (day.getYear() < 1900 || day.getYear() > 2100) {
                errors.add(field, "L’année " + day.getYear() + " semble fausse. Vérifiez la date.");
            }
            return day;
        } catch (DateTimeException _) {
            errors.add(field, "Cette date n’existe pas. Écrivez-la comme 31/12/2026.");
            return null;
        }
    }

    /** A number as people write it (1 234,5); null when empty. */
    public @Nullable BigDecimal decimal(String field, int decimals) {
        var text = number(field);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > LONGEST_NUMBER || !text.matches("-?\\d{1,12}([.]\\d{1,6})?")) {
            errors.add(field, "Écrivez un nombre, par exemple 12 ou 12,5.");
            return null;
        }
        var value = new BigDecimal(text);
        if (value.stripTrailingZeros().scale() > decimals) {
            errors.add(field, "Gardez au plus " + decimals + " décimales.");
            return null;
        }
        return value;
    }

    /** A whole number, within bounds; null when empty. */
    public @Nullable Long whole(String field, long least, long most, String wrong) {
        var text = number(field);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,15}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            errors.add(field, wrong);
            return null;
        }
        return Long.parseLong(text);
    }

    /** A required amount of whole euros, as people write it: {@code 35 000 €}, {@code 35 000,00}; null after a fault. */
    public @Nullable Long euros(String field, long most) {
        var text = number(field).replaceFirst("(?i)(€|eur|euros?)$", "").replaceFirst("[.]0{1,2}$", "");
        if (text.isEmpty()) {
            errors.add(field, "Indiquez le montant.");
        } else if (text.matches("\\d+[.]\\d{1,2}")) {
            errors.add(field, "Écrivez le montant sans centimes, arrondi à l’euro. Par exemple 12\u00A0500.");
        } else if (!text.matches("\\d+")) {
            errors.add(field, "Écrivez un montant en euros, en chiffres. Par exemple 12\u00A0500.");
        } else if (text.length() > LONGEST_NUMBER || new BigDecimal(text).compareTo(BigDecimal.valueOf(most)) > 0) {
            errors.add(
                    field,
                    "Ce montant est trop grand : la limite est de " + French.number(most) + "\u00A0€. Vérifiez-le.");
        } else if (Long.parseLong(text) == 0) {
            errors.add(field, "Écrivez un montant plus grand que zéro.");
        } else {
            return Long.parseLong(text);
        }
        return null;
    }

    /** A choice of a list; the fault is noted when nothing, or nothing known, was chosen. */
    public <T> @Nullable T choice(String field, Function<String, Optional<T>> byCode, String missing) {
        var chosen = byCode.apply(value(field));
        if (chosen.isEmpty()) {
            errors.add(field, missing);
        }
        return chosen.orElse(null);
    }

    /** A choice that may be left open: null when nothing was chosen. */
    public <T> @Nullable T optionalChoice(String field, Function<String, Optional<T>> byCode) {
        return value(field).isEmpty() ? null : choice(field, byCode, "Choisissez une ligne de la liste.");
    }

    /** The identifier that the page carried, which makes a form sent twice count once. */
    public UUID id() {
        try {
            return UUID.fromString(value("id"));
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }

    /** The version the form was filled from; an impossible one when the page did not say. */
    public int version() {
        return value("version").matches("-?\\d{1,9}") ? Integer.parseInt(value("version")) : Integer.MIN_VALUE;
    }

    /**
     * Somebody saved meanwhile: tells what differs, and lets the next sending of this form replace what they saved.
     *
     * @param stored the form filled from what is stored now
     * @param labels the fields to compare, in order, with their labels
     * @param inWords a code of a list as people read it; other texts unchanged
     */
    public Overtaken overtakenBy(
            Change other, Form stored, Map<String, String> labels, Function<String, String> inWords) {
        set("version", other.version());
        return new Overtaken(other.by(), French.dateTime(other.at()), differences(stored, labels, inWords));
    }

    /** Notes what the fields say now, for {@link #takeWhatOnlyOthersChanged}; the page sends it back as {@link #ORIGIN}. */
    public Form markOrigin(List<List<String>> groups) {
        return markOrigin(this, groups);
    }

    public Form markOrigin(Form stored, List<List<String>> groups) {
        return set(ORIGIN, String.join(" ", groups.stream().map(stored::print).toList()));
    }

    /**
     * Takes from what somebody else stored meanwhile every group of fields that this person left as they found it.
     *
     * @param groups fields that are one thing, in the order that {@link #markOrigin} noted
     * @return the fields that both changed, each their own way; all of them when the page did not say what it showed
     */
    public List<String> takeWhatOnlyOthersChanged(Form stored, List<List<String>> groups) {
        var origin = value(ORIGIN).split(" ");
        if (origin.length != groups.size()) {
            return groups.stream().flatMap(List::stream).toList();
        }
        var both = new ArrayList<String>();
        for (int i = 0; i < origin.length; i++) {
            var mine = print(groups.get(i));
            var theirs = stored.print(groups.get(i));
            if (mine.equals(origin[i])) {
                groups.get(i).forEach(field -> setAll(field, stored.values(field)));
            } else if (!theirs.equals(origin[i]) && !theirs.equals(mine)) {
                both.addAll(groups.get(i));
            }
        }
        return both;
    }

    /**
     * What a group says, as a few signs: no secret, only a way to see a change. Fields of one group are columns: they are read
     * line by line, a line whose cells are all empty does not count, an empty cell does.
     */
    private String print(List<String> group) {
        int lines = group.stream().mapToInt(field -> values(field).size()).max().orElse(0);
        var said = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            var line = i;
            var cells = group.stream()
                    .map(field -> line < values(field).size() ? values(field).get(line) : "")
                    .map(value -> value.replace("\r\n", "\n").strip())
                    .toList();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                said.append(String.join("\u0001", cells)).append('\u0000');
            }
        }
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String number(String field) {
        return value(field)
                .replaceAll("[\\s\\u00A0\\u202F]", "")
                .replace(',', '.')
                .replace('−', '-');
    }

    /** The fields whose values differ from those of another form, by their label. */
    private List<Overtaken.Difference> differences(
            Form theirs, Map<String, String> labels, Function<String, String> inWords) {
        var differences = new ArrayList<Overtaken.Difference>();
        labels.forEach((field, label) -> {
            var mine = String.join("\n", values(field)).strip();
            var other = String.join("\n", theirs.values(field)).strip();
            if (!mine.equals(other)) {
                differences.add(new Overtaken.Difference(
                        field, label, words(values(field), inWords), words(theirs.values(field), inWords)));
            }
        });
        return differences;
    }

    private static String words(List<String> values, Function<String, String> inWords) {
        return String.join(
                ", ", values.stream().map(inWords).map(Form::dayInWords).toList());
    }

    /** A day as the browser's date field sends it, as people read it. */
    private static String dayInWords(String value) {
        if (!value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return value;
        }
        try {
            return French.date(LocalDate.parse(value));
        } catch (DateTimeException _) {
            return value;
        }
    }
}
