package fr.maillage.community;

import fr.maillage.access.Actor;
import fr.maillage.access.Mandates;
import fr.maillage.access.Party;
import fr.maillage.access.Place;
import fr.maillage.access.Role;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds CPTS, and says who may do what there. */
@Service
public class Communities {

    /** Whoever creates a CPTS must be able to manage it. */
    static final Set<Role> MANAGING = EnumSet.of(Role.COORDINATION, Role.PRESIDENCY);

    private static final int SLUG_TRIES = 50;

    private final JdbcClient db;
    private final Today today;
    private final Journal journal;
    private final Mandates mandates;

    Communities(JdbcClient db, Today today, Journal journal, Mandates mandates) {
        this.db = db;
        this.today = today;
        this.journal = journal;
        this.mandates = mandates;
    }

    private record Existing(UUID id, String slug, UUID createdBy) {}

    /** Creates a CPTS and gives its creator the role they chose; the same id sent twice creates one. */
    @Transactional
    public CreationOutcome create(Actor creator, NewCommunity wanted) {
        if (!MANAGING.contains(wanted.role())) {
            throw new IllegalArgumentException(wanted.role() + " does not manage a CPTS");
        }
        // Creations follow one another: a name and a slug are looked for, then taken.
        db.sql("select pg_advisory_xact_lock(hashtext('community.create'))::text")
                .query(String.class)
                .single();
        var same = db.sql("select id, slug, created_by from community.community where id = ? or lower(name) = lower(?)")
                .params(wanted.id().value(), wanted.name())
                .query(Existing.class)
                .list();
        if (!same.isEmpty()) {
            return same.stream()
                    .filter(existing -> existing.id.equals(wanted.id().value())
                            && existing.createdBy.equals(creator.account().value()))
                    .findFirst()
                    .<CreationOutcome>map(existing -> new CreationOutcome.Created(wanted.id(), existing.slug))
                    .orElseGet(() -> new CreationOutcome.NameTaken(wanted.name()));
        }
        var slug = freeSlug(wanted.name());
        db.sql("""
                        insert into community.community (id, slug, name, region_code, seat_departement,
                            created_at, created_by, changed_at, changed_by)
                        values (:id, :slug, :name, :region, :departement, :at, :creator, :at, :by)
                        """)
                .param("id", wanted.id().value())
                .param("slug", slug)
                .param("name", wanted.name())
                .param("region", wanted.regionCode())
                .param("departement", wanted.seatDepartement())
                .param("at", Timestamp.from(today.instant()))
                .param("creator", creator.account().value())
                .param("by", creator.name())
                .update();
        journal.record(Entry.of(
                        creator.author(Party.CPTS),
                        Subject.of("community", wanted.id().value()),
                        "community.created",
                        wanted.name() + " créée.")
                .in(wanted.id().value()));
        mandates.grant(
                creator,
                creator.account(),
                wanted.role(),
                Place.community(wanted.id().value(), wanted.name()));
        return new CreationOutcome.Created(wanted.id(), slug);
    }

    /**
     * Changes the name and the facts of the association; the address of the CPTS stays.
     *
     * @param version the one the form was filled from
     */
    @Transactional
    public Saving change(CommunityView view, int version, String name, Association association) {
        var before = find(view.id());
        if (before.name().equals(name) && before.association().equals(association)) {
            return Saving.DONE;
        }
        if (before.version() != version) {
            return new Saving.Overtaken(before.change());
        }
        db.sql("select pg_advisory_xact_lock(hashtext('community.create'))::text")
                .query(String.class)
                .single();
        if (db.sql("select exists (select from community.community where lower(name) = lower(?) and id <> ?)")
                .params(name, view.id().value())
                .query(Boolean.class)
                .single()) {
            return new Saving.Refused("nom", "Une autre CPTS porte déjà ce nom. Choisissez-en un autre.");
        }
        var changed = db.sql("""
                        update community.community
                        set name = :name, association_name = :association, declared_on = :declared, rna = :rna,
                            siret = :siret, seat_street = :street, seat_postal_code = :postal, seat_town = :town,
                            contact_email = :email, contact_phone = :phone,
                            version = version + 1, changed_at = :at, changed_by = :by
                        where id = :id and version = :version
                        """)
                .param("name", name)
                .param("association", association.name())
                .param("declared", association.declaredOn(), Types.DATE)
                .param("rna", association.rna())
                .param("siret", association.siret())
                .param("street", association.street())
                .param("postal", association.postalCode())
                .param("town", association.town())
                .param("email", association.email())
                .param("phone", association.phone())
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .param("id", view.id().value())
                .param("version", version)
                .update();
        if (changed == 0) {
            return new Saving.Overtaken(find(view.id()).change());
        }
        journal.record(Entry.of(
                        view.author(),
                        Subject.of("community", view.id().value()),
                        "community.changed",
                        "Informations de l’association modifiées.")
                .in(view.id().value()));
        return Saving.DONE;
    }

