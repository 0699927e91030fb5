package fr.maillage.access.administration;

import fr.maillage.access.Role;
import fr.maillage.shared.Today;
import fr.maillage.territory.Departements.Departement;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of institutions. */
@Repository
class InstitutionDirectory {

    static final ListSpec SPEC = ListSpec.sortedBy("nom", "lower(public.unaccent(i.name))")
            .column("role", "i.role")
            .column("personnes", "people")
            .filters("role");

    private static final String SELECT = """
            select i.slug, i.name, i.role, i.region_code, i.departement_codes,
                   (select count(distinct m.account_id) from access.mandate_on(:today) m where m.institution_id = i.id) as people
            """;

    private static final String FROM = """
              from access.institution i
             where public.unaccent(i.name) ilike public.unaccent(:like) and (:role = '' or i.role = :role)
            """;

    private final JdbcClient jdbc;
    private final Today today;

    InstitutionDirectory(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    Listing<InstitutionLine> page(ListQuery query, Map<String, Departement> names) {
        var rows = with(query, SELECT + FROM + " order by " + query.orderBy() + ", i.id offset :offset limit :limit")
                .param("today", today.day())
                .param("offset", query.offset())
                .param("limit", query.size())
                .query((row, _) -> line(row, names))
                .list();
        return query.listing(
                rows, with(query, "select count(*)" + FROM).query(Long.class).single());
    }

    /** The whole list, for its export. */
    List<InstitutionLine> all(ListQuery query, Map<String, Departement> names) {
        return with(query, SELECT + FROM + " order by " + query.orderBy() + ", i.id")
                .param("today", today.day())
                .query((row, _) -> line(row, names))
                .list();
    }

    private JdbcClient.StatementSpec with(ListQuery query, String sql) {
        var role = query.filter("role");
        return jdbc.sql(sql).param("like", query.like()).param("role", role == null ? "" : role);
    }

    private static InstitutionLine line(ResultSet row, Map<String, Departement> names) throws SQLException {
        var departements = List.of((String[]) row.getArray("departement_codes").getArray());
        return new InstitutionLine(
                row.getString("slug"),
                row.getString("name"),
                Role.valueOf(row.getString("role")).label(),
                territory(row.getString("region_code"), departements, names),
                row.getLong("people"));
    }

    /** The région of a head office, else the départements. */
    static String territory(String region, List<String> departements, Map<String, Departement> names) {
        if (departements.isEmpty()) {
            return names.values().stream()
                    .map(Departement::region)
                    .filter(each -> each.code().equals(region))
                    .findFirst()
                    .map(each -> "Région " + each.name())
                    .orElse("Région " + region);
        }
        return departements.stream()
                .map(code -> names.containsKey(code) ? names.get(code).name() + " (" + code + ")" : code)
                .collect(Collectors.joining(", "));
    }
}
