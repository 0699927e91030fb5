package fr.maillage.project.intake;

import fr.maillage.documents.ColumnMapping;
import fr.maillage.ui.Form;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The day that a team means by what it wrote in a table: « 12/03/2027 », « mars 2027 », « T2 2027 », « 2027 ». */
final class WrittenDay {

    private static final List<String> MONTHS =
            List.of("janv", "fev", "mars", "avr", "mai", "juin", "juil", "aou", "sept", "oct", "nov", "dec");

    private static final Pattern MONTH = Pattern.compile("(?:(\\d{1,2})|([a-z]{3,9})) (20\\d\\d)");
    private static final Pattern PART =
            Pattern.compile("(?:([ts])([1-4])|([1-4])(?:er|e|eme|nd|d)? (trimestre|semestre)) (20\\d\\d)");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    private WrittenDay() {}

    /** @param last the end of the month, of the part of the year or of the year, instead of its start */
    static Optional<LocalDate> of(String text, boolean last) {
        var form = Form.empty().set("jour", text);
        var exact = form.day("jour");
        if (exact != null && form.errors().isEmpty()) {
            return Optional.of(exact);
        }
        var plain = ColumnMapping.plain(text);
        if (YEAR.matcher(plain).matches()) {
            return months(Integer.parseInt(plain), 1, 12, last);
        }
        var part = PART.matcher(plain);
        if (part.matches()) {
            boolean quarter = part.group(1) == null
                    ? part.group(4).equals("trimestre")
                    : part.group(1).equals("t");
            int rank = Integer.parseInt(part.group(2) == null ? part.group(3) : part.group(2));
            int length = quarter ? 3 : 6;
            return rank * length > 12
                    ? Optional.empty()
                    : months(Integer.parseInt(part.group(5)), (rank - 1) * length + 1, rank * length, last);
        }
        var month = MONTH.matcher(plain);
        if (!month.matches()) {
            return Optional.empty();
        }
        int rank = month.group(1) != null ? Integer.parseInt(month.group(1)) : named(month.group(2));
        return rank < 1 || rank > 12 ? Optional.empty() : months(Integer.parseInt(month.group(3)), rank, rank, last);
    }

    private static int named(String word) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (word.startsWith(MONTHS.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Optional<LocalDate> months(int year, int from, int to, boolean last) {
        return Optional.of(
                last
                        ? YearMonth.of(year, to).atEndOfMonth()
                        : YearMonth.of(year, from).atDay(1));
    }
}
