package fr.maillage.ui;

import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The acronyms that Maillage explains: those of a page or of a document at its end, all on {@code /glossaire}. */
public final class Acronyms {

    private record File(Source source, List<Acronym> acronyms) {}

    private static final File FILE = Shipped.yaml("/rules/acronyms.yaml", File.class);

    private static final Map<String, Acronym> BY_NAME =
            FILE.acronyms().stream().collect(Collectors.toUnmodifiableMap(Acronym::acronym, Function.identity()));

    /** What nobody reads: a tag, a comment, and the insides of what draws or runs. */
    private static final Pattern NOT_READ =
            Pattern.compile("<(script|style|svg|template)\\b[^>]*>.*?</\\1>|<[^>]*>", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}{2,}(?![\\p{L}\\p{N}])");

    private Acronyms() {}

    static Source source() {
        return FILE.source();
    }

    /** All of them, by the alphabet. */
    static List<Acronym> all() {
        return FILE.acronyms().stream()
                .sorted(Comparator.comparing(Acronym::acronym))
                .toList();
    }

    /** Those of which the letters, the meaning or the sentence hold what was typed, whatever its case and accents. */
    static List<Acronym> about(String typed) {
        var words = plain(typed);
        return all().stream()
                .filter(known -> plain(known.acronym() + " " + known.meaning() + " " + known.text())
                        .contains(words))
                .toList();
    }

    /** Those that a reader of this HTML meets, in the order of the alphabet. */
    static List<Acronym> within(String html) {
        return inText(NOT_READ.matcher(html).replaceAll(" "));
    }

    /** Those of a text without any form, in the order of the alphabet. */
    public static List<Acronym> inText(String text) {
        Set<String> met = new LinkedHashSet<>();
        var words = WORD.matcher(text);
        while (words.find()) {
            met.add(words.group());
        }
        return met.stream()
                .map(BY_NAME::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Acronym::acronym))
                .toList();
    }

    private static String plain(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('\u2019', '\'')
                .toLowerCase(Locale.FRENCH)
                .strip();
    }
}
