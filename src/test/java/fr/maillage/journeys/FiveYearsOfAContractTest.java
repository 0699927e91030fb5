package fr.maillage.journeys;

import static fr.maillage.journeys.Journey.looked;
import static fr.maillage.journeys.Journey.met;
import static fr.maillage.journeys.Journey.submit;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.contract.Contract;
import fr.maillage.contract.Contracts;
import fr.maillage.contract.Ledgers;
import fr.maillage.contract.TestContracts;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.Euros;
import fr.maillage.testing.Browser;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Five years of a contract in a browser, the clock moving: signature, missions that start in mid-year, advances, a dialogue de
 * gestion with a disagreement settled, an amendment that changes the size and adds the crisis, a mission that never starts, a
 * recovery, the renewal. After each step the account says what the contract says, counted day by day from the tables.
 */
@MaillageTest
class FiveYearsOfAContractTest {

    private static final LocalDate SIGNED = LocalDate.of(2024, 2, 29);

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers world;

    @Autowired
    TestContracts made;

    @Autowired
    Contracts contracts;

    @Autowired
    Ledgers ledgers;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient db;

    private CommunityView cpts;
    private InstitutionView ars;
    private InstitutionView cpam;

    @Test
    void fromSignatureToRenewal() {
        clock.set(SIGNED);
        ars = world.arsOfAveyron();
        cpam = world.cpamOfAveyron();
        cpts = world.communityReadyToDeposit("CPTS des Cinq Années");
        made.validateProject(cpts);

        theContractIsPreparedAndSigned();
        sumsHold();
        missionsStartAndAdvancesCome();
        sumsHold();
        theFirstDialogueSettlesADisagreement();
        sumsHold();
        anAmendmentChangesTheSizeAndAddsTheCrisis();
        sumsHold();
        aMissionNeverStartsAndItsMoneyIsGivenBack();
        sumsHold();
        theContractIsRenewed();
        sumsHold();
    }

    private void theContractIsPreparedAndSigned() {
        try (var browser = signedIn(cpts.actor().email())) {
            met(browser, cpts.at("/contrat"));
            submit(browser, "Préparer le contrat");
            var page = browser.page();
            page.fill("[name=effet]", SIGNED.toString());
            page.selectOption("[name=taille]", "2");
            page.selectOption("[name=bareme]", "aci-2019");
            submit(browser, "Reprendre les montants du barème");
            page = browser.page();
            start(page, "ACCES", SIGNED.plusMonths(3));
            start(page, "PARCOURS", SIGNED.plusMonths(6));
            start(page, "PREVENTION", SIGNED.plusMonths(9));
            looked(browser);
            submit(browser, "Enregistrer");
            met(browser, cpts.at("/contrat/preparation/resultats"));
            page = browser.page();
            page.selectOption("[name=mission]", "ACCES");
            page.fill("[name=intitule]", "Créneaux honorés");
            page.fill("[name=code]", "SNP");
            page.check("[name=sens][value=HAUSSE]");
            page.fill("[name='seuil-1']", "300");
            page.fill("[name='montant-1']", "8000");
            page.fill("[name='seuil-2']", "600");
            page.fill("[name='montant-2']", "17500");
            submit(browser, "Ajouter la ligne");
            looked(browser);
            sign(browser);
            assertThat(browser.page().locator("h1").innerText()).contains("Contrat et versements");
            looked(browser);
        }
        assertThat(contract().state()).isEqualTo(Contract.State.SIGNED);
        assertThat(contract().first().amounts()).hasSize(9);
    }

    private static void start(Page page, String mission, LocalDate day) {
        page.check("#mission-" + mission);
        page.fill("[name='debut-" + mission + "']", day.toString());
    }

    private void sign(Browser browser) {
        met(browser, cpts.at("/contrat/signatures"));
        for (var name : List.of("Jeanne Exemple", "Paul Exemple", "Nadia Exemple")) {
            browser.page().fill("[name=nom]", name);
            browser.page().fill("[name=qualite]", "Directrice");
            browser.page()
                    .locator("main form[action*='/signatures/']:has([name=nom]) button")
                    .click();
            browser.settled();
        }
    }

