package fr.maillage.review;

import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The years of the contracts of a CPTS side by side: what they reached, what they brought, what they spent, what they did. */
public record YearsBeside(List<Column> columns, List<Group> groups) {

    /** @param state of its review, in words */
    public record Column(String contract, int year, LocalDate firstDay, LocalDate lastDay, String state) {

        public String title() {
            return "Année " + year;
        }

        public String period() {
            return French.date(firstDay) + " – " + French.date(lastDay);
        }
    }

    /** Rows that are read together. */
    public record Group(String title, String code, String source, List<Row> rows) {}

    /** @param values one by column */
    public record Row(String label, String detail, List<Value> values) {}

    /** @param number null when the year says none */
    public record Value(@Nullable BigDecimal number, String shown) {

        static final Value NONE = new Value(null, "–");

        static Value of(Euros amount) {
            return new Value(amount.value(), French.amount(amount));
        }

        static Value of(BigDecimal number, String unit) {
            return new Value(number, Quantity.of(number, unit));
        }
    }
}
