package fr.maillage.rules;

import fr.maillage.rules.data.DataFile;
import fr.maillage.rules.data.DataNode;
import fr.maillage.rules.data.Sources;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import fr.maillage.shared.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The size classes in force on a day, from {@code rules/size-classes.yaml}. */
public final class SizeClasses {

    /** Below this population the coherence of the territory is to be argued: a warning, never a refusal. */
    public record Coherence(long threshold, String text, Source source) {}

    /** @param message a whole French sentence with the population and its source */
    public record Warning(String code, String message, Source source) {}

    private record Note(long at, String text) {}

    private static final String RULE = "tailles de CPTS";

    private static final class Shipped {
        static final Dated<SizeClasses> DATA = DataFile.shipped("rules/size-classes.yaml", SizeClasses::read);
    }

    private final List<SizeClass> classes;
    private final List<Note> notes;
    private final Coherence coherence;

    private SizeClasses(List<SizeClass> classes, List<Note> notes, Coherence coherence) {
        this.classes = classes;
        this.notes = notes;
        this.coherence = coherence;
    }

    /** @throws NoRuleInForce before the first agreement */
    public static SizeClasses on(LocalDate day) {
        return Shipped.DATA.on(day);
    }

    /**
     * How long the classes of a day hold.
     *
     * @throws NoRuleInForce before the first agreement
     */
    public static Validity validityOn(LocalDate day) {
        return Shipped.DATA.validityOn(day);
    }

    /** The class of a population, with the notes that this very population calls for. */
    public SizeClass of(long inhabitants) {
        if (inhabitants < 0) {
            throw new IllegalArgumentException("negative population: " + inhabitants);
        }
        var told = notes.stream()
                .filter(note -> note.at() == inhabitants)
                .map(Note::text)
                .toList();
        return classes.stream()
                .filter(c -> c.holds(inhabitants))
                .findFirst()
                .orElseThrow()
                .with(told);
    }

    /** The class of a number, when the population is not known. */
    public Optional<SizeClass> numbered(int number) {
        return classes.stream().filter(c -> c.number() == number).findFirst();
    }

    public List<SizeClass> all() {
        return classes;
    }

    public Coherence coherence() {
        return coherence;
    }

    /** Present under the coherence threshold. */
    public Optional<Warning> warningFor(long inhabitants) {
        if (inhabitants >= coherence.threshold()) {
            return Optional.empty();
        }
        var sentence = "Ce territoire compte " + French.count(inhabitants, "habitant", "habitants") + ", moins de "
                + French.number(coherence.threshold()) + ". " + coherence.text();
        return Optional.of(new Warning("POPULATION_FAIBLE", sentence, coherence.source()));
    }

    static Dated<SizeClasses> read(DataNode root) {
        root.onlyKeys("sources", "entries");
        var sources = new Sources(root);
        return new Dated<>(
                RULE,
                root.list("entries").stream()
                        .map(entry -> new Dated.Entry<>(entry.date("from"), readEntry(entry, sources)))
                        .toList());
    }

    private static SizeClasses readEntry(DataNode entry, Sources sources) {
        entry.onlyKeys("from", "source", "classes", "notes", "coherence");
        var source = sources.of(entry);
        var classes = entry.list("classes").stream()
                .map(node -> {
                    node.onlyKeys("number", "at-least", "at-most", "label");
                    var atMost = node.has("at-most") ? (Long) node.count("at-most") : null;
                    return new SizeClass(
                            (int) node.count("number"),
                            node.count("at-least"),
                            atMost,
                            node.text("label"),
                            source,
                            List.of());
                })
                .toList();
        checkNoGap(entry, classes);
        var notes = entry.optionalList("notes").stream()
                .map(node -> new Note(node.onlyKeys("at", "text").count("at"), node.text("text")))
                .toList();
        var limit = entry.at("coherence").onlyKeys("threshold", "text", "source");
        return new SizeClasses(
                classes, notes, new Coherence(limit.count("threshold"), limit.text("text"), sources.of(limit)));
    }

    /** Every population has exactly one class: each class begins right after the one before. */
    private static void checkNoGap(DataNode entry, List<SizeClass> classes) {
        long next = 0;
        for (var c : classes) {
            if (c.atLeast() != next) {
                entry.fault("la taille " + c.number() + " commence à " + c.atLeast() + " au lieu de " + next);
            }
            next = c.atMost() == null ? -1 : c.atMost() + 1;
        }
        if (next != -1) {
            entry.fault("la dernière taille ne doit pas avoir de maximum (at-most)");
        }
    }
}
