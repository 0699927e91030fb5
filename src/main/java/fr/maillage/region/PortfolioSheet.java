package fr.maillage.region;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.region.PortfolioRow.PortfolioMoney;
import fr.maillage.review.YearlyReview;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A portfolio as a table: who the CPTS are, then the chosen columns; one column may need several of the table. */
final class PortfolioSheet {

    private record Field(String head, Function<PortfolioRow, Cell> cell) {}

    private static final List<Field> NAME = List.of(
            new Field("CPTS", row -> Cell.text(row.line().name())),
            new Field("Département", row -> Cell.text(row.line().departement())),
            new Field("Région", row -> Cell.text(row.line().region())));

    private PortfolioSheet() {}

    static Spreadsheet of(String title, List<PortfolioRow> rows, List<PortfolioColumn> columns, LocalDate day) {
        var fields = new ArrayList<>(NAME);
        columns.forEach(column -> fields.addAll(fields(column)));
        var lead = new ArrayList<>(List.of("Liste du " + French.date(day)
                + ". Ni classement ni note\u00A0: les CPTS n’ont ni la même taille, ni la même ancienneté, ni le même"
                + " territoire."));
        columns.forEach(column -> lead.add(column.label() + "\u00A0: " + French.inSentence(column.help())));
        return new Spreadsheet(
                title,
                lead,
                fields.stream().map(Field::head).toList(),
                rows.stream()
                        .map(row -> fields.stream()
                                .map(field -> field.cell().apply(row))
                                .toList())
                        .toList());
    }

    private static List<Field> fields(PortfolioColumn column) {
        return switch (column) {
            case STAGE ->
                List.of(new Field("Étape", row -> Cell.text(row.line().stage().label())));
            case POPULATION ->
                List.of(new Field(
                        "Habitants",
                        row -> row.line().population() == null
                                ? Cell.EMPTY
                                : Cell.whole(row.line().population())));
            case COMMUNES ->
                List.of(new Field("Communes", row -> Cell.whole(row.line().communes())));
            case SIZE -> List.of(new Field("Taille", row -> whole(row.line().size())));
            case PARTICIPANTS -> List.of(new Field("Acteurs", row -> whole(row.participants())));
            case CONTRACT ->
                List.of(
                        new Field("Contrat", row -> Cell.text(row.line().contract())),
                        new Field("Du", row -> Cell.day(row.line().from())),
                        new Field("Au", row -> Cell.day(row.line().to())),
                        new Field("Année du contrat", row -> whole(row.line().year())));
            case DUE -> List.of(money("Dû cette année", PortfolioMoney::due));
            case PAID -> List.of(money("Versé cette année", PortfolioMoney::paid));
            case TO_COME -> List.of(money("À venir cette année", PortfolioMoney::toCome));
            case TO_RETURN -> List.of(money("À restituer", PortfolioMoney::toReturn));
            case RECEIVED ->
                List.of(new Field("Reçu en tout", row -> Cell.amount(row.line().received())));
            case UNSPENT -> List.of(money("Non dépensé", PortfolioMoney::unspent));
            case NEXT_DEADLINE ->
                List.of(
                        new Field(
                                "Prochaine échéance, le",
                                row -> Cell.day(
                                        row.next() == null ? null : row.next().day())),
                        new Field(
                                "Prochaine échéance",
                                row -> Cell.text(
                                        row.next() == null ? null : row.next().label())));
            case PASSED_DEADLINES -> List.of(new Field("Échéances dépassées", row -> whole(row.passed())));
            case WATCH ->
                List.of(
                        new Field(
                                "Missions en retard",
                                row -> Cell.whole(row.line().late())),
                        new Field("Dialogue de gestion", row -> Cell.text(review(row.line()))),
                        new Field(
                                "Dossier en retard", row -> Cell.text(row.line().fileLate() ? "oui" : "non")));
        };
    }

    private static Field money(String head, Function<PortfolioMoney, Euros> amount) {
        return new Field(head, row -> row.money() == null ? Cell.EMPTY : Cell.amount(amount.apply(row.money())));
    }

    private static Cell whole(@Nullable Integer value) {
        return value == null ? Cell.EMPTY : Cell.whole(value);
    }

    private static String review(Portfolio.Line line) {
        return line.review() == null
                ? ""
                : "année " + line.reviewYear() + ", "
                        + French.inSentence(
                                YearlyReview.State.valueOf(line.review()).label());
    }
}
