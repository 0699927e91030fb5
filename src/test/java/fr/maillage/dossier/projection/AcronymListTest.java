package fr.maillage.dossier.projection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.documents.Block;
import fr.maillage.documents.Document;
import fr.maillage.documents.Opening;
import fr.maillage.documents.PlainText;
import fr.maillage.dossier.Signature;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcronymListTest {

    @Test
    void tellsOnlyTheAcronymsThatTheDocumentUsesEachOnce() {
        var body = List.<Block>of(
                new Block.Heading(1, "1", "La MSP", "msp"),
                Block.paragraph("L’ARS et la CPAM, puis l’ARS encore. Un INCONNU."));

        assertThat(PlainText.of(List.of(AcronymList.of(body).orElseThrow())).lines())
                .containsExactly(
                        "Sigles employés",
                        "En toutes lettres",
                        "ARS",
                        "agence régionale de santé",
                        "CPAM",
                        "caisse primaire d’assurance maladie",
                        "MSP",
                        "maison de santé pluriprofessionnelle");
    }

    @Test
    void aDocumentWithoutAcronymHasNoList() {
        assertThat(AcronymList.of(List.of(Block.paragraph("Rien à expliquer."))))
                .isEmpty();
    }

    @Test
    void theSignatureOfADepositStandsBeforeTheList() {
        var words = Block.paragraph("L’ARS.");
        var list = AcronymList.of(List.of(words)).orElseThrow();
        var document = new Document(
                "CPTS d’essai",
                "Projet",
                "Version 1",
                false,
                LocalDate.of(2026, 11, 23),
                new Opening.Letterhead("", List.of()),
                List.of(words, list));

        var signed =
                SignedDocument.of(document, new Signature("Camille Exemple", "présidente", LocalDate.of(2026, 11, 23)));

        assertThat(signed.body()).hasSize(4).last().isEqualTo(list);
        assertThat(signed.body().get(1)).isInstanceOf(Block.Heading.class);
    }
}
