package fr.maillage.rules;

import fr.maillage.rules.data.DataFile;
import fr.maillage.rules.data.DataNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of the letters of an instruction, dated: shipped in {@code rules/letters.yaml}, replaced whole by the file of
 * an institution or of a région. A file that lacks a letter, or names a word that nothing fills, is refused.
 */
public final class LetterTemplates {

    /** The letters that every edition has. */
    private static final List<String> CODES = List.of(
            "projet-recu",
            "lettre-recu",
            "projet-validation",
            "projet-complement",
            "projet-opposition",
            "projet-validation-tacite",
            "lettre-validation",
            "lettre-complement",
            "lettre-sans-suite",
            "lettre-caducite");

    /** The letters that came later: a file copied before them goes on with the shipped ones. */
    private static final List<String> LATER = Stream.of("pre-projet-", "demande-")
            .flatMap(kind -> Stream.of("recu", "validation", "complement", "sans-suite", "caducite")
                    .map(kind::concat))
            .toList();

    /** The words that the program fills; {@code recours} comes from the file itself. */
    private static final Set<String> WORDS = Set.of(
            "cpts",
            "de-cpts",
            "dossier",
            "version",
            "recu",
            "recu-a",
            "depose-par",
            "article",
            "motifs-legaux",
            "limite",
            "limite-courante",
            "repute-valide",
            "avis",
            "reponse-avant",
            "motif",
            "fondements",
            "recours");

    private static final Pattern WORD = Pattern.compile("\\{([^{}]*)}");

    /** @param paragraphs with the words to fill between braces; one that starts with « ## » is a heading */
    public record Template(String subject, List<String> paragraphs) {

        /** The paragraphs with their words; those that need a word which is absent or empty are left out. */
        public List<String> filled(Map<String, String> words) {
            var filled = new ArrayList<String>();
            for (var paragraph : paragraphs) {
                if (WORD.matcher(paragraph)
                        .results()
                        .allMatch(word -> !words.getOrDefault(word.group(1), "").isEmpty())) {
                    filled.add(WORD.matcher(paragraph)
                            .replaceAll(word -> Matcher.quoteReplacement(words.getOrDefault(word.group(1), ""))));
                }
            }
            return filled;
        }
    }

    /**
     * What is in force on a day.
     *
     * @param delegation the line above the quality of who signs for an ARS
     * @param recourse how a decision is contested, in words
     */
    public record Edition(String delegation, String recourse, Map<String, Template> letters) {

        /** @throws IllegalArgumentException for a code that no edition has */
        public Template letter(String code) {
            var letter = letters.get(code);
            if (letter == null) {
                throw new IllegalArgumentException("no letter " + code);
            }
            return letter;
        }

        /** This edition with the letters it lacks from another one. */
        private Edition completedBy(Edition other) {
            var all = new LinkedHashMap<>(other.letters);
            all.putAll(letters);
            return new Edition(delegation, recourse, Map.copyOf(all));
        }
    }

    private final Dated<Edition> editions;

    private LetterTemplates(Dated<Edition> editions) {
        this.editions = editions;
    }

    public static LetterTemplates shipped() {
        return new LetterTemplates(DataFile.shipped("rules/letters.yaml", LetterTemplates::read));
    }

    /**
     * The letters of a file written by hand.
     *
     * @throws fr.maillage.rules.data.BrokenDataFile with everything that is wrong in it
     */
    public static LetterTemplates of(Path file) {
        try {
            return new LetterTemplates(
                    DataFile.read(file.getFileName().toString(), Files.readString(file), LetterTemplates::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws NoRuleInForce before the first edition */
    public Edition on(LocalDate day) {
        var edition = editions.on(day);
        return edition.letters.keySet().containsAll(LATER)
                ? edition
                : edition.completedBy(shipped().editions.on(day));
    }

    private static Dated<Edition> read(DataNode root) {
        root.onlyKeys("editions");
        return new Dated<>(
                "courriers",
                root.list("editions").stream()
                        .map(node -> new Dated.Entry<>(node.date("from"), edition(node)))
                        .toList());
    }

    private static Edition edition(DataNode node) {
        node.onlyKeys("from", "delegation", "recourse", "letters");
        var all = node.at("letters")
                .onlyKeys(Stream.concat(CODES.stream(), LATER.stream()).toArray(String[]::new));
        var letters = new LinkedHashMap<String, Template>();
        for (var code : CODES) {
            letters.put(code, template(all.at(code)));
        }
        LATER.stream().filter(all::has).forEach(code -> letters.put(code, template(all.at(code))));
        return new Edition(node.text("delegation"), node.text("recourse"), Map.copyOf(letters));
    }

    private static Template template(DataNode node) {
        node.onlyKeys("subject", "body");
        var paragraphs = new ArrayList<String>();
        for (var item : node.list("body")) {
            var paragraph = item.scalar();
            if (paragraph == null || paragraph.isBlank()) {
                item.fault("un paragraphe est attendu");
                continue;
            }
            WORD.matcher(paragraph)
                    .results()
                    .map(word -> word.group(1))
                    .filter(word -> !WORDS.contains(word))
                    .forEach(word -> item.fault("« {" + word + "} » est inconnu ; mots possibles : "
                            + String.join(", ", WORDS.stream().sorted().toList())));
            paragraphs.add(paragraph.strip());
        }
        return new Template(node.text("subject"), List.copyOf(paragraphs));
    }
}
