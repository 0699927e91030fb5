package fr.maillage.access.administration;

import fr.maillage.access.Role;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of accounts: one query for the lines, one for their number. */
@Repository
class AccountDirectory {

    static final ListSpec SPEC = ListSpec.sortedBy("nom", "lower(public.unaccent(a.name))")
            .column("courriel", "a.email")
            .column("creation", "a.created_at")
            .column("activite", "seen.at")
            .filters("etat", "role");

    private static final String FROM = """
              from access.account a
              left join lateral (select array_agg(distinct m.role order by m.role) as roles
                                   from access.mandate_on(:today) m where m.account_id = a.id) held on true
              left join lateral (select max(s.seen_at) as at from access.session s where s.account_id = a.id) seen on true
             where (public.unaccent(a.name) ilike public.unaccent(:like) or a.email::text ilike :like)
               and (:state = '' or (a.disabled_at is null) = (:state = 'ouvert'))
               and (:role = '' or :role = any (held.roles))
            """;

    private final JdbcClient jdbc;
    private final Today today;

    AccountDirectory(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    Listing<AccountLine> page(ListQuery query) {
        var rows = with(
                        query,
                        "select a.id, a.name, a.email, a.created_at, a.disabled_at is not null as disabled, "
                                + "held.roles, seen.at as seen_at" + FROM + " order by " + query.orderBy()
                                + ", a.id offset :offset limit :limit")
                .param("offset", query.offset())
                .param("limit", query.size())
                .query((row, _) -> line(row))
                .list();
        return query.listing(rows, count(query));
    }

    /** The whole list, for its export. */
    List<AccountLine> all(ListQuery query) {
        return with(
                        query,
                        "select a.id, a.name, a.email, a.created_at, a.disabled_at is not null as disabled, "
                                + "held.roles, seen.at as seen_at" + FROM + " order by " + query.orderBy() + ", a.id")
                .query((row, _) -> line(row))
                .list();
    }

    private long count(ListQuery query) {
        return with(query, "select count(*)" + FROM).query(Long.class).single();
    }

    private JdbcClient.StatementSpec with(ListQuery query, String sql) {
        var state = query.filter("etat");
        var role = query.filter("role");
        return jdbc.sql(sql)
                .param("today", today.day())
                .param("like", query.like())
                .param("state", state == null ? "" : state)
                .param("role", role == null ? "" : role);
    }

    private static AccountLine line(ResultSet row) throws SQLException {
        var roles = row.getArray("roles");
        var labels = roles == null
                ? ""
                : Arrays.stream((String[]) roles.getArray())
                        .map(code -> Role.valueOf(code).label())
                        .collect(Collectors.joining(", "));
        var seen = row.getObject("seen_at", OffsetDateTime.class);
        return new AccountLine(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                labels,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                seen == null ? null : seen.toInstant(),
                row.getBoolean("disabled"));
    }
}
