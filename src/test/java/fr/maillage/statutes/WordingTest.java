package fr.maillage.statutes;

import static fr.maillage.statutes.TextKind.INTERNAL_RULES;
import static fr.maillage.statutes.TextKind.STATUTES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.community.Association;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    /** What one chooses is read at once in the article. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ag-preavis=21;            assemblee;   au moins 21 jours avant la date fixée",
                "ag-mois=3;                assemblee;   chaque année au mois de mars",
                "ag-mois=;                 assemblee;   Elle se tient une fois par an",
                "ag-quorum=1/3;            assemblee;   que si un tiers au moins des membres sont présents",
                "ag-quorum=;               assemblee;   délibère quel que soit le nombre",
                "ag-pouvoirs=1;            assemblee;   porter plus de 1 pouvoir.",
                "ag-pouvoirs=0;            assemblee;   ne peut pas se faire représenter",
                "ag-majorite=presents;     assemblee;   à la majorité des voix des membres présents ou représentés",
                "age-majorite=2/3;         assemblee-extraordinaire; à la majorité des deux tiers des voix exprimées",
                "age-demande=1/2;          assemblee-extraordinaire; la moitié des membres plus un le demandent",
                "ca-renouvellement=moitie; conseil;     par moitié chaque année. La première fois",
                "ca-annees=4;              conseil;     par moitié tous les 2 ans",
                "ca-demande=1/2;           conseil;     à la demande de la moitié de ses membres",
                "ca-absences=0;            conseil;     Il décide à la majorité des voix",
                "fonctions=indemnisees;    indemnites;  plafond annuel de la sécurité sociale",
                "duree=objet;              duree;       défini à l’article 2",
            })
    void choicesMakeTheText(String choice, String article, String words) {
        assertThat(TestTexts.words(TestTexts.with(choice), STATUTES, article).replace('\u00A0', ' '))
                .contains(words);
    }

    @Test
    void theFactsThatMaillageKnowsAreWrittenAndNeverAsked() {
        var work = TestTexts.with();

        assertThat(TestTexts.words(work, STATUTES, "nom")).contains("«\u00A0CPTS des Essais\u00A0»");
        assertThat(TestTexts.words(work, STATUTES, "siege")).contains("1 place du Marché, 12100 Millau");
        assertThat(TestTexts.words(work, INTERNAL_RULES, "objet-du-reglement")).contains("CPTS des Essais");
    }

    /** An article left out gives its number to the next one. */
    @ParameterizedTest
    @CsvSource({"non, 0, 9, 16", "oui, 9, 10, 17"})
    void articlesAreNumberedAsPrinted(String affiliated, int affiliation, int resources, int dissolution) {
        var printed = TestTexts.with("affiliation=" + affiliated, "federation=Fédération")
                .printed(STATUTES);

        assertThat(printed)
                .filteredOn(article -> article.key().equals("affiliation"))
                .extracting(Printed::number)
                .containsExactly(affiliation);
        assertThat(printed)
                .filteredOn(article -> article.key().equals("ressources"))
                .extracting(Printed::number)
                .containsExactly(resources);
        assertThat(printed)
                .filteredOn(article -> article.key().equals("dissolution"))
                .extracting(Printed::number)
                .containsExactly(dissolution);
    }

    @Test
    void whatIsMissingIsABlankWithThePlaceWhereItIsGiven() {
        var unknown = TestTexts.facts(Association.UNKNOWN, null);
        var work = TestTexts.with(unknown, "ca-nombre=");

        assertThat(work.printed(STATUTES).getFirst().blanks())
                .containsExactly(new Printed.Blank("Nom de l’association", "/gouvernance/association"));
        assertThat(TestTexts.words(work, STATUTES, "conseil")).contains("conseil d’administration de " + Wording.DOTS);
    }

    @Test
    void theInternalRulesTakeFromTheStatutesWhatIsDecidedThere() {
        var work = TestTexts.with("radiation-organe=bureau", "radiation-delai=30");

        assertThat(TestTexts.words(work, INTERNAL_RULES, "exclusion").replace('\u00A0', ' '))
                .contains("prononcée par le bureau", "au moins 30 jours pour s’expliquer");
    }

    @Test
    void listsEndWithAFullStop() {
        assertThat(TestTexts.words(TestTexts.with("bureau-fonctions=vice-presidence"), STATUTES, "bureau"))
                .contains("- une trésorerie\u202F;\n- une ou plusieurs vice-présidences.");
    }
}
