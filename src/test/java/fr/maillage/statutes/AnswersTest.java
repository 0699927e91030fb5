package fr.maillage.statutes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.ui.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a form may send: read whole, or refused beside its field. */
class AnswersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "assemblee;   ag-preavis;         0;        Écrivez un nombre entier entre 1 et 90.",
                "assemblee;   ag-preavis;         91;       Écrivez un nombre entier entre 1 et 90.",
                "assemblee;   ag-preavis;         -15;      Écrivez un nombre entier entre 1 et 90.",
                "assemblee;   ag-preavis;         15,5;     Écrivez un nombre entier entre 1 et 90.",
                "assemblee;   ag-preavis;         =15+1;    Écrivez un nombre entier entre 1 et 90.",
                "assemblee;   ag-quorum;          2/3;      Choisissez une ligne de la liste.",
                "assemblee;   ag-quorum;          9/1;      Choisissez une ligne de la liste.",
                "assemblee;   ag-majorite;        toutes;   Choisissez une ligne de la liste.",
                "cotisations; cotisation-montant; 12,50;    Écrivez le montant sans centimes",
                "cotisations; cotisation-montant; 20000;    Ce montant est trop grand",
            })
    void whatIsNoAnswerIsRefusedBesideItsField(String article, String field, String typed, String sentence) {
        var form = Form.sent(Map.of(field, List.of(typed)));
        var values = Answers.read(TextModel.of(TextKind.STATUTES).article(article), form);

        assertThat(form.errors().message(field)).startsWith(sentence);
        assertThat(values.value(field)).isEmpty();
        assertThat(form.value(field)).as("kept as typed").isEqualTo(typed);
    }

    /** Turning two million digits into a number takes the better part of a minute. */
    @Test
    @Timeout(60)
    void endlessDigitsAreRefusedUncounted() {
        var form = Form.sent(Map.of("cotisation-montant", List.of("9".repeat(2_000_000))));
        Answers.read(TextModel.of(TextKind.STATUTES).article("cotisations"), form);

        assertThat(form.errors().message("cotisation-montant")).startsWith("Ce montant est trop grand");
    }

    @Test
    void aTextTooLongIsRefused() {
        var form = Form.sent(Map.of("sigle", List.of("X".repeat(61))));
        Answers.read(TextModel.of(TextKind.STATUTES).article("nom"), form);

        assertThat(form.errors().message("sigle")).contains("61 signes, la limite est de 60");
    }

    /** Boxes that no longer exist in the file are left out, the others stay. */
    @Test
    void unknownBoxesAreLeftOut() {
        var form = Form.sent(Map.of("ressources", List.of("aci", "loterie", "fir")));
        var values = Answers.read(TextModel.of(TextKind.STATUTES).article("ressources"), form);

        assertThat(values.value("ressources")).contains(new Value.Several(List.of("aci", "fir")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Soins|Soins;      6|6;   1|1;   Ligne 2 : un autre collège porte déjà ce nom.",
                "|;                6|;    1|;    Ligne 1 : donnez un nom au collège",
                "Soins|Social;     six|6; 1|1;   Ligne 1 : indiquez ses sièges",
                "Soins|Social;     6|61;  1|1;   Ligne 2 : indiquez ses sièges",
                "Soins|Social;     6|6;   1|x;   Ligne 2 : indiquez le poids",
            })
    void aCollegeThatIsNoneIsRefusedWithItsLine(String names, String seats, String weights, String sentence) {
        var form = colleges(names, seats, weights);
        var values = Answers.read(TextModel.of(TextKind.STATUTES).article("composition"), form);

        assertThat(form.errors().message("colleges").replace('\u00A0', ' ')).startsWith(sentence);
        assertThat(values.colleges()).isEmpty();
    }

    @Test
    void emptyLinesAreNoCollegeAndAWeightLeftOutIsOne() {
        var values = Answers.read(
                TextModel.of(TextKind.STATUTES).article("composition"), colleges("Soins||Social", "6||3", "||2"));

        assertThat(values.colleges())
                .containsExactly(new College("Soins", "", 6, 1, false), new College("Social", "", 3, 2, false));
    }

    /** What is stored is what was read. */
    @ParameterizedTest
    @EnumSource
    void answersComeBackFromWhereTheyAreStored(TextKind kind) {
        var work = TestTexts.with("sigle=CDE", "fonctions=indemnisees", "motifs=nuire|fonds", "frais-repas=20");
        for (var article : TextModel.of(kind).articles()) {
            var values = work.draft(kind).values(article);
            assertThat(Answers.stored(article, Answers.written(article, values)))
                    .isEqualTo(values);
        }
    }

    /** Words of people are words: neither a hole of the model nor a tag. */
    @Test
    void typedWordsAreNeverReadAsTheModel() {
        var work = TestTexts.with("sigle={fact:siege} <b>");

        assertThat(TestTexts.words(work, TextKind.STATUTES, "nom")).contains("{fact:siege} <b>");
    }

    private static Form colleges(String names, String seats, String weights) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("college-nom", List.of(names.split("\\|", -1)));
        fields.put("college-sieges", List.of(seats.split("\\|", -1)));
        fields.put("college-voix", List.of(weights.split("\\|", -1)));
        return Form.sent(fields);
    }
}
