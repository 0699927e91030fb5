package fr.maillage.dossier.instruction;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierId;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which remarks of institutions the team has dealt with, in its own eyes: the institution alone settles them. */
@Service
@Transactional
class TreatedRemarks {

    record Treated(Instant at, String by) {}

    private final JdbcClient db;
    private final Journal journal;
    private final Today today;

    TreatedRemarks(JdbcClient db, Journal journal, Today today) {
        this.db = db;
        this.journal = journal;
        this.today = today;
    }

    @Transactional(readOnly = true)
    Map<UUID, Treated> of(DossierId dossier) {
        var treated = new HashMap<UUID, Treated>();
        db.sql("""
                        select t.* from dossier.remark_treated t join dossier.remark r on r.id = t.remark_id
                        where r.dossier_id = ?
                        """).param(dossier.value()).query(row -> {
            treated.put(
                    row.getObject("remark_id", UUID.class),
                    new Treated(row.getTimestamp("treated_at").toInstant(), row.getString("treater_name")));
        });
        return treated;
    }

    /** Marks a remark dealt with, or not; saying it twice says it once. */
    void set(CommunityView view, DossierId dossier, UUID remark, boolean treated) {
        boolean known =
                db.sql("select count(*) from dossier.remark where id = ? and dossier_id = ? and party <> 'CPTS'")
                                .params(remark, dossier.value())
                                .query(Integer.class)
                                .single()
                        > 0;
        if (!known) {
            throw new NotFound("remark " + remark);
        }
        int changed = treated ? add(view, remark) : remove(remark);
        if (changed > 0) {
            journal.record(Entry.of(
                            view.author(),
                            Subject.of("draft", dossier.value()),
                            treated ? "dossier.remark-treated" : "dossier.remark-reopened",
                            treated ? "Remarque marquée comme traitée." : "Remarque à traiter de nouveau.")
                    .in(view.id().value()));
        }
    }

    private int add(CommunityView view, UUID remark) {
        return db.sql("""
                        insert into dossier.remark_treated (remark_id, treated_at, treated_by, treater_name)
                        values (:remark, :at, :by, :name) on conflict do nothing
                        """)
                .param("remark", remark)
                .param("at", today.instant().atOffset(ZoneOffset.UTC))
                .param("by", view.actor().account().value())
                .param("name", view.actor().name())
                .update();
    }

    private int remove(UUID remark) {
        return db.sql("delete from dossier.remark_treated where remark_id = ?")
                .param(remark)
                .update();
    }
}
