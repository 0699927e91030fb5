package fr.maillage.territory;

import fr.maillage.shared.French;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Communes as people write them in one field, separated by commas or lines: a name, a postal code, an INSEE code, the
 * name of an EPCI, or « Millau (12145) » as the program itself writes them. What is not understood is told, word by word.
 */
@Component
public class CommuneWords {

    private static final int MOST_WORDS = 300;
    private static final int FEW = 4;
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\n\\r\\t]+");
    private static final Pattern WITH_CODE = Pattern.compile(".*\\(\\s*(\\d[\\dAB]\\d{3})\\s*\\)");
    private static final Pattern FIVE_SIGNS = Pattern.compile("\\d[\\dABab]\\d{3}");

    private final Communes communes;

    CommuneWords(Communes communes) {
        this.communes = communes;
    }

    /**
     * @param codes INSEE codes, each once, in the order written
     * @param text the same list as the program writes it, for the field to show what was understood
     * @param fault what is not understood, in French; null when everything is
     */
    public record Understood(
            List<String> codes, String text, @Nullable String fault) {}

    public Understood read(String text) {
        var words = Arrays.stream(SEPARATOR.split(text))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return new Understood(List.of(), text, "Indiquez au moins une commune.");
        }
        if (words.size() > MOST_WORDS) {
            return new Understood(
                    List.of(),
                    text,
                    "La liste dépasse " + MOST_WORDS + " noms. Nommez plutôt les intercommunalités entières.");
        }
        Map<String, Commune> found = new LinkedHashMap<>();
        for (var word : words) {
            switch (find(word)) {
                case Found.These(var these) -> these.forEach(commune -> found.put(commune.code(), commune));
                case Found.Not(var why) -> {
                    return new Understood(List.of(), text, why);
                }
            }
        }
        var shown = found.values().stream().map(CommuneWords::label).collect(Collectors.joining(", "));
        return new Understood(List.copyOf(found.keySet()), shown, null);
    }

    private sealed interface Found {
        record These(List<Commune> communes) implements Found {}

        record Not(String why) implements Found {}
    }

    private Found find(String word) {
        Matcher coded = WITH_CODE.matcher(word);
        if (coded.matches()) {
            return communes.withCode(coded.group(1))
                    .<Found>map(commune -> new Found.These(List.of(commune)))
                    .orElseGet(() -> unknown(word, List.of()));
        }
        return FIVE_SIGNS.matcher(word).matches() ? byCode(word.toUpperCase(Locale.ROOT)) : byName(word);
    }

    /** Five digits may be a postal code, an INSEE code, or both. */
    private Found byCode(String code) {
        var byPost = communes.search(code, Communes.LONGEST_SEARCH).stream()
                .filter(commune -> commune.postalCodes().contains(code) && !commune.isArrondissement())
                .toList();
        var byInsee = communes.withCode(code);
        var all = new LinkedHashMap<String, Commune>();
        byPost.forEach(commune -> all.put(commune.code(), commune));
        byInsee.ifPresent(commune -> all.put(commune.code(), commune));
        return switch (all.size()) {
            case 0 -> unknown(code, List.of());
            case 1 -> new Found.These(List.copyOf(all.values()));
            default -> several(code, List.copyOf(all.values()));
        };
    }

    private Found byName(String word) {
        var near = communes.search(word, 20);
        var same = near.stream()
                .filter(commune -> plain(commune.name()).equals(plain(word)) && !commune.isArrondissement())
                .toList();
        if (same.size() == 1) {
            return new Found.These(same);
        }
        if (same.size() > 1) {
            return several(word, same);
        }
        for (var epci : communes.searchEpci(word, FEW)) {
            if (plain(epci.epci().name()).endsWith(plain(word))) {
                return new Found.These(communes.ofEpci(epci.epci().code()));
            }
        }
        var only = near.size() == 1 && plain(near.getFirst().name()).startsWith(plain(word));
        return only ? new Found.These(near) : unknown(word, near);
    }

    private static Found several(String word, List<Commune> communes) {
        return new Found.Not(quoted(word) + " désigne plusieurs communes" + French.NBSP + ": " + few(communes)
                + ". Gardez le nom et le code de la bonne.");
    }

    private static Found unknown(String word, List<Commune> near) {
        var hint = near.isEmpty()
                ? " Écrivez le nom de la commune, son code postal ou son code Insee."
                : " Noms proches" + French.NBSP + ": " + few(near) + ".";
        return new Found.Not(quoted(word) + " n’est pas une commune connue." + hint);
    }

    private static String few(List<Commune> communes) {
        var names = communes.stream().limit(FEW).map(CommuneWords::label).collect(Collectors.joining(", "));
        return communes.size() > FEW ? names + "…" : names;
    }

    private static String label(Commune commune) {
        return commune.name() + " (" + commune.code() + ")";
    }

    private static String quoted(String word) {
        return "«" + French.NBSP + (word.length() <= LONGEST_SHOWN ? word : word.substring(0, LONGEST_SHOWN) + "…")
                + French.NBSP + "»";
    }

    /** Without accents, case, hyphens; « St » is « Saint ». */
    private static String plain(String name) {
        return Normalizer.normalize(name.replace("œ", "oe").replace("Œ", "oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .replaceAll("\\b(st)(e?)\\b", "saint$2")
                .strip();
    }
}
