package fr.maillage.library.pages;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody types in the search, as the database asks it: all the words, « an exact phrase » between quotes, a word
 * after a minus left out; the word being typed also as the beginning of a longer one.
 *
 * @param words for {@code websearch_to_tsquery}
 * @param before the words before the last
 * @param prefix the last word with {@code :*}, empty when it is not a plain one
 */
record SearchWords(String words, String before, String prefix) {

    private static final int SHORTEST_PREFIX = 3;

    /** A query of nothing finds nothing; one that leaves out what nobody writes finds every text. */
    private static final String EVERY_TEXT = "-zzzzzzzzzzzzzzzz";

    private static final Pattern LAST = Pattern.compile("(.*?)([\\p{L}\\p{N}]+)", Pattern.DOTALL);

    static SearchWords of(String typed) {
        // French quotes and apostrophes are those of a phrase and of a word here
        var words = typed.replace('«', '"').replace('»', '"').replace('’', '\'').strip();
        var last = LAST.matcher(words);
        if (words.indexOf('"') >= 0
                || !last.matches()
                || last.group(2).length() < SHORTEST_PREFIX
                || last.group(1).endsWith("-")) {
            return new SearchWords(words, "", "");
        }
        return new SearchWords(words, last.group(1), last.group(2) + ":*");
    }

    /** Whether words are asked next to each other: the index knows which texts have them, not where. */
    boolean hasPhrase() {
        return words.indexOf('"') >= 0;
    }

    /** The same words, wherever they stand; a phrase that is left out is left out afterwards, not word by word. */
    String loose() {
        var kept = words.replaceAll("-\\s*\"[^\"]*\"?", " ").strip();
        return kept.isEmpty() ? EVERY_TEXT : kept.replace('"', ' ');
    }

    /** The beginning of the longest word, plain, as a text may hold it in any of its forms; where an excerpt begins. */
    String needle() {
        var longest = "";
        for (var word : Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+")) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest.substring(0, Math.min(longest.length(), Math.max(SHORTEST_PREFIX, longest.length() - 3)));
    }

    /** The SQL of the query, with parameters {@code words}, {@code before}, {@code prefix}. */
    String sql() {
        var all = "websearch_to_tsquery('library.french', :words)";
        return prefix.isEmpty()
                ? all
                : "(" + all + " || (websearch_to_tsquery('library.french', :before)"
                        + " && (to_tsquery('library.french', :prefix) || to_tsquery('library.plain', :prefix))))";
    }
}