    private String freeSlug(String name) {
        var base = Slug.of(name);
        var taken = Set.copyOf(db.sql("select slug from community.community where slug like ? || '%'")
                .param(base)
                .query(String.class)
                .list());
        return IntStream.rangeClosed(1, SLUG_TRIES)
                .mapToObj(n -> n == 1 ? base : base + "-" + n)
                .filter(slug -> !taken.contains(slug))
                .findFirst()
                .orElse(base + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** @throws NotFound when there is none */
    public Community find(CommunityId id) {
        return db.sql("select * from community.community where id = ?")
                .param(id.value())
                .query(Communities::read)
                .optional()
                .orElseThrow(() -> new NotFound("community " + id.value()));
    }

    public Optional<Community> bySlug(String slug) {
        return db.sql("select * from community.community where slug = ?")
                .param(slug)
                .query(Communities::read)
                .optional();
    }

    /** Several CPTS at once, for lists; an id without CPTS is absent. */
    public List<Community> find(Collection<CommunityId> ids) {
        return db.sql("select * from community.community where id = any(?)")
                .param(ids.stream().map(CommunityId::value).toArray(UUID[]::new))
                .query(Communities::read)
                .list();
    }

    /** Names by id; an id without CPTS is absent. */
    public Map<CommunityId, String> names(Collection<CommunityId> ids) {
        return db
                .sql("select id, name from community.community where id = any(?)")
                .param(ids.stream().map(CommunityId::value).toArray(UUID[]::new))
                .query((rs, _) -> Map.entry(new CommunityId(rs.getObject("id", UUID.class)), rs.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The CPTS as this person sees it today, or empty when it does not exist for them. */
    public Optional<CommunityView> seenBy(Actor actor, String slug) {
        return db.sql("""
                        select c.id, c.slug, c.name, array_agg(distinct s."right") as rights
                        from community.community c
                        join community.scope s on s.community_id = c.id
                        where c.slug = :slug and s.account_id = :account
                          and s.from_day <= :day and (s.until_day is null or :day < s.until_day)
                        group by c.id
                        """)
                .param("slug", slug)
                .param("account", actor.account().value())
                .param("day", today.day())
                .query((rs, _) -> new CommunityView(
                        new CommunityId(rs.getObject("id", UUID.class)),
                        rs.getString("slug"),
                        rs.getString("name"),
                        actor,
                        rights(rs.getArray("rights"))))
                .optional();
    }

    private static Set<Right> rights(Array codes) throws SQLException {
        return Arrays.stream((String[]) codes.getArray())
                .map(Right::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }

    private static Community read(ResultSet rs, int row) throws SQLException {
        return new Community(
                new CommunityId(rs.getObject("id", UUID.class)),
                rs.getString("slug"),
                rs.getString("name"),
                rs.getString("region_code"),
                rs.getString("seat_departement"),
                new Association(
                        rs.getString("association_name"),
                        rs.getObject("declared_on", LocalDate.class),
                        rs.getString("rna"),
                        rs.getString("siret"),
                        rs.getString("seat_street"),
                        rs.getString("seat_postal_code"),
                        rs.getString("seat_town"),
                        rs.getString("contact_email"),
                        rs.getString("contact_phone")),
                rs.getTimestamp("created_at").toInstant(),
                rs.getInt("version"),
                rs.getTimestamp("changed_at").toInstant(),
                rs.getString("changed_by"));
    }
}
