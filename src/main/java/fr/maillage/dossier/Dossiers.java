package fr.maillage.dossier;

import fr.maillage.access.Actor;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityId;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dossiers of every CPTS: one of a kind at a time, numbered by year and département. */
@Service
public class Dossiers {

    private final JdbcClient db;
    private final Communities communities;
    private final Trames trames;
    private final Today today;

    Dossiers(JdbcClient db, Communities communities, Trames trames, Today today) {
        this.db = db;
        this.communities = communities;
        this.trames = trames;
        this.today = today;
    }

    /** @throws NotFound when there is none */
    public Dossier find(DossierId id) {
        return select("where d.id = :id")
                .param("id", id.value())
                .query(Dossiers::read)
                .optional()
                .orElseThrow(() -> new NotFound("dossier " + id.value()));
    }

    public Optional<Dossier> byNumber(String number) {
        return select("where d.number = :number")
                .param("number", number)
                .query(Dossiers::read)
                .optional();
    }

    /** The dossier of a kind of a CPTS; empty while nobody has begun it. */
    public Optional<Dossier> of(CommunityId community, DossierKind kind) {
        return select("where d.community_id = :community and d.kind = :kind")
                .param("community", community.value())
                .param("kind", kind.name())
                .query(Dossiers::read)
                .optional();
    }

    /** The dossiers of a CPTS, in the order in which they are written: the lettre d’intention first. */
    public List<Dossier> of(CommunityId community) {
        return select("""
                        where d.community_id = :community
                        order by array_position(
                            array['LETTER_OF_INTENT', 'PRE_PROJECT', 'HEALTH_PROJECT', 'GRANT_REQUEST'], d.kind)
                        """)
                .param("community", community.value())
                .query(Dossiers::read)
                .list();
    }

    /** Each as it stands today: the silence of the ARS validates at midnight, whenever it is written down. */
    private JdbcClient.StatementSpec select(String where) {
        return db.sql("select d.*, dossier.step_on(d, :today) as step_today from dossier.dossier d " + where)
                .param("today", today.day());
    }

    /** The dossier of a kind, begun by this person if nobody did; two at once begin the same one. */
    @Transactional
    public Dossier begin(CommunityId community, DossierKind kind, Actor actor) {
        var existing = of(community, kind);
        if (existing.isPresent()) {
            return existing.get();
        }
        db.sql("""
                        insert into dossier.dossier (id, community_id, kind, number, trame, created_at, created_by)
                        values (:id, :community, :kind, :number, :trame, :now, :by)
                        on conflict (community_id, kind) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("community", community.value())
                .param("kind", kind.name())
                .param("number", nextNumber(communities.find(community).seatDepartement()))
                .param("trame", trames.byDefault(kind).id())
                .param("now", today.instant().atOffset(ZoneOffset.UTC))
                .param("by", actor.account().value())
                .update();
        return of(community, kind).orElseThrow();
    }

    /**
     * Makes a dossier follow another trame while it is written; its texts stay.
     *
     * @param version the one the person saw
     * @return false when the dossier changed meanwhile or is not being written
     */
    @Transactional
    public boolean follow(DossierId id, Trame trame, int version) {
        var kind = trame.kind();
        if (kind == null) {
            return false;
        }
        return db.sql("""
                        update dossier.dossier set trame = ?, version = version + 1
                        where id = ? and version = ? and kind = ? and step in ('DRAFT', 'TO_COMPLETE')
                        """).params(trame.id(), id.value(), version, kind.name()).update() == 1;
    }

    /** Orders never repeat within a year and a département; a number lost to a race leaves a gap. */
    private String nextNumber(String departement) {
        int year = today.day().getYear();
        int order = db.sql("""
                        insert into dossier.numbering (year, departement, last) values (?, ?, 1)
                        on conflict (year, departement) do update set last = numbering.last + 1
                        returning last
                        """).params(year, departement).query(Integer.class).single();
        return "%d-%s-%04d".formatted(year, departement, order);
    }

    static Dossier read(ResultSet rs, int row) throws SQLException {
        return new Dossier(
                new DossierId(rs.getObject("id", UUID.class)),
                new CommunityId(rs.getObject("community_id", UUID.class)),
                DossierKind.valueOf(rs.getString("kind")),
                rs.getString("number"),
                Step.valueOf(rs.getString("step_today")),
                rs.getString("trame"),
                rs.getInt("draft"),
                rs.getTimestamp("created_at").toInstant(),
                rs.getInt("version"));
    }
}
