package fr.maillage.dossier.intake;

import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.TrameSection;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which section of a trame a heading of somebody's document speaks of: the one whose title, in any trame, shares the most
 * words with it. A proposal, which a person confirms.
 */
final class SectionGuess {

    /** Share of common words from which a proposal is made. */
    private static final double ENOUGH = 0.5;

    private static final Set<String> SMALL = Set.of(
            "de", "des", "du", "la", "le", "les", "et", "en", "un", "une", "au", "aux", "sur", "pour", "par", "dans",
            "avec", "son", "ses", "leur", "leurs", "cpts", "projet", "sante", "ce", "cette", "est", "sont", "qui",
            "que", "quel", "quelle", "quels", "quelles", "votre", "vos", "il", "elle", "ou", "a");

    /** @param words those in common, as the document writes them */
    record Guess(String narrative, double share, Set<String> words) {}

    private final Map<String, Set<Set<String>>> titles = new HashMap<>();

    /** @param trames those whose titles teach how else a section is called */
    SectionGuess(Trame wanted, List<Trame> trames) {
        var keys = wanted.written().stream()
                .flatMap(section -> section.narrative().stream())
                .map(narrative -> narrative.key())
                .collect(Collectors.toSet());
        keys.forEach(key -> learn(key, key.replace('-', ' ')));
        for (var trame : trames) {
            for (TrameSection section : trame.written()) {
                section.narrative().filter(n -> keys.contains(n.key())).ifPresent(n -> learn(n.key(), section.title()));
            }
        }
    }

    private void learn(String key, String title) {
        var stems = stems(title).keySet();
        if (!stems.isEmpty()) {
            titles.computeIfAbsent(key, _ -> new HashSet<>()).add(stems);
        }
    }

    /** The best proposal, or null when none shares enough. */
    @Nullable
    Guess of(String heading) {
        var stems = stems(heading);
        Guess best = null;
        for (var section : titles.entrySet()) {
            for (var title : section.getValue()) {
                var common = new HashSet<>(stems.keySet());
                common.retainAll(title);
                double share = stems.isEmpty() ? 0 : 2.0 * common.size() / (stems.size() + title.size());
                if (share >= ENOUGH
                        && (best == null
                                || share > best.share()
                                || share == best.share() && section.getKey().compareTo(best.narrative()) < 0)) {
                    best = new Guess(
                            section.getKey(),
                            share,
                            common.stream().map(stems::get).collect(Collectors.toSet()));
                }
            }
        }
        return best;
    }

    /** The words that carry a meaning, by their first six letters: « partenariats » meets « partenariat ». */
    private static Map<String, String> stems(String text) {
        var plain = Normalizer.normalize(text.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return Arrays.stream(plain.split("[^a-z0-9]+"))
                .filter(word -> word.length() > 1 && !SMALL.contains(word))
                .collect(Collectors.toMap(
                        word -> word.substring(0, Math.min(6, word.length())), word -> word, (one, _) -> one));
    }
}
