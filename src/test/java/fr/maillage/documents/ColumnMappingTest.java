package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.documents.ColumnMapping.Column;
import fr.maillage.documents.ColumnMapping.Field;
import fr.maillage.documents.SheetReading.Rows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {

    private static final List<Field> FIELDS = List.of(
            new Field("nom", "Nom", true, Set.of("qui")), new Field("metier", "Métier", false, Set.of("profession")));

    private static Rows rows(String csv) {
        return (Rows) SheetReader.read(csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void headsAreKnownWithoutAccentsCapitalsNorSigns() {
        var mapping = ColumnMapping.of(FIELDS, rows("QUI ?;Profession;profession;Âge\nA;B;C;D\n"), Map.of());

        assertThat(mapping.columns()).extracting(Column::field).containsExactly("nom", "metier", "", "");
        assertThat(mapping.missing()).isEmpty();
        assertThat(mapping.understood()).isEqualTo(2);
    }

    @Test
    void whatSomebodySaysWinsOverTheHeads() {
        var rows = rows("Nom;Rien\nA;B\n");
        var mapping = ColumnMapping.of(FIELDS, rows, Map.of("colonne-0", "", "colonne-1", "nom"));

        assertThat(mapping.text(rows.rows().getFirst(), "nom")).isEqualTo("B");
        assertThat(mapping.text(rows.rows().getFirst(), "metier")).isEmpty();
    }

    @Test
    void ofTwoColumnsOfAFieldTheFirstIsReadAndSomebodyIsTold() {
        var rows = rows("a;b\nA;B\n");
        var mapping = ColumnMapping.of(FIELDS, rows, Map.of("colonne-0", "nom", "colonne-1", "nom"));

        assertThat(mapping.text(rows.rows().getFirst(), "nom")).isEqualTo("A");
        assertThat(mapping.doubled()).extracting(Field::code).containsExactly("nom");
    }

    @Test
    void aFieldThatDoesNotExistIsNone() {
        var mapping = ColumnMapping.of(FIELDS, rows("a\nA\n"), Map.of("colonne-0", "<script>"));

        assertThat(mapping.missing()).extracting(Field::code).containsExactly("nom");
    }

    /** Lines skipped, cells beyond the heads, signs of comments, of formulas and of CSV itself. */
    @Test
    void aListThatIsCarriedIsReadAgainAsItWas() {
        var rows = rows("# note\nNom;Métier\n\n\"#1;\"\"x\";'=1+2;en trop\n\nDernier\n");

        assertThat(rows(carried(rows)).header()).isEqualTo(List.of("Nom", "Métier"));
        var again = carried(rows(carried(rows)));
        assertThat(again).isEqualTo(carried(rows));
        assertThat(rows(again).rows()).isEqualTo(rows.rows());
    }

    @Test
    void aCellFarDownIsRefusedBeforeItsEmptyLinesAreMade() {
        var far = new SheetReading.Rows(
                java.util.Collections.nCopies(100, "Titre"),
                java.util.List.of(
                        new SheetReading.Row(2, java.util.List.of("a")),
                        new SheetReading.Row(2_000_000_000, java.util.List.of("b"))));
        assertThat(ColumnMapping.carried(far, 200_000)).isEmpty();
        assertThat(ColumnMapping.carried(
                        new SheetReading.Rows(far.header(), far.rows().reversed()), 200_000))
                .isEmpty();
        var near = new SheetReading.Rows(
                java.util.List.of("Titre"), java.util.List.of(new SheetReading.Row(4, java.util.List.of("a"))));
        assertThat(ColumnMapping.carried(near, 200_000)).isPresent();
    }

    private static String carried(Rows rows) {
        return ColumnMapping.carried(rows, 200_000).orElseThrow();
    }
}
