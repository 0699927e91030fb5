package fr.maillage.indicators;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityView;
import fr.maillage.rules.Mission;
import fr.maillage.rules.aci.ResultLine.Direction;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The indicators that a CPTS chose itself. */
@Service
@Transactional
public class LocalIndicators {

    private final JdbcClient db;
    private final Journal journal;
    private final Today today;

    LocalIndicators(JdbcClient db, Journal journal, Today today) {
        this.db = db;
        this.journal = journal;
        this.today = today;
    }

    /** As its form says it. */
    public record Typed(
            @Nullable Mission mission,
            String title,
            Direction direction,
            String unit,
            String numerator,
            @Nullable String denominator,
            String producer,
            String proof,
            boolean persons,
            @Nullable String fact) {}

    /** Its code; the same form sent twice adds one. */
    public String add(CommunityView view, UUID id, Typed typed) {
        db.sql("select id from community.community where id = ? for no key update")
                .param(view.id().value())
                .query(UUID.class)
                .single();
        int added = bind(db.sql("""
                                insert into indicators.local_indicator (id, community_id, number, mission, title, direction,
                                    unit, numerator, denominator, producer, proof, persons, fact, changed_at, changed_by)
                                select :id, :community, coalesce(max(number), 0) + 1, :mission, :title, :direction, :unit,
                                    :numerator, :denominator, :producer, :proof, :persons, :fact, :at, :by
                                from indicators.local_indicator where community_id = :community
                                on conflict (id) do nothing
                                """), view, id, typed).update();
        var code = "L"
                + db.sql("select number from indicators.local_indicator where community_id = ? and id = ?")
                        .params(view.id().value(), id)
                        .query(Integer.class)
                        .single();
        if (added == 1) {
            record(view, id, "indicator.added", "Indicateur " + code + " ajouté\u00A0: " + typed.title() + ".");
        }
        return code;
    }

    /** False when somebody changed it since the form was shown. */
    public boolean change(CommunityView view, CatalogueIndicator indicator, int version, Typed typed) {
        int changed = bind(db.sql("""
                                update indicators.local_indicator set mission = :mission, title = :title,
                                    direction = :direction, unit = :unit, numerator = :numerator,
                                    denominator = :denominator, producer = :producer, proof = :proof,
                                    persons = :persons, fact = :fact, version = version + 1, changed_at = :at,
                                    changed_by = :by
                                where community_id = :community and id = :id and version = :version
                                """), view, java.util.Objects.requireNonNull(indicator.id()), typed)
                .param("version", version)
                .update();
        if (changed == 1) {
            record(
                    view,
                    indicator.id(),
                    "indicator.changed",
                    "Indicateur " + indicator.code() + " modifié\u00A0: " + typed.title() + ".");
        }
        return changed == 1;
    }

    /** Takes it off the catalogue, or puts it back; its values stay. */
    public void archive(CommunityView view, CatalogueIndicator indicator, boolean archived) {
        int changed = db.sql("""
                        update indicators.local_indicator set archived_at = :archivedAt::timestamptz,
                            version = version + 1, changed_at = :at, changed_by = :by
                        where community_id = :community and id = :id and (archived_at is null) = :archived
                        """)
                .param("archivedAt", archived ? Timestamp.from(today.instant()) : null, Types.TIMESTAMP)
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("id", indicator.id())
                .param("archived", archived)
                .update();
        if (changed == 1) {
            record(
                    view,
                    java.util.Objects.requireNonNull(indicator.id()),
                    archived ? "indicator.archived" : "indicator.restored",
                    "Indicateur " + indicator.code() + (archived ? " archivé\u00A0: " : " remis dans la liste\u00A0: ")
                            + indicator.title() + ".");
        }
    }

    private JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, CommunityView view, UUID id, Typed typed) {
        return statement
                .param("id", id)
                .param("community", view.id().value())
                .param(
                        "mission",
                        typed.mission() == null ? null : typed.mission().code(),
                        Types.VARCHAR)
                .param("title", typed.title())
                .param("direction", typed.direction().name())
                .param("unit", typed.unit())
                .param("numerator", typed.numerator())
                .param("denominator", typed.denominator(), Types.VARCHAR)
                .param("producer", typed.producer())
                .param("proof", typed.proof())
                .param("persons", typed.persons())
                .param("fact", typed.fact(), Types.VARCHAR)
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name());
    }

    private void record(CommunityView view, UUID id, String action, String sentence) {
        journal.record(Entry.of(view.author(), Subject.of("indicator", id), action, sentence)
                .in(view.id().value()));
    }
}
