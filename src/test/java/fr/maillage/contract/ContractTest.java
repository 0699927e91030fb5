package fr.maillage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.rules.aci.Schedule.Nature;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.Euros;
import fr.maillage.shared.Saving;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import fr.maillage.testing.WebClient;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A contract on the real database: opened, prepared, signed, amended, paid; and what two people do at once. */
@MaillageTest
class ContractTest {

    private static final PartKey OPERATING = new PartKey(null, "FONCTIONNEMENT");

    @LocalServerPort
    int port;

    @Autowired
    TestDossiers dossiers;

    @Autowired
    TestContracts made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Contracts contracts;

    @Autowired
    Signing signing;

    @Autowired
    Receipts receipts;

    @Autowired
    Ledgers ledgers;

    @Autowired
    MissionStarts starts;

    @Autowired
    ContractDeadlines deadlines;

    @Autowired
    MutableClock clock;

    private CommunityView view;
    private LocalDate day;

    @BeforeEach
    void validatedProject() {
        view = dossiers.communityReadyToDeposit("CPTS des Contrats");
        day = LocalDate.ofInstant(clock.instant(), fr.maillage.shared.Today.PARIS);
    }

    @Test
    void opensOnlyFromAValidatedProjectAndTwiceIsOnce() {
        assertThat(contracts.open(view, UUID.randomUUID(), null)).isEmpty();
        made.validateProject(view);
        var first = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        var second = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(first.number()).matches("\\d{4}-12-C001");
        assertThat(first.first().missions())
                .extracting(Terms.MissionLine::mission)
                .contains("ACCES", "CRISE");
        // What no source gives is asked for, never invented.
        assertThat(first.first().unknown()).extracting(Terms.AmountLine::code).contains("ACCES-FIXE", "CRISE-FIXE");
    }

    @Test
    void isNotSignedWhileAnAmountIsUnknown() {
        made.validateProject(view);
        var contract = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        assertThat(sign(contract, Terms.Signatory.CPTS)).isInstanceOf(Signing.Outcome.Refused.class);
    }

    @Test
    void anAmountThatDiffersFromTheGridHasItsReason() {
        made.validateProject(view);
        var contract = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        var amounts = new HashMap<>(Map.of("FONCTIONNEMENT", Euros.of("74000.50")));
        var typed = new TermsTyped(day, "aci-avenant-2", 3, null, "", Map.of("ACCES", day), amounts, Map.of(), "");
        assertThat(contracts.save(view, contract, contract.first().change().version(), typed))
                .isInstanceOf(Saving.Refused.class);
        var explained = new TermsTyped(
                day,
                "aci-avenant-2",
                3,
                null,
                "",
                Map.of("ACCES", day),
                amounts,
                Map.of("FONCTIONNEMENT", "Annexe financière"),
                "");
        assertThat(contracts.save(view, contract, contract.first().change().version(), explained))
                .isEqualTo(Saving.DONE);
        // The form was filled from a version that is no longer the last.
        assertThat(contracts.save(view, contract, contract.first().change().version(), explained))
                .isInstanceOf(Saving.Overtaken.class);
    }

    @Test
    void paysAsTheMockupSays() {
        var contract = signed();
        var ledger = ledgers.of(contract);
        assertThat(line(ledger, 1, OPERATING).due()).hasToString("75000.00");
        assertThat(ledger.sum(Ledger.Line::ceiling))
                .isEqualTo(
                        ledger.expected().stream().map(Ledger.Expected::amount).reduce(Euros.ZERO, Euros::plus));
        assertThat(ledger.expected()).allSatisfy(payment -> {
            assertThat(payment.arithmetic()).matches(".*\\d.*€.*");
            assertThat(payment.rule()).endsWith(").").contains("article 6");
        });
    }

