package fr.maillage.contract;

import fr.maillage.community.CommunityView;
import fr.maillage.rules.aci.Part;
import fr.maillage.rules.aci.ResultLine;
import fr.maillage.shared.Euros;
import fr.maillage.shared.NotFound;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lines of results of terms in preparation. */
@Service
public class ResultLines {

    private record TierJson(BigDecimal threshold, BigDecimal amount) {}

    private final JdbcClient db;
    private final JsonMapper json;
    private final Contracts contracts;
    private final ContractReader reader;

    ResultLines(JdbcClient db, JsonMapper json, Contracts contracts, ContractReader reader) {
        this.db = db;
        this.json = json;
        this.contracts = contracts;
        this.reader = reader;
    }

    public sealed interface Outcome {
        record Done() implements Outcome {}

        record Refused(String sentence) implements Outcome {}
    }

    /** Adds a line; the same form sent twice adds one. */
    @Transactional
    public Outcome add(CommunityView view, ContractId id, ContractLine line) {
        contracts.lock(id);
        var draft = reader.require(id).draft().orElse(null);
        if (draft == null) {
            return new Outcome.Refused("Ce texte vient d’être signé : il ne change plus.");
        }
        if (!draft.signatures().isEmpty()) {
            return new Outcome.Refused("Une signature est déjà enregistrée. Retirez-la avant de changer le texte.");
        }
        if (draft.lines().stream().anyMatch(each -> each.id().equals(line.id()))) {
            return new Outcome.Done();
        }
        if (draft.lines().stream()
                .anyMatch(each -> each.rule().mission().equals(line.rule().mission())
                        && each.rule().code().equals(line.rule().code()))) {
            return new Outcome.Refused(
                    "La ligne " + line.rule().code() + " existe déjà dans cette mission. Donnez un autre code.");
        }
        insert(draft.id(), line, draft.lines().size(), view.actor().name());
        stamp(draft, view);
        return new Outcome.Done();
    }

    @Transactional
    Outcome remove(CommunityView view, ContractId id, UUID line) {
        contracts.lock(id);
        var draft = reader.require(id).draft().orElseThrow(() -> new NotFound("draft of " + id));
        if (!draft.signatures().isEmpty()) {
            return new Outcome.Refused("Une signature est déjà enregistrée. Retirez-la avant de changer le texte.");
        }
        db.sql("delete from contract.result_line where id = ? and terms_id = ?")
                .params(line, draft.id())
                .update();
        stamp(draft, view);
        return new Outcome.Done();
    }

    /** A signature read a text: its version changes with its lines. */
    private void stamp(Terms draft, CommunityView view) {
        db.sql("update contract.terms set version = version + 1, changed_at = ?, changed_by = ? where id = ?")
                .params(contracts.now(), view.actor().name(), draft.id())
                .update();
    }

    private void insert(UUID terms, ContractLine line, int ordinal, String by) {
        var tiers = line.rule().tiers().stream()
                .map(tier -> new TierJson(tier.threshold(), tier.amount().value()))
                .toList();
        db.sql("""
                        insert into contract.result_line (id, terms_id, mission, ordinal, code, label, indicator, unit, maximum,
                            direction, tiers, target, baseline, baseline_on, source, proof, added_at, added_by)
                        values (:id, :terms, :mission, :ordinal, :code, :label, :indicator, :unit, :maximum, :direction,
                            :tiers::jsonb, :target, :baseline, :baselineOn, :source, :proof, :at, :by)
                        """)
                .param("id", line.id())
                .param("terms", terms)
                .param("mission", line.rule().mission())
                .param("ordinal", ordinal)
                .param("code", line.rule().code())
                .param("label", line.label())
                .param("indicator", line.indicator(), Types.VARCHAR)
                .param("unit", line.unit())
                .param("maximum", line.rule().maximum().value())
                .param("direction", line.rule().direction().name())
                .param("tiers", json.writeValueAsString(tiers))
                .param(
                        "target",
                        line.rule().scale() instanceof ResultLine.Slope slope ? slope.target() : null,
                        Types.NUMERIC)
                .param("baseline", line.baseline(), Types.NUMERIC)
                .param("baselineOn", line.baselineOn(), Types.DATE)
                .param("source", line.source())
                .param("proof", line.proof())
                .param("at", contracts.now())
                .param("by", by)
                .update();
    }

    static Map<UUID, List<ContractLine>> read(JdbcClient db, JsonMapper json, UUID[] contracts) {
        return db
                .sql("""
                        select l.* from contract.result_line l join contract.terms t on t.id = l.terms_id
                        where t.contract_id = any(:ids) order by l.ordinal, l.code
                        """)
                .param("ids", contracts)
                .query((rs, _) -> Map.entry(rs.getObject("terms_id", UUID.class), line(rs, json)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static ContractLine line(ResultSet rs, JsonMapper json) throws SQLException {
        var baseline = rs.getBigDecimal("baseline");
        return new ContractLine(
                rs.getObject("id", UUID.class),
                rule(rs, json),
                rs.getString("label"),
                rs.getString("indicator"),
                rs.getString("unit"),
                baseline == null ? null : baseline.stripTrailingZeros(),
                rs.getObject("baseline_on", LocalDate.class),
                rs.getString("source"),
                rs.getString("proof"));
    }

    private static ResultLine rule(ResultSet rs, JsonMapper json) throws SQLException {
        var mission = rs.getString("mission");
        var code = rs.getString("code");
        var maximum = new Euros(rs.getBigDecimal("maximum"));
        var target = rs.getBigDecimal("target");
        if (target != null) {
            return new ResultLine(mission, code, maximum, new ResultLine.Slope(rs.getBigDecimal("baseline"), target));
        }
        List<TierJson> tiers = json.readValue(rs.getString("tiers"), new TypeReference<>() {});
        return new ResultLine(
                mission,
                code,
                maximum,
                tiers.stream()
                        .map(tier -> new ResultLine.Tier(tier.threshold(), new Euros(tier.amount())))
                        .toList(),
                ResultLine.Direction.valueOf(rs.getString("direction")));
    }

    /** What keeps the lines of terms from making their envelopes, each a French sentence. */
    static List<String> faults(Terms terms) {
        var faults = new ArrayList<String>();
        for (var amount : terms.amounts()) {
            if (amount.paid() != Part.Paid.ON_RESULTS || amount.mission() == null || amount.amount() == null) {
                continue;
            }
            var lines = terms.linesOf(amount.mission());
            if (!lines.isEmpty()) {
                ResultLine.difference(
                                terms.mission(amount.mission())
                                        .map(Terms.MissionLine::title)
                                        .orElse(amount.mission()),
                                lines.stream().map(ContractLine::rule).toList(),
                                amount.amount())
                        .ifPresent(faults::add);
            }
        }
        return faults;
    }
}
