package fr.maillage.project.budget;

import fr.maillage.documents.ColumnMapping;
import fr.maillage.project.BudgetAccounts;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which line of the form the words of a team's table speak of: by the number of its account, by the words they share. */
final class AccountGuess {

    /** Share of common words from which a line is proposed. */
    private static final double ENOUGH = 0.5;

    private static final Pattern NUMBER = Pattern.compile("^(\\d{2})\\d*\\b.*");
    private static final Set<String> SMALL =
            Set.of("de", "des", "du", "la", "le", "les", "et", "en", "un", "une", "sur");

    private AccountGuess() {}

    /** Code of a line, empty when none shares enough. */
    static String of(String label) {
        var plain = ColumnMapping.plain(label);
        var number = NUMBER.matcher(plain);
        var account = number.matches() ? number.group(1) : "";
        var words = stems(plain.replaceFirst("^\\d+ ?", ""));
        String best = "";
        double share = 0;
        for (var block : BudgetAccounts.blocks()) {
            for (var group : block.groups()) {
                if (!account.isEmpty() && !group.account().equals(account)) {
                    continue;
                }
                for (var line : group.lines()) {
                    // A number alone is enough where its account has one line.
                    double found = Math.max(
                            common(words, stems(ColumnMapping.plain(line.label()))),
                            !account.isEmpty() && group.lines().size() == 1 ? 1 : 0);
                    if (found >= ENOUGH && found > share) {
                        best = line.code();
                        share = found;
                    }
                }
            }
        }
        return best;
    }

    private static double common(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return one.isEmpty() || other.isEmpty() ? 0 : 2.0 * both.size() / (one.size() + other.size());
    }

    private static Set<String> stems(String plain) {
        return Arrays.stream(plain.split(" "))
                .filter(word -> word.length() > 1 && !SMALL.contains(word))
                .map(word -> word.substring(0, Math.min(6, word.length())))
                .collect(Collectors.toSet());
    }
}
