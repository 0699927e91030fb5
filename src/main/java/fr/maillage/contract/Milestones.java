package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the calendar of the agreement waits for once a mission runs: its deployment, the crisis plan of each year. */
@Service
public class Milestones {

    /** What may be reached. */
    public sealed interface Milestone {

        /** A mission works in full. */
        record Deployed(String mission) implements Milestone {}

        /**
         * The plan that answers health crises is handed over, or brought up to date.
         *
         * @param year number of the contract year
         */
        record CrisisPlan(int year) implements Milestone {}
    }

    private record Reached(ContractId contract, Milestone milestone, LocalDate on) {}

    private final JdbcClient db;
    private final Contracts contracts;
    private final ContractReader reader;

    Milestones(JdbcClient db, Contracts contracts, ContractReader reader) {
        this.db = db;
        this.contracts = contracts;
        this.reader = reader;
    }

    Map<Milestone, LocalDate> of(Contract contract) {
        return of(java.util.List.of(contract)).getOrDefault(contract.id(), Map.of());
    }

    /** The milestones reached, with their day, for several contracts in one query. */
    Map<ContractId, Map<Milestone, LocalDate>> of(Collection<Contract> contracts) {
        return db
                .sql("select contract_id, kind, subject, reached_on from contract.milestone where contract_id = any(?)")
                .param(contracts.stream().map(contract -> contract.id().value()).toArray(UUID[]::new))
                .query((rs, _) -> new Reached(
                        new ContractId(rs.getObject("contract_id", UUID.class)),
                        rs.getString("kind").equals("DEPLOYED")
                                ? new Milestone.Deployed(rs.getString("subject"))
                                : new Milestone.CrisisPlan(rs.getInt("subject")),
                        rs.getObject("reached_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Reached::contract, Collectors.toMap(Reached::milestone, Reached::on)));
    }

    /**
     * Records, or corrects, the day a milestone was reached.
     *
     * @throws NotFound when the contract has no such mission or year
     */
    @Transactional
    public void record(CommunityView view, ContractId id, Milestone milestone, LocalDate day) {
        contracts.lock(id);
        var contract = reader.require(id);
        db.sql("""
                        insert into contract.milestone (contract_id, kind, subject, reached_on, recorded_at, recorded_by)
                        values (:contract, :kind, :subject, :day, :at, :by)
                        on conflict (contract_id, kind, subject) do update set reached_on = excluded.reached_on,
                            recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
                        """)
                .param("contract", id.value())
                .param("kind", milestone instanceof Milestone.Deployed ? "DEPLOYED" : "CRISIS_PLAN")
                .param("subject", subject(contract, milestone))
                .param("day", Date.valueOf(day))
                .param("at", contracts.now())
                .param("by", view.actor().name())
                .update();
        contracts.touch(id, view.author());
        contracts.record(
                view.author(),
                id,
                view.id(),
                "contract.milestone",
                words(contract, milestone) + French.date(day) + ".");
    }

    private static String subject(Contract contract, Milestone milestone) {
        return switch (milestone) {
            case Milestone.Deployed(var mission) -> mission(contract, mission).mission();
            case Milestone.CrisisPlan(var year) -> {
                if (year < 1 || year > contract.years()) {
                    throw new NotFound("year " + year + " of " + contract.number());
                }
                yield String.valueOf(year);
            }
        };
    }

    private static String words(Contract contract, Milestone milestone) {
        return switch (milestone) {
            case Milestone.Deployed(var mission) ->
                "Mission «\u00A0" + mission(contract, mission).title() + "\u00A0» entièrement déployée le ";
            case Milestone.CrisisPlan(var year) -> "Plan de réponse aux crises de l’année " + year + " remis le ";
        };
    }

    private static Terms.MissionLine mission(Contract contract, String code) {
        return contract.signed().stream()
                .flatMap(terms -> terms.missions().stream())
                .filter(each -> each.mission().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("mission " + code + " of " + contract.number()));
    }
}
