package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The day each mission really began. It pays from that day. */
@Service
public class MissionStarts {

    private final JdbcClient db;
    private final Contracts contracts;
    private final ContractReader reader;

    MissionStarts(JdbcClient db, Contracts contracts, ContractReader reader) {
        this.db = db;
        this.contracts = contracts;
        this.reader = reader;
    }

    /** The missions whose start was recorded. */
    Set<String> confirmed(ContractId contract) {
        return days(contract).keySet();
    }

    /** The missions whose start was recorded, for several contracts in one query. */
    Map<ContractId, Set<String>> confirmed(Collection<Contract> contracts) {
        return db
                .sql("select contract_id, mission from contract.mission_start where contract_id = any(?)")
                .param(contracts.stream().map(contract -> contract.id().value()).toArray(UUID[]::new))
                .query((rs, _) ->
                        Map.entry(new ContractId(rs.getObject("contract_id", UUID.class)), rs.getString("mission")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** The day each mission really began. */
    Map<String, LocalDate> days(ContractId contract) {
        return db
                .sql("select mission, started_on from contract.mission_start where contract_id = ?")
                .param(contract.value())
                .query((rs, _) -> Map.entry(rs.getString("mission"), rs.getObject("started_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Records, or corrects, the day a mission began. */
    @Transactional
    public void record(CommunityView view, ContractId id, String mission, LocalDate day) {
        contracts.lock(id);
        var contract = reader.require(id);
        var line = contract.signed().stream()
                .flatMap(terms -> terms.missions().stream())
                .filter(each -> each.mission().equals(mission))
                .findFirst()
                .orElseThrow(() -> new NotFound("mission " + mission + " of " + contract.number()));
        db.sql("""
                        insert into contract.mission_start (contract_id, mission, started_on, recorded_at, recorded_by)
                        values (:contract, :mission, :day, :at, :by)
                        on conflict (contract_id, mission) do update set started_on = excluded.started_on,
                            recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
                        """)
                .param("contract", id.value())
                .param("mission", mission)
                .param("day", Date.valueOf(day))
                .param("at", contracts.now())
                .param("by", view.actor().name())
                .update();
        contracts.touch(id, view.author());
        contracts.record(
                view.author(),
                id,
                view.id(),
                "contract.started",
                "Mission «\u00A0" + line.title() + "\u00A0» démarrée le " + French.date(day) + ".");
    }
}
