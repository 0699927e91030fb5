package fr.maillage.dossier.versions;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.instruction.FrozenSection;
import fr.maillage.dossier.projection.ProjectDocument;
import fr.maillage.dossier.versions.ProjectVersion.Kind;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions of a dossier: those the team names, those deposited, and the present one. */
@Service
public class NamedVersions {

    static final ListSpec SPEC = ListSpec.sortedBy("date", "v.at")
            .descending()
            .column("nom", "v.name")
            .column("auteur", "v.who")
            .filters("origine");

    /** Both kinds with the same columns; the number of a deposit is the name that both sides give it. */
    private static final String VERSIONS = """
            (select id::text as code, 'NAMED' as kind, name, made_at as at, maker_name as who
             from dossier.named_version where dossier_id = :dossier
             union all
             select 'depot-' || ordinal, 'DEPOSITED', 'Version ' || ordinal || ' déposée', deposited_at, depositor_name
             from dossier.deposit where dossier_id = :dossier) v
            """;

    private static final String FOUND = VERSIONS + """
             where public.unaccent(v.name || ' ' || v.who) ilike public.unaccent(:like)
               and (:kind = '' or v.kind = :kind)
            """;

    private final JdbcClient db;
    private final ProjectDocument projection;
    private final Journal journal;
    private final JsonMapper json;
    private final Today today;
    private final TransactionTemplate transaction;

    NamedVersions(
            JdbcClient db,
            ProjectDocument projection,
            Journal journal,
            JsonMapper json,
            Today today,
            TransactionTemplate transaction) {
        this.db = db;
        this.projection = projection;
        this.journal = journal;
        this.json = json;
        this.today = today;
        this.transaction = transaction;
    }

    /**
     * Freezes what the dossier says now, texts and facts; the same id sent twice freezes it once. The document, which reads
     * the whole CPTS at one instant, is made before the transaction that writes.
     *
     * @param name on one line, 1 to 120 signs
     */
    public void keep(CommunityView view, Dossier dossier, UUID id, String name) {
        var sections = FrozenSection.of(projection.draft(dossier));
        transaction.executeWithoutResult(_ -> insert(view, dossier, id, name, sections));
    }

    private void insert(CommunityView view, Dossier dossier, UUID id, String name, List<FrozenSection> sections) {
        var added = db.sql("""
                        insert into dossier.named_version (id, dossier_id, name, sections, made_at, made_by, maker_name)
                        values (:id, :dossier, :name, cast(:sections as jsonb), :at, :by, :maker)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("dossier", dossier.id().value())
                .param("name", name)
                .param("sections", json.writeValueAsString(sections))
                .param("at", today.instant().atOffset(ZoneOffset.UTC))
                .param("by", view.actor().account().value())
                .param("maker", view.actor().name())
                .update();
        if (added > 0) {
            journal.record(Entry.of(
                            view.author(),
                            Subject.of("draft", dossier.id().value()),
                            "dossier.version-named",
                            "Version nommée : " + name + ".")
                    .in(view.id().value()));
        }
    }

    /** One page of the versions, without the present one. */
    Listing<ProjectVersion> page(DossierId dossier, ListQuery query) {
        var rows = with(
                        dossier,
                        query,
                        "select v.* from " + FOUND + " order by " + query.orderBy()
                                + ", v.code offset :offset limit :limit")
                .param("offset", query.offset())
                .param("limit", query.size())
                .query(NamedVersions::version)
                .list();
        var total = with(dossier, query, "select count(*) from " + FOUND)
                .query(Long.class)
                .single();
        return query.listing(rows, total);
    }

    /** The whole list, for its export. */
    List<ProjectVersion> all(DossierId dossier, ListQuery query) {
        return with(dossier, query, "select v.* from " + FOUND + " order by " + query.orderBy() + ", v.code")
                .query(NamedVersions::version)
                .list();
    }

    /** The present one, then the others, the newest first: what one may choose from. */
    public List<ProjectVersion> choices(DossierId dossier) {
        var kept = db.sql("select v.* from " + VERSIONS + " order by v.at desc, v.code")
                .param("dossier", dossier.value())
                .query(NamedVersions::version)
                .list();
        var all = new ArrayList<ProjectVersion>();
        all.add(ProjectVersion.today(today.instant()));
        all.addAll(kept);
        return List.copyOf(all);
    }

    /**
     * What a version says, section by section.
     *
     * @throws NotFound when this dossier has no such version
     */
    List<FrozenSection> sections(Dossier dossier, ProjectVersion version) {
        return switch (version.kind()) {
            case PRESENT -> FrozenSection.of(projection.draft(dossier));
            case NAMED ->
                read(
                        "select sections from dossier.named_version where dossier_id = ? and id = ?",
                        dossier,
                        UUID.fromString(version.code()));
            case DEPOSITED ->
                read(
                        "select sections from dossier.deposit where dossier_id = ? and ordinal = ?",
                        dossier,
                        Integer.valueOf(version.code().substring(ProjectVersion.DEPOSIT.length())));
        };
    }

    private List<FrozenSection> read(String sql, Dossier dossier, Object which) {
        return db.sql(sql)
                .params(dossier.id().value(), which)
                .query(String.class)
                .optional()
                .map(sections -> json.readValue(sections, new TypeReference<List<FrozenSection>>() {}))
                .orElseThrow(() -> new NotFound("version " + which + " of " + dossier.number()));
    }

    private JdbcClient.StatementSpec with(DossierId dossier, ListQuery query, String sql) {
        return db.sql(sql)
                .param("dossier", dossier.value())
                .param("like", query.like())
                .param("kind", origin(query.filter("origine")));
    }

    private static String origin(@Nullable String code) {
        for (var kind : Kind.values()) {
            if (kind.code().equals(code)) {
                return kind.name();
            }
        }
        return "";
    }

    private static ProjectVersion version(ResultSet rs, int row) throws SQLException {
        return new ProjectVersion(
                rs.getString("code"),
                Kind.valueOf(rs.getString("kind")),
                rs.getString("name"),
                rs.getTimestamp("at").toInstant(),
                rs.getString("who"));
    }
}