    @Test
    void aLineMayPayInProportionOfTheWayMade() {
        made.validateProject(view);
        var contract = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        made.prepare(view, contract, "aci-avenant-2", 3, day, Map.of("ACCES", day), "");
        var client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        var path = view.at("/contrat/preparation/resultats");
        var fields = new HashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "modele", "PROPORTION",
                "mission", "ACCES",
                "intitule", "Patients avec médecin traitant",
                "code", "MT",
                "unite", "%",
                "depart", "50",
                "cible", "50",
                "maximum", "14 000"));
        assertThat(client.post(path, fields).body()).contains("La cible est égale", "value=\"14 000\"");
        fields.put("depart", "");
        assertThat(client.post(path, fields).body()).contains("Donnez la valeur de départ");
        fields.putAll(Map.of("depart", "50", "cible", "75"));
        client.post(path, fields);
        client.post(path, fields);
        assertThat(client.get(path).body())
                .containsOnlyOnce("en proportion du chemin fait de 50\u00A0% à 75\u00A0%")
                .contains("40,0\u00A0% du volet");
        var line = contracts.find(view, contract.number()).first().lines().getFirst();
        assertThat(line.rule().earned(new java.math.BigDecimal("62.5"), true).amount())
                .hasToString("7000.00");
    }

    @Test
    void anAmendmentIsSignedOnceByThreeAndKeepsWhatWasPaid() {
        var contract = signed();
        receive(contract, "75000.00", OPERATING, Nature.WHOLE);
        var amendment = made.amend(view, contract, "Passage à la taille 4");
        assertThat(made.amend(view, contract, "Autre").id()).isEqualTo(amendment.id());
        var amounts = new HashMap<String, Euros>();
        amendment.amounts().forEach(amount -> amounts.put(amount.code(), amount.amount()));
        amounts.put("FONCTIONNEMENT", Euros.of(90_000));
        var starting = new HashMap<String, LocalDate>();
        amendment.missions().forEach(mission -> starting.put(mission.mission(), mission.startOn()));
        var reasons = new HashMap<String, String>();
        amounts.keySet().forEach(code -> reasons.put(code, "Avenant"));
        var typed = new TermsTyped(
                day.plusDays(100), "aci-avenant-2", 4, null, "", starting, amounts, reasons, "Passage à la taille 4");
        assertThat(contracts.save(view, contract, amendment.change().version(), typed))
                .isEqualTo(Saving.DONE);
        var signed = made.sign(view, contract, day);
        assertThat(signed.signed()).hasSize(2);
        var line = line(ledgers.of(signed), 1, OPERATING);
        assertThat(line.paid()).hasToString("75000.00");
        assertThat(line.due()).isGreaterThan(Euros.of(75_000)).isLessThan(Euros.of(90_000));
        assertThat(line.toCome()).isEqualTo(line.due().minus(Euros.of(75_000)));
        assertThat(line(ledgers.of(signed), 2, OPERATING).due()).hasToString("90000.00");
    }

    @Test
    void theSameLineOfTheBankCountsOnceEvenAtOnce() throws Exception {
        var contract = signed();
        try (var pool = Executors.newFixedThreadPool(2)) {
            Callable<Receipts.Outcome> task =
                    () -> receipts.record(view, contract, receipt("75000.00", OPERATING, Nature.WHOLE));
            var outcomes = pool.invokeAll(List.of(task, task)).stream()
                    .map(future -> {
                        try {
                            return (Object) future.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(outcomes)
                    .hasAtLeastOneElementOfType(Receipts.Outcome.Recorded.class)
                    .hasAtLeastOneElementOfType(Receipts.Outcome.AlreadyThere.class);
        }
        assertThat(line(ledgers.of(contract), 1, OPERATING).paid()).hasToString("75000.00");
        receipts.cancel(view, contract, receipts.of(contract.id()).getFirst().id());
        assertThat(line(ledgers.of(contract), 1, OPERATING).paid()).isEqualTo(Euros.ZERO);
        assertThat(receipts.of(contract.id())).hasSize(1);
    }

    @Test
    void aFormSentAgainWithOtherAmountsIsToldNotSwallowed() {
        var contract = signed();
        var first = receipt("75000.00", OPERATING, Nature.WHOLE);
        receipts.record(view, contract, first);
        assertThat(receipts.record(view, contract, first)).isInstanceOf(Receipts.Outcome.Recorded.class);
        var corrected = new Receipts.Receipt(
                first.id(),
                day,
                Euros.of("70000.00"),
                first.label(),
                "",
                List.of(new Receipts.Line(1, OPERATING, Nature.WHOLE, Euros.of("70000.00"))),
                "",
                null);
        assertThat(receipts.record(view, contract, corrected)).isInstanceOf(Receipts.Outcome.FormUsed.class);
        receipts.cancel(view, contract, first.id());
        assertThat(receipts.record(view, contract, first)).isInstanceOf(Receipts.Outcome.FormUsed.class);
        assertThat(line(ledgers.of(contract), 1, OPERATING).paid()).isEqualTo(Euros.ZERO);
    }

    @Test
    void theLastBalanceIsRecordedOnceTheNextContractRuns() {
        var old = signed();
        var next = contracts.open(view, UUID.randomUUID(), old).orElseThrow();
        made.prepare(view, next, "aci-avenant-2", 3, old.term(), Map.of("ACCES", old.term()), "");
        made.sign(view, next, day);
        clock.advance(java.time.Duration.ofDays(5 * 366));
        var client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        assertThat(client.get(view.at("/contrat/versements")).body()).contains("?contrat=" + old.number());
        client.post(
                view.at("/contrat/versements/nouveau"),
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "contrat",
                        old.number(),
                        "date",
                        day.plusYears(5).toString(),
                        "libelle",
                        "VIR CPAM SOLDE",
                        "motif",
                        "Solde de la dernière année",
                        "recu-5-ACCES-FIXE-BALANCE",
                        "100"));
        assertThat(receipts.of(old.id())).extracting(Receipts.Receipt::label).containsExactly("VIR CPAM SOLDE");
        assertThat(receipts.of(next.id())).isEmpty();
    }

    @Test
    void aLateMissionRaisesItsRiskWithTheMoneyPaidForIt() {
        var contract = signed();
        receive(contract, "67500.00", new PartKey("ACCES", "FIXE"), Nature.ADVANCE);
        clock.advance(java.time.Duration.ofDays(200));
        var fresh = contracts.find(view, contract.number());
        var risks = Risk.of(fresh, ledgers.of(fresh), starts.confirmed(fresh.id()));
        assertThat(risks)
                .filteredOn(risk -> risk.code().equals("DEMARRAGE_EN_RETARD")
                        && risk.mission().equals("ACCES"))
                .singleElement()
                .satisfies(risk -> {
                    assertThat(risk.amount()).hasToString("67500.00");
                    assertThat(risk.sentence()).contains("peuvent être à rendre");
                });
        starts.record(view, fresh.id(), "ACCES", day);
        assertThat(Risk.of(fresh, ledgers.of(fresh), starts.confirmed(fresh.id())))
                .noneMatch(risk ->
                        risk.code().startsWith("DEMARRAGE") && risk.mission().equals("ACCES"));
    }

    @Test
    void aDeploymentAndACrisisPlanThatAreDoneAskNothingMore() {
        var contract = signed();
        starts.record(view, contract.id(), "ACCES", day);
        var client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        var page = view.at("/contrat/missions");
        assertThat(waiting()).contains("Remettre le plan de réponse aux crises sanitaires");
        assertThat(client.post(page + "/plan-de-crise/1", Map.of("plan-1", "2099-01-01"))
                        .body())
                .contains("Cette date est à venir", "2099-01-01");
        assertThat(client.post(page + "/plan-de-crise/9", Map.of("plan-9", day.toString()))
                        .statusCode())
                .isEqualTo(404);
        client.post(page + "/plan-de-crise/1", Map.of("plan-1", day.toString()));
        client.post(page + "/ACCES/deploiement", Map.of("deploiement-ACCES", day.toString()));
        assertThat(client.get(page).body())
                .contains("Plan de réponse aux crises de l’année 1 remis le", "Entièrement déployée le");
        assertThat(waiting())
                .noneMatch(
                        title -> title.contains("plan de réponse") || title.contains("déployé la mission «\u00A0Acc"));
    }

    private List<String> waiting() {
        return deadlines.of(view.id()).stream()
                .filter(deadline -> !deadline.done())
                .map(deadline -> deadline.label())
                .toList();
    }

    @Test
    void thePagesAndFilesSayIt() throws IOException {
        var client = WebClient.signedIn(port, accounts.session(view.actor().account()));
        assertThat(client.get(view.at("/contrat")).body()).contains("quand le projet de santé est validé");
        var contract = signed();
        receive(contract, "75000.00", OPERATING, Nature.WHOLE);
        var page = client.get(view.at("/contrat")).body();
        assertThat(page)
                .contains(contract.number(), "75\u00A0000,00", "Comment ce montant est calculé", "Année civile")
                .doesNotContain("null");
        for (var path : List.of("/contrat.pdf", "/contrat.docx", "/contrat.xlsx", "/contrat/0.pdf")) {
            assertThat(client.get(view.at(path)).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(text(client.download(view.at("/contrat.pdf"))))
                .contains(
                        "Annexe financière",
                        "Au plus tard le",
                        "Communes et habitants",
                        "dernier jour pour démarrer",
                        "L’exemplaire qu’elles ont signé fait foi")
                .doesNotContain("Modèle", "Projet de texte");
        for (var path :
                List.of("/contrat/versements", "/contrat/versements/nouveau", "/contrat/missions", "/contrat/vie")) {
            assertThat(client.get(view.at(path)).statusCode()).as(path).isEqualTo(200);
        }
        var wrong = client.post(
                        view.at("/contrat/versements/nouveau"),
                        Map.of("date", "2020-02-30", "libelle", "", "recu-1-ACCES-FIXE-ADVANCE", "beaucoup"))
                .body();
        assertThat(wrong).contains("Recopiez le libellé", "value=\"beaucoup\"");
        var negative = client.post(
                        view.at("/contrat/versements/nouveau"),
                        Map.of("date", day.toString(), "libelle", "VIR", "recu-1-ACCES-FIXE-ADVANCE", "-5"))
                .body();
        assertThat(negative).contains("Ce montant est négatif", "value=\"-5\"");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    private Contract signed() {
        made.validateProject(view);
        return made.signed(
                view,
                day,
                Map.of("ACCES", day, "PARCOURS", day.plusDays(90), "PREVENTION", day.plusDays(200), "CRISE", day));
    }

    private Signing.Outcome sign(Contract contract, Terms.Signatory party) {
        return signing.sign(
                contract.id(),
                contract.first().change().version(),
                new Signing.Typed(party, "Camille Exemple", "Présidente", day),
                view.author());
    }

    private static Receipts.Receipt receipt(String amount, PartKey key, Nature nature, LocalDate day) {
        return new Receipts.Receipt(
                UUID.randomUUID(),
                day,
                Euros.of(amount),
                "VIR CPAM 12",
                "",
                List.of(new Receipts.Line(1, key, nature, Euros.of(amount))),
                "",
                null);
    }

    private Receipts.Receipt receipt(String amount, PartKey key, Nature nature) {
        return receipt(amount, key, nature, day);
    }

    private void receive(Contract contract, String amount, PartKey key, Nature nature) {
        assertThat(receipts.record(view, contract, receipt(amount, key, nature)))
                .isInstanceOf(Receipts.Outcome.Recorded.class);
    }

    private static Ledger.Line line(Ledger ledger, int year, PartKey key) {
        return ledger.year(year).orElseThrow().line(key).orElseThrow();
    }
}
