package fr.maillage.dossier.instruction;

import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.Step;
import fr.maillage.shared.Today;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells other modules how far a deposited dossier has come, without its papers. */
@Component
@Transactional(readOnly = true)
public class Progresses {

    private final JdbcClient jdbc;
    private final Today today;

    Progresses(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Empty before the first deposit. */
    public Optional<Progress> of(DossierId dossier) {
        return jdbc.sql("""
                        select dossier.step_on(d, :today) as step, (select m.answer_by from dossier.move m
                             where d.step = 'TO_COMPLETE' and m.dossier_id = d.id and m.move = 'ASK_MORE'
                             order by m.id desc limit 1) as answer_by, p.ordinal, p.deposited_at, p.deemed_on,
                            w.waiting, w.due
                        from dossier.dossier d
                        cross join lateral (select count(*) as waiting, min(r.due_on) as due from dossier.remark r
                             where r.dossier_id = d.id and r.resolved_at is null and r.party in ('ARS', 'CPAM', 'MSA')
                                and not exists (select 1 from dossier.remark_answer a
                                    where a.remark_id = r.id and a.party = 'CPTS')) w
                        join lateral (select ordinal, deposited_at, deemed_on from dossier.deposit p where p.dossier_id = d.id
                            order by p.ordinal desc limit 1) p on true
                        where d.id = :dossier
                        """)
                .param("dossier", dossier.value())
                .param("today", today.day())
                .query((row, _) -> {
                    var deposited = row.getTimestamp("deposited_at").toInstant();
                    var step = Step.valueOf(row.getString("step"));
                    return new Progress(
                            row.getInt("ordinal"),
                            deposited,
                            DossierDelay.of(step, deposited, row.getObject("deemed_on", LocalDate.class), today.day()),
                            row.getObject("answer_by", LocalDate.class),
                            step.underReview() ? row.getInt("waiting") : 0,
                            step.underReview() ? row.getObject("due", LocalDate.class) : null);
                })
                .optional();
    }
}
