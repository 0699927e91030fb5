package fr.maillage.region;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A portfolio as a table. */
final class PortfolioSheet {

    private PortfolioSheet() {}

    static Spreadsheet of(String title, List<Portfolio.Line> lines, LocalDate day) {
        return new Spreadsheet(
                title,
                List.of(
                        "Liste du " + French.date(day)
                                + ". Ni classement ni note : les CPTS n’ont ni la même taille, ni la même"
                                + " ancienneté, ni le même territoire.",
                        "Reçu : versements que la CPTS a notés. Population : communes du territoire en vigueur."),
                List.of(
                        "CPTS",
                        "Département",
                        "Région",
                        "Étape",
                        "Habitants",
                        "Communes",
                        "Taille",
                        "Contrat",
                        "Du",
                        "Au",
                        "Année du contrat",
                        "Reçu",
                        "Missions en retard",
                        "Dialogue de gestion",
                        "Dossier en retard"),
                lines.stream()
                        .map(line -> List.of(
                                Cell.text(line.name()),
                                Cell.text(line.departement()),
                                Cell.text(line.region()),
                                Cell.text(line.stage().label()),
                                line.population() == null ? Cell.EMPTY : Cell.whole(line.population()),
                                Cell.whole(line.communes()),
                                whole(line.size()),
                                Cell.text(line.contract()),
                                Cell.day(line.from()),
                                Cell.day(line.to()),
                                whole(line.year()),
                                Cell.amount(line.received()),
                                Cell.whole(line.late()),
                                Cell.text(
                                        line.review() == null
                                                ? ""
                                                : "année " + line.reviewYear() + ", " + state(line.review())),
                                Cell.text(line.fileLate() ? "oui" : "non")))
                        .toList());
    }

    private static Cell whole(@Nullable Integer value) {
        return value == null ? Cell.EMPTY : Cell.whole(value);
    }

    static String state(String review) {
        return French.inSentence(
                fr.maillage.review.YearlyReview.State.valueOf(review).label());
    }
}