    private void missionsStartAndAdvancesCome() {
        clock.set(SIGNED.plusMonths(7));
        try (var browser = signedIn(cpts.actor().email())) {
            met(browser, cpts.at("/contrat/missions"));
            started(browser, "ACCES", SIGNED.plusMonths(3));
            started(browser, "PARCOURS", SIGNED.plusMonths(6));
            met(browser, cpts.at("/contrat/versements/nouveau"));
            browser.page().fill("[name=libelle]", "VIR CPAM ACI 1");
            submit(browser, "Noter le versement");
            looked(browser);
            assertThat(browser.page().locator("main").innerText()).contains("VIR CPAM ACI 1", "Années civiles");
        }
        var year = ledger().year(1).orElseThrow();
        assertThat(line(1, new PartKey(null, "FONCTIONNEMENT")).paid()).isEqualTo(Euros.of(60_000));
        assertThat(year.line(new PartKey("ACCES", "FIXE")).orElseThrow().paid()).isGreaterThan(Euros.ZERO);
        assertThat(year.line(new PartKey("PREVENTION", "FIXE")).orElseThrow().paid())
                .isEqualTo(Euros.ZERO);
    }

    private void started(Browser browser, String mission, LocalDate day) {
        browser.page().fill("[name='demarrage-" + mission + "']", day.toString());
        browser.page()
                .locator("form[action$='/missions/" + mission + "'] button")
                .click();
        browser.settled();
    }

    private void theFirstDialogueSettlesADisagreement() {
        clock.set(LocalDate.of(2025, 3, 10));
        var base = "/institutions/ars-aveyron/contrats/" + contract().number();
        try (var browser = signedIn(ars.actor().email())) {
            met(browser, base);
            browser.page().fill("[name=dossier]", "2025-03-20");
            browser.page().fill("[name=contradictoire]", "2025-04-10");
            submit(browser, "Ouvrir et prévenir la CPTS");
            looked(browser);
        }
        try (var browser = signedIn(cpts.actor().email())) {
            met(browser, cpts.at("/bilan/1"));
            browser.page()
                    .locator("details summary:has-text('Dire votre valeur')")
                    .first()
                    .click();
            browser.page().locator("[name^='valeur-']").first().fill("640");
            browser.page().locator("form[action*='/valeurs/'] button").first().click();
            browser.settled();
            submit(browser, "Remettre le dossier de l’année");
            looked(browser);
        }
        try (var browser = signedIn(cpam.actor().email())) {
            var page = "/institutions/cpam-aveyron/contrats/" + contract().number() + "/dialogue/1";
            met(browser, page);
            browser.page()
                    .locator("details summary:has-text('Dire une autre valeur')")
                    .first()
                    .click();
            browser.page().locator("[name^='valeur-']").first().fill("480");
            browser.page().locator("form[action*='/valeurs/'] button").first().click();
            browser.settled();
            assertThat(browser.page().locator("main").innerText()).contains("Les parties ne disent pas la même valeur");
        }
        try (var browser = signedIn(ars.actor().email())) {
            met(browser, base + "/dialogue/1");
            browser.page().locator("[name^='convenu-']").first().fill("610");
            browser.page().locator("[name^='prouve-']").first().check();
            browser.page().locator("[name^='raison-']").first().fill("Relevé refait ensemble");
            browser.page().locator("form[action*='/accord/'] button").first().click();
            browser.settled();
            for (var part : List.of("PARCOURS-VARIABLE", "PREVENTION-VARIABLE")) {
                decide(browser, "obtenu", part, "1000", "Objectif en partie atteint");
            }
            submit(browser, "Clore le dialogue de gestion");
            looked(browser);
            assertThat(browser.page().locator("main").innerText()).contains("Clos le");
        }
        var access = line(1, new PartKey("ACCES", "VARIABLE"));
        assertThat(access.open()).isFalse();
        assertThat(access.due()).isEqualTo(access.ceiling());
    }

    private static void decide(Browser browser, String kind, String part, String amount, String reason) {
        var form = browser.page().locator("form[action$='/montants/" + kind + "']:has(input[value='" + part + "'])");
        form.locator("xpath=ancestor::details").locator("summary").click();
        form.locator("[name='" + kind + "-" + part + "']").fill(amount);
        form.locator("[name='motif-" + kind + "-" + part + "']").fill(reason);
        form.locator("button").click();
        browser.settled();
    }

