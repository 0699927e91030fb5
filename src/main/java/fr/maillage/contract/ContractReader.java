package fr.maillage.contract;

import fr.maillage.community.CommunityId;
import fr.maillage.dossier.DossierId;
import fr.maillage.rules.aci.Part;
import fr.maillage.shared.Change;
import fr.maillage.shared.Euros;
import fr.maillage.shared.NotFound;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads contracts with their terms: six queries whatever their number. */
@Component
class ContractReader {

    private final JdbcClient db;
    private final JsonMapper json;

    ContractReader(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<Contract> find(ContractId id) {
        return contracts("where k.id = :key", id.value()).stream().findFirst();
    }

    /** @throws NotFound when there is none */
    Contract require(ContractId id) {
        return find(id).orElseThrow(() -> new NotFound("contract " + id.value()));
    }

    /** Newest first. */
    List<Contract> of(CommunityId community) {
        return contracts("where k.community_id = :key", community.value());
    }

    /** Several at once, for their accounts: without their lines of results and signatures, which no account reads. */
    List<Contract> forAccounts(Collection<UUID> ids) {
        return contracts("where k.id = any(:key)", ids.toArray(UUID[]::new), false);
    }

    /** The signed contracts of several CPTS for their accounts, whether they began or not; ended ones are left out. */
    List<Contract> runningOf(Collection<CommunityId> communities) {
        var ids = db.sql("select id from contract.contract where state = 'SIGNED' and community_id = any(?)")
                .param(communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        return forAccounts(ids);
    }

    private record Head(
            ContractId id,
            CommunityId community,
            String number,
            DossierId dossier,
            @Nullable ContractId previous,
            Contract.State state,
            int years,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            Change change) {}

    private List<Contract> contracts(String where, Object key) {
        return contracts(where, key, true);
    }

    private List<Contract> contracts(String where, Object key, boolean whole) {
        var heads = db.sql("select k.* from contract.contract k " + where + " order by k.created_at desc, k.id")
                .param("key", key)
                .query((rs, _) -> head(rs))
                .list();
        if (heads.isEmpty()) {
            return List.of();
        }
        var ids = heads.stream().map(head -> head.id().value()).toArray(UUID[]::new);
        var missions = missions(ids);
        var amounts = amounts(ids);
        var lines = whole ? ResultLines.read(db, json, ids) : Map.<UUID, List<ContractLine>>of();
        var signatures = whole ? signatures(ids) : Map.<UUID, List<Terms.Signature>>of();
        var terms = db
                .sql("""
                        select * from contract.terms where contract_id = any(:ids) and state <> 'DROPPED' order by number
                        """)
                .param("ids", ids)
                .query((rs, _) -> Map.entry(
                        rs.getObject("contract_id", UUID.class), terms(rs, missions, amounts, lines, signatures)))
                .list()
                .stream()
                .collect(grouped());
        return heads.stream()
                .map(head -> new Contract(
                        head.id(),
                        head.community(),
                        head.number(),
                        head.dossier(),
                        head.previous(),
                        head.state(),
                        head.years(),
                        head.endedOn(),
                        head.endReason(),
                        terms.getOrDefault(head.id().value(), List.of()),
                        head.change()))
                .toList();
    }

    private static Head head(ResultSet rs) throws SQLException {
        var previous = rs.getObject("previous_id", UUID.class);
        return new Head(
                new ContractId(rs.getObject("id", UUID.class)),
                new CommunityId(rs.getObject("community_id", UUID.class)),
                rs.getString("number"),
                new DossierId(rs.getObject("dossier_id", UUID.class)),
                previous == null ? null : new ContractId(previous),
                Contract.State.valueOf(rs.getString("state")),
                rs.getInt("years"),
                rs.getObject("ended_on", LocalDate.class),
                rs.getString("end_reason"),
                change(rs));
    }

    private static Terms terms(
            ResultSet rs,
            Map<UUID, List<Terms.MissionLine>> missions,
            Map<UUID, List<Terms.AmountLine>> amounts,
            Map<UUID, List<ContractLine>> lines,
            Map<UUID, List<Terms.Signature>> signatures)
            throws SQLException {
        var id = rs.getObject("id", UUID.class);
        return new Terms(
                id,
                rs.getInt("number"),
                rs.getString("state").equals("DRAFT"),
                rs.getObject("effect_on", LocalDate.class),
                rs.getObject("signed_on", LocalDate.class),
                rs.getString("grid"),
                rs.getInt("size"),
                rs.getObject("population", Long.class),
                rs.getString("population_from"),
                rs.getString("subject"),
                missions.getOrDefault(id, List.of()),
                amounts.getOrDefault(id, List.of()),
                lines.getOrDefault(id, List.of()),
                signatures.getOrDefault(id, List.of()),
                change(rs));
    }

    private Map<UUID, List<Terms.MissionLine>> missions(UUID[] contracts) {
        return db
                .sql("""
                        select m.* from contract.mission m join contract.terms t on t.id = m.terms_id
                        where t.contract_id = any(:ids) order by m.ordinal
                        """)
                .param("ids", contracts)
                .query((rs, _) -> Map.entry(
                        rs.getObject("terms_id", UUID.class),
                        new Terms.MissionLine(
                                rs.getString("mission"),
                                rs.getString("title"),
                                rs.getBoolean("base"),
                                rs.getObject("start_on", LocalDate.class),
                                rs.getObject("start_by", LocalDate.class),
                                rs.getObject("deployed_by", LocalDate.class))))
                .list()
                .stream()
                .collect(grouped());
    }

    private Map<UUID, List<Terms.AmountLine>> amounts(UUID[] contracts) {
        return db
                .sql("""
                        select a.* from contract.amount a join contract.terms t on t.id = a.terms_id
                        where t.contract_id = any(:ids) order by a.ordinal
                        """)
                .param("ids", contracts)
                .query((rs, _) -> Map.entry(
                        rs.getObject("terms_id", UUID.class),
                        new Terms.AmountLine(
                                mission(rs),
                                rs.getString("part"),
                                rs.getString("part_title"),
                                Part.Paid.valueOf(rs.getString("paid")),
                                rs.getString("condition"),
                                euros(rs, "grid_amount"),
                                rs.getString("grid_status"),
                                rs.getString("grid_source"),
                                euros(rs, "amount"),
                                rs.getString("reason"))))
                .list()
                .stream()
                .collect(grouped());
    }

    private Map<UUID, List<Terms.Signature>> signatures(UUID[] contracts) {
        return db
                .sql("""
                        select s.* from contract.signature s join contract.terms t on t.id = s.terms_id
                        where t.contract_id = any(:ids) order by array_position(array['CPTS', 'ARS', 'CPAM'], s.party)
                        """)
                .param("ids", contracts)
                .query((rs, _) -> Map.entry(
                        rs.getObject("terms_id", UUID.class),
                        new Terms.Signature(
                                Terms.Signatory.valueOf(rs.getString("party")),
                                rs.getString("name"),
                                rs.getString("quality"),
                                rs.getObject("signed_on", LocalDate.class),
                                rs.getString("recorded_by"))))
                .list()
                .stream()
                .collect(grouped());
    }

    private static <T> java.util.stream.Collector<Map.Entry<UUID, T>, ?, Map<UUID, List<T>>> grouped() {
        return Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()));
    }

    /** The mission of a line; null for the operating money, which the tables keep as an empty text. */
    static @Nullable String mission(ResultSet rs) throws SQLException {
        var mission = rs.getString("mission");
        return mission.isEmpty() ? null : mission;
    }

    static @Nullable Euros euros(ResultSet rs, String column) throws SQLException {
        BigDecimal value = rs.getBigDecimal(column);
        return value == null ? null : new Euros(value);
    }

    private static Change change(ResultSet rs) throws SQLException {
        return new Change(rs.getInt("version"), rs.getTimestamp("changed_at").toInstant(), rs.getString("changed_by"));
    }
}
