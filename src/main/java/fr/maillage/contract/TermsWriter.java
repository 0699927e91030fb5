package fr.maillage.contract;

import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.MissionTerms;
import fr.maillage.rules.aci.Part;
import fr.maillage.shared.Euros;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what terms in preparation say: their missions and amounts follow the grid, the contract's own amounts prevail. */
@Component
class TermsWriter {

    private final JdbcClient db;

    TermsWriter(JdbcClient db) {
        this.db = db;
    }

    /** @param signed the day that the delays of the agreement are counted from */
    void write(UUID terms, Grid grid, TermsTyped typed, LocalDate signed, List<Terms.MissionLine> before) {
        db.sql("delete from contract.amount where terms_id = ?").param(terms).update();
        db.sql("delete from contract.mission where terms_id = ?").param(terms).update();
        int ordinal = 0;
        var missions = grid.missions().stream()
                .filter(mission -> typed.starts().containsKey(mission.code()))
                .toList();
        for (var mission : missions) {
            writeMission(terms, ordinal++, mission, typed, signed, before);
        }
        ordinal = 0;
        writeAmount(terms, ordinal++, null, grid.operating(), typed);
        for (var mission : missions) {
            for (var part : mission.parts()) {
                writeAmount(terms, ordinal++, mission.code(), part, typed);
            }
        }
    }

    private void writeMission(
            UUID terms,
            int ordinal,
            MissionTerms mission,
            TermsTyped typed,
            LocalDate signed,
            List<Terms.MissionLine> before) {
        var known = before.stream()
                .filter(line -> line.mission().equals(mission.code()))
                .findFirst();
        var calendar = mission.calendar();
        // A mission that earlier terms had keeps the delays that those began.
        var startBy = known.map(Terms.MissionLine::startBy)
                .orElse(calendar == null ? null : signed.plusMonths(calendar.startWithinMonths()));
        var deployedBy = known.map(Terms.MissionLine::deployedBy)
                .orElse(calendar == null ? null : signed.plusMonths(calendar.deployedWithinMonths()));
        db.sql("""
                        insert into contract.mission (terms_id, mission, ordinal, title, base, start_on, start_by, deployed_by)
                        values (:terms, :mission, :ordinal, :title, :base, :start, :startBy, :deployedBy)
                        """)
                .param("terms", terms)
                .param("mission", mission.code())
                .param("ordinal", ordinal)
                .param("title", mission.title())
                .param("base", mission.base())
                .param("start", typed.starts().get(mission.code()))
                .param("startBy", startBy, Types.DATE)
                .param("deployedBy", deployedBy, Types.DATE)
                .update();
    }

    private void writeAmount(UUID terms, int ordinal, @Nullable String mission, Part part, TermsTyped typed) {
        var rate = part.rate(typed.size());
        var code = (mission == null ? "" : mission + "-") + part.code();
        var amount = typed.amounts().get(code);
        db.sql("""
                        insert into contract.amount (terms_id, mission, part, ordinal, part_title, paid, condition, grid_amount,
                            grid_status, grid_source, amount, reason)
                        values (:terms, :mission, :part, :ordinal, :title, :paid, :condition, :gridAmount, :status, :source,
                            :amount, :reason)
                        """)
                .param("terms", terms)
                .param("mission", mission == null ? "" : mission)
                .param("part", part.code())
                .param("ordinal", ordinal)
                .param("title", part.title())
                .param("paid", part.paid().name())
                .param("condition", part.condition(), Types.VARCHAR)
                .param(
                        "gridAmount",
                        rate.amount() == null ? null : rate.amount().value(),
                        Types.NUMERIC)
                .param("status", rate.status().name())
                .param("source", rate.source().title())
                .param("amount", amount == null ? null : amount.value(), Types.NUMERIC)
                .param("reason", Objects.requireNonNullElse(typed.reasons().get(code), ""))
                .update();
    }

    /** What is missing or contradictory in terms, by the field of their form; empty when they may be kept. */
    static List<Fault> faults(Grid grid, TermsTyped typed) {
        var faults = new ArrayList<Fault>();
        for (var mission : grid.missions()) {
            if (typed.starts().containsKey(mission.code())) {
                mission.parts().forEach(part -> check(faults, mission.code() + "-" + part.code(), part, typed));
            }
        }
        check(faults, grid.operating().code(), grid.operating(), typed);
        return faults;
    }

    /** @param field of the form */
    record Fault(String field, String sentence) {}

    private static void check(List<Fault> faults, String code, Part part, TermsTyped typed) {
        Euros proposed = part.rate(typed.size()).amount();
        var amount = typed.amounts().get(code);
        if (proposed != null
                && amount != null
                && !amount.equals(proposed)
                && Objects.requireNonNullElse(typed.reasons().get(code), "").isBlank()) {
            faults.add(new Fault(
                    "motif-" + code,
                    "Dites pourquoi ce montant diffère du barème, par exemple « annexe financière du contrat »."));
        }
    }
}