    private void anAmendmentChangesTheSizeAndAddsTheCrisis() {
        clock.set(LocalDate.of(2025, 9, 1));
        try (var browser = signedIn(cpts.actor().email())) {
            met(browser, cpts.at("/contrat/vie"));
            browser.page().fill("[name=objet]", "Taille 3 et réponse aux crises sanitaires");
            submit(browser, "Préparer l’avenant");
            var page = browser.page();
            page.selectOption("[name=taille]", "3");
            page.selectOption("[name=bareme]", "aci-avenant-2");
            submit(browser, "Reprendre les montants du barème");
            page = browser.page();
            start(page, "CRISE", LocalDate.of(2025, 10, 1));
            page.fill("[name=effet]", "2025-09-15");
            submit(browser, "Enregistrer");
            // The line of the first contract does not make the new envelope: it is replaced.
            met(browser, cpts.at("/contrat/preparation/resultats"));
            browser.page().locator("main button:has-text('Retirer')").first().click();
            browser.settled();
            sign(browser);
        }
        assertThat(contract().signed()).hasSize(2);
        assertThat(line(2, new PartKey("CRISE", "FIXE")).due()).isLessThan(Euros.of(22_500));
        assertThat(line(1, new PartKey(null, "FONCTIONNEMENT")).due()).isEqualTo(Euros.of(60_000));
        var second = line(2, new PartKey(null, "FONCTIONNEMENT"));
        assertThat(second.due()).isBetween(Euros.of(60_000), Euros.of(75_000));
        assertThat(second.advanced()).isEqualTo(Euros.of(45_000));
    }

    private void aMissionNeverStartsAndItsMoneyIsGivenBack() {
        try (var browser = signedIn(cpts.actor().email())) {
            met(browser, cpts.at("/contrat"));
            assertThat(browser.page().locator("main").innerText()).contains("Prévention", "devait démarrer");
            met(browser, cpts.at("/contrat/versements/nouveau"));
            browser.page().fill("[name=libelle]", "VIR CPAM ACI 2");
            submit(browser, "Noter le versement");
        }
        assertThat(line(2, new PartKey("PREVENTION", "FIXE")).paid()).isGreaterThan(Euros.ZERO);
        clock.set(LocalDate.of(2026, 3, 15));
        var base = "/institutions/ars-aveyron/contrats/" + contract().number();
        try (var browser = signedIn(ars.actor().email())) {
            met(browser, base);
            browser.page().fill("[name=dossier]", "2026-03-16");
            browser.page().fill("[name=contradictoire]", "2026-03-20");
            submit(browser, "Ouvrir et prévenir la CPTS");
            for (var part : List.of("ACCES", "PARCOURS", "PREVENTION", "CRISE")) {
                decide(browser, "obtenu", part + "-VARIABLE", "0", "Rien n’est demandé cette année");
            }
            var due = line(2, new PartKey("PREVENTION", "FIXE")).due();
            decide(browser, "retenu", "PREVENTION-FIXE", due.toString().replace('.', ','), "Mission non démarrée");
            submit(browser, "Clore le dialogue de gestion");
            assertThat(browser.page().locator("main").innerText()).contains("Clos le");
        }
        var lost = line(2, new PartKey("PREVENTION", "FIXE"));
        assertThat(lost.toReturn()).isEqualTo(lost.paid());
        try (var browser = signedIn(cpts.actor().email())) {
            met(browser, cpts.at("/contrat?annee=2"));
            assertThat(browser.page().locator("main").innerText()).contains("à restituer");
            met(browser, cpts.at("/contrat/versements/nouveau"));
            unfold(browser);
            for (var field : browser.page().locator("main input[name^='recu-']").all()) {
                field.fill("");
            }
            browser.page()
                    .fill(
                            "[name='recu-2-PREVENTION-FIXE-BALANCE']",
                            "-" + lost.paid().toString().replace('.', ','));
            browser.page().fill("[name=libelle]", "VIR REMBOURSEMENT CPAM");
            browser.page().fill("[name=motif]", "Mission non démarrée");
            submit(browser, "Noter le versement");
            looked(browser);
        }
        var back = line(2, new PartKey("PREVENTION", "FIXE"));
        assertThat(back.paid()).isEqualTo(Euros.ZERO);
        assertThat(back.toReturn()).isEqualTo(Euros.ZERO);
    }

