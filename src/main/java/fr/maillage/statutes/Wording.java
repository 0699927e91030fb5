package fr.maillage.statutes;

import fr.maillage.statutes.Printed.Blank;
import fr.maillage.statutes.Printed.Origin;
import fr.maillage.statutes.Printed.Part;
import fr.maillage.statutes.Printed.Piece;
import fr.maillage.statutes.Work.Other;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns answers into the text of the articles. */
final class Wording {

    /** What a reader completes by hand. */
    static final String DOTS = "………………";

    private static final Pattern HOLE = Pattern.compile("\\{([a-z]+:)?([a-z0-9-]+)}");

    private final TextModel model;
    private final Values values;
    private final KnownFacts facts;
    private final @Nullable Other other;
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * @param other the other text of the association, to which this one refers by {@code statuts:}; null in the statutes
     */
    private Wording(TextModel model, Values values, KnownFacts facts, @Nullable Other other) {
        this.model = model;
        this.values = values;
        this.facts = facts;
        this.other = other;
        int number = 0;
        for (var article : model.articles()) {
            if (article.isPrinted(values)) {
                numbers.put(article.key(), ++number);
            }
        }
    }

    /** Every article in order, those left out too. */
    static List<Printed> articles(TextModel model, Values values, KnownFacts facts, @Nullable Other other) {
        var wording = new Wording(model, values, facts, other);
        return model.articles().stream().map(wording::article).toList();
    }

    private Printed article(Article article) {
        var blanks = new LinkedHashSet<Blank>();
        var parts = new ArrayList<Part>();
        var printed = article.isPrinted(values);
        for (var clause : article.text()) {
            if (meets(clause.when())) {
                parts.add(new Part(
                        pieces(clause.text(), blanks),
                        lines(clause, blanks),
                        clause.colleges() ? colleges(blanks) : List.of()));
            }
        }
        if (printed) {
            for (var choice : article.choices()) {
                if (Answers.isNeeded(choice, conditions())
                        && values.value(choice.key()).isEmpty()) {
                    blanks.add(new Blank(choice.label(), null));
                }
            }
        }
        return new Printed(
                article.key(),
                numbers.getOrDefault(article.key(), 0),
                article.title(),
                printed ? parts : List.of(),
                printed ? List.copyOf(blanks) : List.of());
    }

    private boolean meets(Map<String, List<String>> condition) {
        return conditions().meet(condition);
    }

    /** Conditions of the internal rules may name a choice of the statutes. */
    private Values conditions() {
        return other == null ? values : other.values().and(values);
    }

    private List<List<Piece>> lines(Article.Clause clause, Set<Blank> blanks) {
        var lines = new ArrayList<List<Piece>>();
        for (var line : clause.list()) {
            if (meets(line.when())) {
                lines.add(pieces(line.text(), blanks));
            }
        }
        if (clause.items() != null) {
            var choice = model.choice(clause.items()).orElseThrow();
            values.value(choice.key())
                    .map(choice::listed)
                    .orElse(List.of())
                    .forEach(words -> lines.add(List.of(new Piece(words, Origin.CHOSEN))));
        }
        return punctuated(lines);
    }

    /** Lines of a list end with a semicolon, the last one with a full stop. */
    private static List<List<Piece>> punctuated(List<List<Piece>> lines) {
        var ended = new ArrayList<List<Piece>>();
        for (int i = 0; i < lines.size(); i++) {
            var line = new ArrayList<>(lines.get(i));
            line.add(new Piece(i == lines.size() - 1 ? "." : "\u202F;", Origin.MODEL));
            ended.add(List.copyOf(line));
        }
        return List.copyOf(ended);
    }

    private List<College> colleges(Set<Blank> blanks) {
        if (values.colleges().isEmpty()) {
            blanks.add(new Blank("Collèges", null));
        }
        return values.colleges();
    }

    private List<Piece> pieces(String text, Set<Blank> blanks) {
        var pieces = new ArrayList<Piece>();
        var holes = HOLE.matcher(text);
        int from = 0;
        while (holes.find()) {
            if (holes.start() > from) {
                pieces.add(new Piece(text.substring(from, holes.start()), Origin.MODEL));
            }
            pieces.add(piece(holes.group(1) == null ? "" : holes.group(1), holes.group(2), blanks));
            from = holes.end();
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), Origin.MODEL));
        }
        return List.copyOf(pieces);
    }

    private Piece piece(String kind, String name, Set<Blank> blanks) {
        return switch (kind) {
            case "" -> chosen(model, values, name, blanks);
            case "article:" -> new Piece(String.valueOf(numbers.getOrDefault(name, 0)), Origin.MODEL);
            case "fact:" -> known(KnownFacts.Fact.of(name), blanks);
            case "computed:" -> computed(name);
            case "statuts:" -> {
                var statutes = required(name);
                yield chosen(statutes.model(), statutes.values(), name, blanks);
            }
            default -> throw new IllegalArgumentException("nothing is called " + kind + name);
        };
    }

    private Other required(String name) {
        if (other == null) {
            throw new IllegalArgumentException("no other text to take " + name + " from");
        }
        return other;
    }

    private static Piece chosen(TextModel model, Values values, String name, Set<Blank> blanks) {
        var choice = model.choice(name).orElseThrow(() -> new IllegalArgumentException("no choice " + name));
        return values.value(name)
                .map(value -> new Piece(choice.words(value), Origin.CHOSEN))
                .orElseGet(() -> {
                    blanks.add(new Blank(choice.label(), null));
                    return new Piece(DOTS, Origin.BLANK);
                });
    }

    private Piece known(KnownFacts.Fact fact, Set<Blank> blanks) {
        return facts.words(fact).map(words -> new Piece(words, Origin.KNOWN)).orElseGet(() -> {
            blanks.add(new Blank(fact.label(), fact.page()));
            return new Piece(DOTS, Origin.BLANK);
        });
    }

    private Piece computed(String name) {
        if (!name.equals("renouvellement")) {
            throw new IllegalArgumentException("nothing computes " + name);
        }
        return Renewal.of(values)
                .flatMap(Renewal::yearsBetween)
                .map(years -> new Piece(years == 1 ? "chaque année" : "tous les " + years + " ans", Origin.CHOSEN))
                .orElseGet(() -> new Piece(DOTS, Origin.BLANK));
    }
}
