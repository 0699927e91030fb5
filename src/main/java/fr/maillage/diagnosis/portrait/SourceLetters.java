package fr.maillage.diagnosis.portrait;

import fr.maillage.diagnosis.FigureSource;
import fr.maillage.shared.French;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sources of one table: a letter in each row, the words under the table. */
final class SourceLetters {

    private final Portrait portrait;
    private final Map<String, String> letters = new LinkedHashMap<>();

    SourceLetters(Portrait portrait) {
        this.portrait = portrait;
    }

    /** The letter of a source; a dash when nothing is known. */
    String of(@Nullable FigureSource source) {
        if (source == null) {
            return "–";
        }
        var edition = portrait.edition(source.dataset());
        var period = source.period().isEmpty() ? "" : " (" + source.period() + ")";
        var words = edition == null ? source.words() : edition.shortWords() + period;
        return letters.computeIfAbsent(words, _ -> String.valueOf((char) ('a' + letters.size() % 26)));
    }

    /** « Sources : a, CartoSanté, millésime 2023-2024 (2023) ; b, … ». */
    String words() {
        return letters.isEmpty()
                ? ""
                : "Sources" + French.NBSP + ": "
                        + letters.entrySet().stream()
                                .map(letter -> letter.getValue() + ", " + letter.getKey())
                                .collect(Collectors.joining(" ; "))
                        + ".";
    }
}
