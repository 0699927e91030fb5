package fr.maillage.dossier.annexes;

import fr.maillage.community.Perimeter;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.dossier.projection.CommunityFacts;
import fr.maillage.project.BudgetWorkbook;
import fr.maillage.shared.French;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The tables of a project that institutions also want as spreadsheets. */
public final class ProjectSheets {

    private ProjectSheets() {}

    /** The communes of the territory; empty while none is chosen. */
    public static Optional<byte[]> communes(CommunityFacts facts, LocalDate day) {
        var territory = facts.territory();
        return territory == null
                ? Optional.empty()
                : Optional.of(written(communes(facts.community().name(), territory, day)));
    }

    private static Spreadsheet communes(String name, Perimeter territory, LocalDate day) {
        return new Spreadsheet(
                "Communes de la " + name,
                List.of(
                        "Territoire au " + French.date(day) + ", "
                                + French.count(territory.communes(), "commune", "communes") + ".",
                        "Population municipale, Insee, millésime " + territory.vintage() + "."),
                List.of("Code Insee", "Commune", "Partie", "Département", "Code postal", "Population", "Millésime"),
                territory.places().stream()
                        .map(place -> List.of(
                                Cell.text(place.commune()),
                                Cell.text(place.name()),
                                Cell.text(place.part()),
                                Cell.text(place.departement()),
                                Cell.text(String.join(" ", place.postalCodes())),
                                place.population() == null ? Cell.EMPTY : Cell.whole(place.population()),
                                place.vintage() == null ? Cell.text("déclaré") : Cell.text("" + place.vintage())))
                        .toList());
    }

    /** Every year of the budget with its sums; empty while nothing is budgeted. */
    public static Optional<byte[]> budget(CommunityFacts facts, LocalDate day) {
        return facts.project().budgets().stream()
                        .allMatch(budget -> budget.lines().isEmpty())
                ? Optional.empty()
                : Optional.of(new BudgetWorkbook(facts.community().name(), facts.project(), day).xlsx());
    }

    private static byte[] written(Spreadsheet sheet) {
        var bytes = new ByteArrayOutputStream();
        try {
            sheet.xlsx(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
