package fr.maillage.community.participants;

import fr.maillage.community.ParticipantFacts;
import fr.maillage.documents.Cell;
import fr.maillage.documents.ColumnMapping.Field;
import fr.maillage.documents.Spreadsheet;
import java.util.List;

/** The actors as a file: what the export gives is what the import reads. */
final class ParticipantSheet {

    /** As {@link ParticipantColumns} finds them again. */
    static final List<String> HEADS =
            ParticipantColumns.ALL.stream().map(Field::label).toList();

    private ParticipantSheet() {}

    static Spreadsheet of(List<ParticipantFacts> actors, List<String> notes) {
        return new Spreadsheet(
                "Acteurs",
                notes,
                HEADS,
                actors.stream().map(ParticipantSheet::cells).toList());
    }

    private static List<Cell> cells(ParticipantFacts facts) {
        var place = facts.place();
        return List.of(
                Cell.text(facts.kind().label()),
                Cell.text(facts.name()),
                Cell.text(facts.givenName()),
                Cell.text(facts.category().label()),
                Cell.text(facts.categoryDetail()),
                Cell.text(facts.sector().label()),
                Cell.text(place == null ? null : place.name() + " (" + place.code() + ")"),
                Cell.text(facts.attachedTo()),
                Cell.text(facts.governance() ? "oui" : "non"),
                Cell.text(facts.function()),
                Cell.text(facts.certain() ? "oui" : "non"),
                Cell.text(facts.membership().label()),
                Cell.day(facts.conventionOn()),
                Cell.text(facts.rpps()),
                Cell.text(facts.finess()),
                Cell.text(facts.siret()));
    }
}
