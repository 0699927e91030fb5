package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.rules.aci.ResultLine;
import fr.maillage.rules.aci.Schedule.Nature;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contracts for tests: opened, prepared and signed by the services that people use. */
@Component
public class TestContracts {

    private final JdbcClient db;
    private final Dossiers dossiers;
    private final Contracts contracts;
    private final Signing signing;
    private final TermsProposal rules;
    private final Receipts receipts;
    private final ResultLines lines;

    TestContracts(
            JdbcClient db,
            Dossiers dossiers,
            Contracts contracts,
            Signing signing,
            TermsProposal rules,
            Receipts receipts,
            ResultLines lines) {
        this.db = db;
        this.dossiers = dossiers;
        this.contracts = contracts;
        this.signing = signing;
        this.rules = rules;
        this.receipts = receipts;
        this.lines = lines;
    }

    /** A CPTS whose projet de santé is validated, whatever its way there; the test of instruction walks that way. */
    public void validateProject(CommunityView view) {
        var project = dossiers.begin(view.id(), DossierKind.HEALTH_PROJECT, view.actor());
        db.sql("update dossier.dossier set step = 'VALIDATED' where id = ?")
                .param(project.id().value())
                .update();
    }

    /**
     * A signed contract of size 3 under avenant 2, whose amounts are all known.
     *
     * @param starts the missions with their days
     */
    public Contract signed(CommunityView view, LocalDate effect, Map<String, LocalDate> starts) {
        var contract = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        prepare(view, contract, "aci-avenant-2", 3, effect, starts, "");
        return sign(view, contract, effect);
    }

    /** Writes the text in preparation with the amounts of a grid. */
    public void prepare(
            CommunityView view,
            Contract contract,
            String grid,
            int size,
            LocalDate effect,
            Map<String, LocalDate> starts,
            String subject) {
        var draft = contracts.find(view, contract.number()).draft().orElseThrow();
        var amounts = new HashMap<String, Euros>(TermsProposal.amounts(rules.grid(grid), size));
        var saving = contracts.save(
                view,
                contract,
                draft.change().version(),
                new TermsTyped(effect, grid, size, 86_739L, "Essai", starts, amounts, Map.of(), subject));
        if (!(saving instanceof fr.maillage.shared.Saving.Done)) {
            throw new IllegalStateException(saving.toString());
        }
    }

    /** A line of results on the text in preparation, met from a threshold on. */
    public void line(CommunityView view, Contract contract, String mission, String code, long maximum) {
        line(view, contract, mission, code, maximum, null);
    }

    /** The same, that pays an indicator of the catalogue. */
    public void line(
            CommunityView view,
            Contract contract,
            String mission,
            String code,
            long maximum,
            @Nullable String indicator) {
        var rule = new ResultLine(
                mission,
                code,
                Euros.of(maximum),
                List.of(new ResultLine.Tier(BigDecimal.TEN, Euros.of(maximum))),
                ResultLine.Direction.RISE);
        var outcome = lines.add(
                view,
                contract.id(),
                new ContractLine(
                        UUID.randomUUID(),
                        rule,
                        "Ligne " + code,
                        indicator,
                        indicator == null ? "" : "%",
                        null,
                        null,
                        "CPAM",
                        "Relevé"));
        if (!(outcome instanceof ResultLines.Outcome.Done)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    /** The three signatures, on one day. */
    public Contract sign(CommunityView view, Contract contract, LocalDate on) {
        for (var party : Terms.Signatory.values()) {
            var draft = contracts.find(view, contract.number()).draft().orElseThrow();
            var outcome = signing.sign(
                    contract.id(),
                    draft.change().version(),
                    new Signing.Typed(party, "Camille Exemple", "Directrice", on),
                    view.author());
            if (!(outcome instanceof Signing.Outcome.Recorded)) {
                throw new IllegalStateException(outcome.toString());
            }
        }
        return contracts.find(view, contract.number());
    }

    /** An amendment in preparation. */
    public Terms amend(CommunityView view, Contract contract, String subject) {
        return contracts.amend(view, contract, subject);
    }

    /** Money received for the fixed part of a mission, in the first year of the contract. */
    public void receive(CommunityView view, Contract contract, String mission, LocalDate day, long amount) {
        receipts.record(
                view,
                contract,
                new Receipts.Receipt(
                        UUID.randomUUID(),
                        day,
                        Euros.of(amount),
                        "VIR CPAM",
                        "",
                        List.of(new Receipts.Line(1, new PartKey(mission, "FIXE"), Nature.WHOLE, Euros.of(amount))),
                        "",
                        null));
    }

    /** A signed contract with a receipt and an amendment in preparation, whatever state the project is in. */
    public UUID forRoutes(CommunityView view, LocalDate day) {
        var project = dossiers.begin(view.id(), DossierKind.HEALTH_PROJECT, view.actor());
        var step = db.sql("select step from dossier.dossier where id = ?")
                .param(project.id().value())
                .query(String.class)
                .single();
        validateProject(view);
        var contract = contracts.open(view, UUID.randomUUID(), null).orElseThrow();
        prepare(view, contract, "aci-avenant-2", 3, day, Map.of("ACCES", day, "CRISE", day), "");
        line(view, contract, "ACCES", "RDV", 35_000);
        sign(view, contract, day);
        amend(view, contract, "Essai");
        db.sql("update dossier.dossier set step = ? where id = ?")
                .params(step, project.id().value())
                .update();
        var receipt = UUID.randomUUID();
        receipts.record(
                view,
                contract,
                new Receipts.Receipt(
                        receipt,
                        day,
                        Euros.of(75_000),
                        "VIR CPAM",
                        "",
                        List.of(new Receipts.Line(
                                1, new PartKey(null, "FONCTIONNEMENT"), Nature.WHOLE, Euros.of(75_000))),
                        "",
                        null));
        return receipt;
    }
}
