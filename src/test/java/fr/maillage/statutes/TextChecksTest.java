package fr.maillage.statutes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.community.Body;
import fr.maillage.community.Body.BodyFacts;
import fr.maillage.community.Body.BodyId;
import fr.maillage.community.Body.Function;
import fr.maillage.community.Governance;
import fr.maillage.project.Budget;
import fr.maillage.shared.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One table: for each rule, answers that break it, and the place where it is mended. */
class TextChecksTest {

    /** @param place article, or page, that the finding leads to */
    record Case(TextRule rule, List<String> answers, String place) {}

    private static Case broken(TextRule rule, String place, String... answers) {
        return new Case(rule, List.of(answers), place);
    }

    static List<Case> cases() {
        return List.of(
                broken(TextRule.BLANKS, "conseil", "ca-nombre="),
                broken(TextRule.BLANKS, "duree", "duree=annees"),
                broken(TextRule.BLANKS, "composition", "college-nom=", "college-qui=", "college-sieges="),
                broken(TextRule.OPEN_TO_ALL, "composition", "ouverture=certains", "ouverture-lesquels=les libéraux"),
                broken(TextRule.STRUCTURES_WELCOME, "composition", "personnes-morales=non"),
                broken(TextRule.REFUSAL_WITH_REASONS, "admission", "refus=libre"),
                broken(TextRule.DEFENCE_BEFORE_EXCLUSION, "radiations", "radiation-delai=0"),
                broken(TextRule.DEFENCE_BEFORE_EXCLUSION, "radiations", "radiation-recours=aucun"),
                broken(TextRule.NOTICE, "assemblee", "ag-preavis=14"),
                broken(TextRule.QUORUM, "assemblee", "ag-quorum="),
                broken(TextRule.EXTRAORDINARY_QUORUM, "assemblee-extraordinaire", "age-quorum=1/4"),
                broken(TextRule.EXTRAORDINARY_QUORUM, "assemblee-extraordinaire", "age-quorum="),
                broken(TextRule.EXTRAORDINARY_MAJORITY, "assemblee-extraordinaire", "age-majorite=1/2"),
                broken(TextRule.PROXIES, "assemblee", "ag-pouvoirs=4"),
                broken(TextRule.COLLEGES, "composition", "organisation=unique"),
                broken(TextRule.SEATS, "conseil", "ca-nombre=11"),
                broken(
                        TextRule.NO_SINGLE_PROFESSION,
                        "composition",
                        "college-sieges=8|2|2",
                        "college-profession=une|plusieurs|plusieurs"),
                broken(TextRule.RENEWAL, "conseil", "ca-annees=3"),
                broken(TextRule.RENEWAL, "conseil", "ca-renouvellement=tiers"),
                broken(TextRule.BOARD_MEETINGS, "conseil", "ca-reunions=7"),
                broken(TextRule.TWO_OFFICERS, "bureau", "bureau-cumul=permis"),
                broken(TextRule.ABSENCES, "conseil", "ca-absences=0"),
                broken(TextRule.ECONOMIC_ACTIVITY, "objet", "ressources=aci|fir|ventes"),
                broken(TextRule.LEGACIES, "liberalites", "ressources=aci|fir|legs"),
                broken(TextRule.PUBLIC_FUNDING, "ressources", "ressources=aci"),
                broken(
                        TextRule.FEES_AND_RESOURCES,
                        "ressources",
                        "cotisation=aucune",
                        "ressources=cotisations|aci|fir"),
                broken(TextRule.DURATION, "duree", "duree=annees", "duree-annees=4"),
                broken(TextRule.INDEMNITY_CLAUSE, "indemnites", "indemnites=oui", "indemnites-qui=bureau"),
                broken(TextRule.INDEMNITY_CLAUSE, "indemnites", "fonctions=indemnisees"),
                broken(TextRule.INTERNAL_RULES_EXIST, "reglement-interieur", "reglement=aucun", "cotisation=reglement"),
                broken(
                        TextRule.INTERNAL_RULES_EXIST,
                        "reglement-interieur",
                        "reglement=aucun",
                        "fonctions=indemnisees"),
                broken(TextRule.INTERNAL_RULES_APPROVED, "reglement-interieur", "reglement=conseil"),
                broken(TextRule.DISSOLUTION, "dissolution", "devolution-membres=possible"),
                broken(TextRule.FEES_IN_RULES, "cotisations", "cotisation=reglement"),
                broken(TextRule.FEES_IN_RULES, "cotisations", "cotisation=aucune", "cotisation-personne=20"),
                broken(
                        TextRule.FEES_IN_RULES,
                        "cotisations",
                        "cotisation=statuts",
                        "cotisation-montant=20",
                        "cotisation-personne=30"),
                broken(
                        TextRule.INDEMNITY_BY_TIME,
                        "indemnites",
                        "fonctions=indemnisees",
                        "indemnites=oui",
                        "indemnites-qui=bureau",
                        "indemnites-base=forfait"),
                broken(TextRule.CONFLICTS_OF_INTEREST, "conflits", "conflits=aucune"),
                broken(TextRule.DATA_PROTECTION, "confidentialite", "donnees-sante=non-dit"),
                broken(TextRule.TWO_FOR_PAYMENTS, "depenses", "double-accord="));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anAnswerBreaksItsRuleAndTheFindingLeadsToItsArticle(Case wanted) {
        var found = broken(TestTexts.with(wanted.answers().toArray(String[]::new)));

        assertThat(found).containsKey(wanted.rule().name());
        assertThat(found.get(wanted.rule().name()).article()).isEqualTo(wanted.place());
    }

    /** The answers of {@link TestTexts} break nothing: so each case above breaks its rule by its own answers. */
    @Test
    void wholeTextsBreakNothing() {
        assertThat(broken(TestTexts.with()).values()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleIsStatedAndHasItsCase(TextRule rule) {
        assertThat(TextChecks.stated(rule).met()).endsWith(".");
        assertThat(TextChecks.source(TextChecks.stated(rule)).title()).isNotEmpty();
        var byFacts = List.of(
                TextRule.BOARD_SEATED,
                TextRule.INDEMNITIES_IN_BUDGET,
                TextRule.TWO_SIGNATURES,
                TextRule.FEES_IN_BUDGET,
                TextRule.BOARD_IN_GOVERNANCE);
        assertThat(byFacts.contains(rule) || cases().stream().anyMatch(wanted -> wanted.rule() == rule))
                .as(rule + " is tried")
                .isTrue();
    }

    @Test
    void rulesOnWhatMaillageKnows() {
        var alone = TestTexts.facts(TestTexts.seat("Camille Exemple", Function.PRESIDENT));
        assertThat(broken(TestTexts.with(alone)).get("TWO_SIGNATURES").page()).isEqualTo("/gouvernance");

        var both = TestTexts.facts(
                TestTexts.seat("Camille Exemple", Function.PRESIDENT),
                TestTexts.seat("Camille Exemple", Function.TREASURER),
                TestTexts.seat("Dominique Modèle", Function.SECRETARY));
        assertThat(broken(TestTexts.with(both)).get("TWO_OFFICERS").sentence()).startsWith("Camille Exemple tient");

        assertThat(broken(TestTexts.with("ca-nombre=2", "college-sieges=1|1|0")))
                .doesNotContainKey("BOARD_SEATED");
        var three = TestTexts.facts(
                TestTexts.seat("Camille Exemple", Function.PRESIDENT),
                TestTexts.seat("Alix Témoin", Function.TREASURER),
                TestTexts.seat("Dominique Modèle", Function.SECRETARY));
        assertThat(broken(TestTexts.with(three, "ca-nombre=2", "college-sieges=1|1|0"))
                        .get("BOARD_SEATED")
                        .sentence())
                .startsWith("3 personnes siègent");

        var paying = new KnownFacts(
                "CPTS des Essais", three.association(), three.governance(), "Indemnités des référents", null);
        assertThat(broken(TestTexts.with(paying)).get("INDEMNITIES_IN_BUDGET").sentence())
                .contains("«\u00A0Indemnités des référents\u00A0»");
        assertThat(broken(
                        TestTexts.with(paying, "fonctions=indemnisees", "indemnites=oui", "indemnites-qui=referents")))
                .isEmpty();
    }

    @Test
    void feesAreFoundInABudgetByTheirAccountNotByTheWordsOfALine() {
        assertThat(fees("P75_COTISATIONS", "")).isEqualTo("Cotisations, dons manuels ou legs");
        assertThat(fees("P75_COTISATIONS", "Cotisations des membres")).isEqualTo("Cotisations des membres");
        assertThat(fees("P75_COTISATIONS", "Dons des communes")).isNull();
        assertThat(fees("C64_CHARGES", "Cotisations patronales")).isNull();
    }

    private static @Nullable String fees(String account, String label) {
        var change = new Change(0, Instant.EPOCH, "");
        var facts = new Budget.LineFacts(account, label, Budget.OPERATING, 1_500);
        var line = new Budget.Line(UUID.randomUUID(), facts, change);
        return AssociationTexts.feesInBudget(List.of(new Budget(2027, "", List.of(line), change)));
    }

    @Test
    void namesOnlyWhatTheResourcesLackAndWhatTheBudgetContradicts() {
        assertThat(broken(TestTexts.with("ressources=aci"))
                        .get("PUBLIC_FUNDING")
                        .sentence())
                .isEqualTo("Les ressources ne nomment pas le fonds d’intervention régional, qui finance une CPTS.");
        assertThat(broken(TestTexts.with("duree=annees", "duree-annees=5"))).doesNotContainKey("DURATION");

        var known = TestTexts.facts(TestTexts.seat("Camille Exemple", Function.PRESIDENT));
        var expecting = new KnownFacts(
                "CPTS des Essais", known.association(), known.governance(), null, "Cotisations des membres");
        assertThat(broken(TestTexts.with(expecting, "cotisation=aucune"))
                        .get("FEES_IN_BUDGET")
                        .sentence())
                .contains("Cotisations des membres");

        var office = new Body(
                new BodyId(UUID.randomUUID()),
                new BodyFacts(Body.Kind.BUREAU, "Bureau", "", ""),
                List.of(),
                Work.NEVER);
        var withoutBoard = new KnownFacts(
                "CPTS des Essais",
                known.association(),
                new Governance(List.of(office), null, known.governance().coordination(), Work.NEVER),
                null,
                null);
        assertThat(broken(TestTexts.with(withoutBoard))
                        .get("BOARD_IN_GOVERNANCE")
                        .page())
                .isEqualTo("/gouvernance");
    }

    /** Both texts show the contradiction: whichever is adopted last is held back. */
    @Test
    void aContradictionBetweenTheTextsBlocksBoth() {
        var work = TestTexts.with("indemnites=oui", "indemnites-qui=bureau");

        assertThat(TextChecks.of(work, TestTexts.DAY))
                .filteredOn(Finding::blocks)
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(TextKind.STATUTES, TextKind.INTERNAL_RULES);
    }

    /** Before the decree, a CPTS could not pay: the rule did not exist. */
    @Test
    void aRuleBeginsWithItsText() {
        var work = TestTexts.with("indemnites=oui", "indemnites-qui=bureau");

        assertThat(TextChecks.of(work, LocalDate.of(2022, 3, 17)))
                .extracting(Finding::rule)
                .doesNotContain("INDEMNITY_CLAUSE");
        assertThat(TextChecks.of(work, LocalDate.of(2022, 3, 18)))
                .extracting(Finding::rule)
                .contains("INDEMNITY_CLAUSE");
    }

    private static Map<String, Finding> broken(Work work) {
        var broken = new TreeMap<String, Finding>();
        TextChecks.of(work, TestTexts.DAY).stream()
                .filter(Finding::broken)
                .forEach(finding -> broken.putIfAbsent(finding.rule(), finding));
        return broken;
    }
}
