package fr.maillage.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The institutions that instruct dossiers, each with the territory that it covers. */
@Service
public class Institutions {

    private static final String INSTITUTION =
            "select id, slug, name, role, region_code, departement_codes, postal_address, email, phone, version"
                    + " from access.institution ";

    private final JdbcClient jdbc;

    Institutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Institution> find(InstitutionId id) {
        return jdbc.sql(INSTITUTION + "where id = :id")
                .param("id", id.value())
                .query((row, _) -> institution(row))
                .optional();
    }

    /** Several institutions at once, for lists. */
    public List<Institution> find(Collection<InstitutionId> ids) {
        return jdbc.sql(INSTITUTION + "where id = any(:ids)")
                .param("ids", ids.stream().map(InstitutionId::value).toArray(UUID[]::new))
                .query((row, _) -> institution(row))
                .list();
    }

    public Optional<Institution> findBySlug(String slug) {
        return jdbc.sql(INSTITUTION + "where slug = :slug")
                .param("slug", slug)
                .query((row, _) -> institution(row))
                .optional();
    }

    /** By name. */
    public List<Institution> all() {
        return jdbc.sql(INSTITUTION + "order by public.unaccent(lower(name)), id")
                .query((row, _) -> institution(row))
                .list();
    }

    /**
     * Those that instruct for a CPTS whose seat is in this département.
     *
     * @param roles the kinds wanted; none for all
     */
    public List<Institution> covering(String region, String departement, Role... roles) {
        return jdbc.sql(INSTITUTION + """
                 where (role = 'ARS_HEAD_OFFICE' and region_code = :region or :departement = any (departement_codes))
                   and (cardinality(:roles::text[]) = 0 or role = any (:roles))
                 order by role, public.unaccent(lower(name)), id
                """)
                .param("region", region)
                .param("departement", departement)
                .param("roles", Arrays.stream(roles).map(Role::name).toArray(String[]::new))
                .query((row, _) -> institution(row))
                .list();
    }

    /**
     * Adds an institution.
     *
     * @param departements empty for an ARS head office, and only for it
     * @throws org.springframework.dao.DuplicateKeyException when the slug is taken
     */
    @Transactional
    public Institution create(String slug, String name, Role role, String region, List<String> departements) {
        var institution = new Institution(
                new InstitutionId(UUID.randomUUID()),
                slug,
                name,
                role,
                region,
                List.copyOf(departements),
                Institution.Contact.UNKNOWN);
        jdbc.sql("""
                insert into access.institution (id, slug, name, role, region_code, departement_codes)
                values (:id, :slug, :name, :role, :region, :departements)
                """)
                .param("id", institution.id().value())
                .param("slug", slug)
                .param("name", name)
                .param("role", role.name())
                .param("region", region)
                .param("departements", departements.toArray(String[]::new))
                .update();
        return institution;
    }

    /**
     * Says how an institution is reached.
     *
     * @param contact with the version that the form was filled from
     * @return false when somebody changed it meanwhile
     */
    @Transactional
    public boolean changeContact(InstitutionId id, Institution.Contact contact) {
        return jdbc.sql("""
                        update access.institution
                        set postal_address = :address, email = :email, phone = :phone, version = version + 1
                        where id = :id and version = :version
                        """)
                        .param("address", contact.postalAddress())
                        .param("email", contact.email())
                        .param("phone", contact.phone())
                        .param("id", id.value())
                        .param("version", contact.version())
                        .update()
                == 1;
    }

    private static Institution institution(ResultSet row) throws SQLException {
        Array departements = row.getArray("departement_codes");
        return new Institution(
                new InstitutionId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("region_code"),
                List.of((String[]) departements.getArray()),
                new Institution.Contact(
                        row.getString("postal_address"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getInt("version")));
    }
}
