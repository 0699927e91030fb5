package fr.maillage.statutes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.community.Association;
import fr.maillage.community.Body.Function;
import fr.maillage.documents.PlainText;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDocumentTest {

    /** Marked on every page while something forbids to adopt it, and told in the foot. */
    @ParameterizedTest
    @CsvSource({
        "0, false, Projet du 23 novembre 2026",
        "1, true, 'Projet du 23 novembre 2026, 1 point à corriger'",
        "3, true, 'Projet du 23 novembre 2026, 3 points à corriger'",
    })
    void aDraftSaysSo(int blocking, boolean marked, String version) {
        var work = TestTexts.with();
        var document =
                TextDocument.draft(TextKind.STATUTES, work, work.printed(TextKind.STATUTES), blocking, TestTexts.DAY);

        assertThat(document.draft()).isEqualTo(marked);
        assertThat(document.version().replace('\u00A0', ' ')).isEqualTo(version);
        assertThat(document.organisation()).isEqualTo("CPTS des Essais");
    }

    @Test
    void twoPeopleSignWithTheirNameAndFunction() {
        var work = TestTexts.with();
        var text = text(work);

        assertThat(text)
                .contains("Les présents statuts comptent 16 articles.\nFait à Millau, le " + Wording.DOTS)
                .contains("Camille Exemple\nDominique Modèle\nPrésidence\nTrésorerie");
    }

    @Test
    void anUnknownSignatoryLeavesItsPlace() {
        var facts = TestTexts.facts(Association.UNKNOWN, null, TestTexts.seat("Camille Exemple", Function.PRESIDENT));

        assertThat(text(TestTexts.with(facts))).contains("Camille Exemple\n" + Wording.DOTS + "\nPrésidence");
    }

    @Test
    void anAdoptedTextTellsWhoAdoptedItAndWhen() {
        var work = TestTexts.with();
        var act =
                new TextDocument.Act(LocalDate.of(2026, 10, 1), "L’assemblée générale constitutive", "Saint-Affrique");
        var document = TextDocument.adopted(
                TextKind.STATUTES, work.facts(), work.printed(TextKind.STATUTES), act, TestTexts.DAY);

        assertThat(document.draft()).isFalse();
        assertThat(document.version().replace('\u00A0', ' ')).isEqualTo("Adoptés le 1ᵉʳ octobre 2026");
        assertThat(PlainText.of(document.body()).replace('\u00A0', ' '))
                .contains("Texte adopté par l’assemblée générale constitutive, le 1ᵉʳ octobre 2026.")
                .contains("Fait à Saint-Affrique, le 1ᵉʳ octobre 2026.");
    }

    @Test
    void theTableOfCollegesIsPrintedWithItsTotal() {
        assertThat(text(TestTexts.with())).contains("Soins\nLibéraux\n6\n1\n", "Total\n\n12\n");
    }

    private static String text(Work work) {
        return PlainText.of(
                TextDocument.draft(TextKind.STATUTES, work, work.printed(TextKind.STATUTES), 0, TestTexts.DAY)
                        .body());
    }
}
