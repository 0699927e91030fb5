package fr.maillage.diagnosis.versions;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.diagnosis.Diagnoses;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Dates the diagnosis of a CPTS, so that a later one can be held against it. */
@Service
public class Versions {

    private final JdbcClient jdbc;
    private final Diagnoses diagnoses;
    private final Journal journal;
    private final JsonMapper json;
    private final Today today;
    private final TransactionTemplate transaction;

    Versions(
            JdbcClient jdbc,
            Diagnoses diagnoses,
            Journal journal,
            JsonMapper json,
            Today today,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.diagnoses = diagnoses;
        this.journal = journal;
        this.json = json;
        this.today = today;
        this.transaction = transaction;
    }

    /** The diagnosis as it is today, in the form of a dated one; empty while no commune is chosen. */
    public Optional<FrozenDiagnosis> today(CommunityId community) {
        return diagnoses.of(community).map(FrozenDiagnosis::of);
    }

    /** The newest first. */
    public List<DatedDiagnosis> of(CommunityId community) {
        return jdbc.sql("select * from diagnosis.version where community_id = ? order by made_at desc, id")
                .param(community.value())
                .query(this::read)
                .list();
    }

    /** @throws NotFound when the CPTS has no such version */
    public DatedDiagnosis find(CommunityId community, UUID id) {
        return jdbc.sql("select * from diagnosis.version where community_id = ? and id = ?")
                .params(community.value(), id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new NotFound("version " + id));
    }

    /**
     * Freezes the diagnosis of today; the same id sent twice freezes it once. The diagnosis, which may wait for data that
     * others read, is made before the transaction begins.
     *
     * @return false while no commune is chosen: there is nothing to date
     */
    public boolean date(CommunityView view, UUID id, String name) {
        var diagnosis = today(view.id());
        diagnosis.ifPresent(made -> transaction.executeWithoutResult(_ -> keep(view, id, name, made)));
        return diagnosis.isPresent();
    }

    private void keep(CommunityView view, UUID id, String name, FrozenDiagnosis diagnosis) {
        var added = jdbc.sql("""
                        insert into diagnosis.version (id, community_id, name, day, made_at, made_by, diagnosis)
                        values (:id, :community, :name, :day, :at, :by, :diagnosis::jsonb) on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("community", view.id().value())
                .param("name", name)
                .param("day", today.day())
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .param("diagnosis", json.writeValueAsString(diagnosis))
                .update();
        if (added == 1) {
            journal.record(Entry.of(
                            view.author(),
                            Subject.of("diagnosis", view.id().value()),
                            "diagnosis.dated",
                            "Diagnostic daté : " + name + ".")
                    .in(view.id().value()));
        }
    }

    private DatedDiagnosis read(ResultSet rs, int row) throws SQLException {
        return new DatedDiagnosis(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getObject("day", LocalDate.class),
                rs.getTimestamp("made_at").toInstant(),
                rs.getString("made_by"),
                Objects.requireNonNull(json.readValue(rs.getString("diagnosis"), FrozenDiagnosis.class)));
    }
}
