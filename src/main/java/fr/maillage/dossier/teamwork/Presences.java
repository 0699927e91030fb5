package fr.maillage.dossier.teamwork;

import fr.maillage.access.AccountId;
import fr.maillage.access.Actor;
import fr.maillage.dossier.DossierId;
import fr.maillage.shared.Today;
import fr.maillage.ui.Person;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has which section of a dossier before their eyes. In the database and not in memory, so that it holds over several
 * nodes; in a table without a log, since a minute later it is worth nothing (decision 0131).
 */
@Service
public class Presences {

    /** Three times the wait between two signs of a page. */
    static final Duration FRESH = Duration.ofSeconds(60);

    private final JdbcClient db;
    private final Today today;

    Presences(JdbcClient db, Today today) {
        this.db = db;
        this.today = today;
    }

    /** Somebody else of the team. */
    public record Here(String section, Person person, boolean writing) {}

    /** A person is in one section of a dossier at a time: the last one opened. */
    @Transactional
    public void here(DossierId dossier, String section, Actor actor, boolean writing) {
        db.sql("""
                        insert into dossier.presence as p (dossier_id, account_id, section_key, name, writing, seen_at)
                        values (:dossier, :account, :section, :name, :writing, :now)
                        on conflict (dossier_id, account_id) do update
                        set section_key = excluded.section_key, name = excluded.name, writing = excluded.writing,
                            seen_at = excluded.seen_at
                        """)
                .param("dossier", dossier.value())
                .param("account", actor.account().value())
                .param("section", section)
                .param("name", actor.name())
                .param("writing", writing)
                .param("now", today.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The others who were seen within a minute, by name. */
    public List<Here> others(DossierId dossier, AccountId but) {
        return db.sql("""
                        select section_key, name, writing from dossier.presence
                        where dossier_id = :dossier and account_id <> :but and seen_at > :since
                        order by name, account_id
                        """)
                .param("dossier", dossier.value())
                .param("but", but.value())
                .param("since", today.instant().minus(FRESH).atOffset(ZoneOffset.UTC))
                .query((rs, _) -> new Here(
                        rs.getString("section_key"), Person.named(rs.getString("name")), rs.getBoolean("writing")))
                .list();
    }

    /** One of those who write each section, for the contents beside a text. */
    public Map<String, Person> writing(DossierId dossier, AccountId but) {
        return others(dossier, but).stream()
                .filter(Here::writing)
                .collect(Collectors.toMap(Here::section, Here::person, (first, _) -> first));
    }
}
