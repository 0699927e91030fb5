package fr.maillage.dossier.writing;

import fr.maillage.access.AccountId;
import fr.maillage.access.Mandates;
import fr.maillage.community.CommunityId;
import fr.maillage.dossier.DossierId;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was asked to write which section. */
@Service
public class Assignments {

    private final JdbcClient db;
    private final Mandates mandates;

    Assignments(JdbcClient db, Mandates mandates) {
        this.db = db;
        this.mandates = mandates;
    }

    /** @param due the day the text is expected, or null */
    public record Assignment(
            AccountId account, String name, @Nullable LocalDate due) {}

    /** Somebody of the team who may be asked. */
    record Candidate(AccountId account, String name) {}

    Optional<Assignment> of(DossierId dossier, String section) {
        return db.sql("select * from dossier.assignment where dossier_id = ? and section_key = ?")
                .params(dossier.value(), section)
                .query((rs, _) -> new Assignment(
                        new AccountId(rs.getObject("account_id", UUID.class)),
                        rs.getString("name"),
                        rs.getObject("due_day", LocalDate.class)))
                .optional();
    }

    /** Every section that was entrusted, by its key. */
    public Map<String, Assignment> of(DossierId dossier) {
        var assigned = new HashMap<String, Assignment>();
        db.sql("select * from dossier.assignment where dossier_id = ?")
                .param(dossier.value())
                .query(row -> {
                    assigned.put(
                            row.getString("section_key"),
                            new Assignment(
                                    new AccountId(row.getObject("account_id", UUID.class)),
                                    row.getString("name"),
                                    row.getObject("due_day", LocalDate.class)));
                });
        return assigned;
    }

    /** The people of a CPTS, each once, by name. */
    List<Candidate> team(CommunityId community) {
        var team = new LinkedHashMap<AccountId, Candidate>();
        mandates.ofCommunity(community.value())
                .forEach(holder -> team.putIfAbsent(
                        holder.person().id(),
                        new Candidate(holder.person().id(), holder.person().name())));
        return List.copyOf(team.values());
    }

    /** Entrusts a section to somebody instead of anybody else; the last word wins. */
    @Transactional
    void assign(DossierId dossier, String section, Candidate to, @Nullable LocalDate due) {
        db.sql("""
                        insert into dossier.assignment (dossier_id, section_key, account_id, name, due_day)
                        values (:dossier, :section, :account, :name, :due)
                        on conflict (dossier_id, section_key)
                        do update set account_id = excluded.account_id, name = excluded.name, due_day = excluded.due_day
                        """)
                .param("dossier", dossier.value())
                .param("section", section)
                .param("account", to.account().value())
                .param("name", to.name())
                .param("due", due, Types.DATE)
                .update();
    }

    @Transactional
    void withdraw(DossierId dossier, String section) {
        db.sql("delete from dossier.assignment where dossier_id = ? and section_key = ?")
                .params(dossier.value(), section)
                .update();
    }
}