    private void theContractIsRenewed() {
        clock.set(LocalDate.of(2028, 12, 1));
        try (var browser = signedIn(cpts.actor().email())) {
            met(browser, cpts.at("/contrat/vie"));
            submit(browser, "Préparer le renouvellement");
            var page = browser.page();
            page.selectOption("[name=taille]", "3");
            page.selectOption("[name=bareme]", "aci-avenant-2");
            submit(browser, "Reprendre les montants du barème");
            submit(browser, "Enregistrer");
            sign(browser);
            met(browser, cpts.at("/contrat/vie"));
            assertThat(browser.page().locator("main").innerText()).contains("prend la suite le");
        }
        assertThat(contracts.of(cpts.id())).hasSize(2);
        assertThat(contracts.of(cpts.id()).getFirst().effectOn()).isEqualTo(LocalDate.of(2029, 2, 28));
    }

    /** Every line of the account against a count of its own, from the tables, day by day; and the five columns agree. */
    private void sumsHold() {
        var contract = contract();
        var ledger = ledger();
        for (var year : ledger.years()) {
            for (var line : year.lines()) {
                assertThat(line.ceiling())
                        .as("year %s, %s", year.number(), line.agreed().key())
                        .isEqualTo(count(contract, year.number(), line.agreed().key()));
                if (!line.open()) {
                    assertThat(line.paid().plus(line.toCome()).minus(line.toReturn()))
                            .isEqualTo(line.due().minus(line.withheld()));
                }
            }
        }
    }

    private Euros count(Contract contract, int year, PartKey key) {
        var mission = Objects.requireNonNullElse(key.mission(), "");
        var versions = db.sql("""
                        select t.effect_on, a.amount from contract.terms t
                        left join contract.amount a on a.terms_id = t.id and a.mission = ? and a.part = ?
                        where t.contract_id = ? and t.state = 'SIGNED' order by t.effect_on
                        """)
                .params(mission, key.part(), contract.id().value())
                .query((rs, _) -> Map.entry(
                        rs.getObject("effect_on", LocalDate.class),
                        Objects.requireNonNullElse(rs.getBigDecimal("amount"), BigDecimal.ZERO)))
                .list();
        var start = mission.isEmpty()
                ? contract.effectOn()
                : db.sql("""
                                select coalesce(
                                    (select started_on from contract.mission_start where contract_id = :contract and mission = :mission),
                                    (select m.start_on from contract.mission m join contract.terms t on t.id = m.terms_id
                                        where t.contract_id = :contract and t.state = 'SIGNED' and m.mission = :mission
                                        order by t.effect_on desc limit 1))
                                """)
                        .param("contract", contract.id().value())
                        .param("mission", mission)
                        .query(LocalDate.class)
                        .single();
        var sum = BigDecimal.ZERO;
        int days = 0;
        var day = contract.effectOn().plusYears(year - 1L);
        for (; day.isBefore(contract.effectOn().plusYears(year)); day = day.plusDays(1)) {
            days++;
            var yearly = BigDecimal.ZERO;
            for (var version : versions) {
                if (!version.getKey().isAfter(day)) {
                    yearly = version.getValue();
                }
            }
            sum = day.isBefore(start) ? sum : sum.add(yearly);
        }
        return new Euros(sum.divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP));
    }

    private Contract contract() {
        return contracts.of(cpts.id()).getLast();
    }

    private Ledger ledger() {
        return ledgers.of(contract());
    }

    private Ledger.Line line(int year, PartKey key) {
        return ledger().year(year).orElseThrow().line(key).orElseThrow();
    }

    private Browser signedIn(String email) {
        return Browser.on(port).signIn(email, TestAccounts.PASSWORD);
    }

    /** Payments far ahead are folded. */
    private static void unfold(Browser browser) {
        browser.page().locator("main details").evaluateAll("all => all.forEach(one => one.open = true)");
    }
}
