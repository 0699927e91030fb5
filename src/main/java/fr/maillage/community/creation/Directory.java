package fr.maillage.community.creation;

import fr.maillage.access.Actor;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The public list of CPTS: found by their name or by one of their communes. */
@Component
class Directory {

    static final ListSpec SPEC = ListSpec.sortedBy("nom", "public.unaccent(lower(name))")
            .column("departement", "departement")
            .column("communes", "communes")
            .column("population", "population")
            .filters("departement");

    private static final int EXPORTED = 10_000;

    /** A territory is summed up once for each CPTS found, not for all. */
    private static final String FROM = """
            from (select c.id, c.slug, c.name, d.name || ' (' || d.code || ')' as departement,
                      coalesce(t.communes, 0) as communes, coalesce(t.population, 0) as population, t.vintage,
                      exists (select from community.scope s where s.community_id = c.id and s.account_id = :account
                          and s.from_day <= :day and (s.until_day is null or :day < s.until_day)) as mine
                  from community.community c
                  join territory.departement d on d.code = c.seat_departement
                  left join lateral (
                      select count(distinct p.commune_code) as communes, sum(p.population) as population,
                          string_agg(distinct p.population_vintage::text, ' et ') as vintage
                      from community.perimeter v join community.perimeter_place p on p.perimeter_id = v.id
                      where v.community_id = c.id and upper_inf(v.validity)) t on true
                  where (:departement = '' or c.seat_departement = :departement)
                    and (:like = '%%' or public.unaccent(lower(c.name)) like public.unaccent(lower(:like))
                      or exists (select from community.perimeter v
                          join community.perimeter_place p on p.perimeter_id = v.id
                          where v.community_id = c.id and upper_inf(v.validity)
                            and (public.unaccent(lower(p.commune_name)) like public.unaccent(lower(:like))
                              or :search = any(p.postal_codes))))) q
            """;

    private final JdbcClient db;
    private final Today today;

    Directory(JdbcClient db, Today today) {
        this.db = db;
        this.today = today;
    }

    Listing<DirectoryRow> page(ListQuery query, @Nullable Actor reader) {
        long total =
                bind("select count(*) " + FROM, query, reader).query(Long.class).single();
        return query.listing(rows(query, reader, query.offset(), query.size()), total);
    }

    Spreadsheet sheet(ListQuery query) {
        return new Spreadsheet(
                "CPTS",
                List.of(
                        "CPTS présentes dans cette installation de Maillage, le " + French.date(today.day()),
                        "Population municipale : Insee, au millésime indiqué"),
                List.of("Nom", "Département du siège", "Communes", "Population", "Millésime"),
                rows(query, null, 0, EXPORTED).stream()
                        .map(row -> List.of(
                                Cell.text(row.name()),
                                Cell.text(row.departement()),
                                Cell.whole(row.communes()),
                                row.communes() == 0 ? Cell.EMPTY : Cell.whole(row.population()),
                                Cell.text(row.vintage())))
                        .toList());
    }

    private List<DirectoryRow> rows(ListQuery query, @Nullable Actor reader, long offset, int limit) {
        return bind(
                        "select * " + FROM + " order by " + query.orderBy() + ", id offset :offset limit :limit",
                        query,
                        reader)
                .param("offset", offset)
                .param("limit", limit)
                .query((rs, _) -> new DirectoryRow(
                        rs.getString("slug"),
                        rs.getString("name"),
                        rs.getString("departement"),
                        rs.getInt("communes"),
                        rs.getLong("population"),
                        rs.getString("vintage"),
                        rs.getBoolean("mine")))
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, ListQuery query, @Nullable Actor reader) {
        var departement = query.filter("departement");
        return db.sql(sql)
                .param(
                        "account",
                        reader == null ? new UUID(0, 0) : reader.account().value())
                .param("day", today.day())
                .param("departement", departement == null ? "" : departement)
                .param("like", query.like())
                .param("search", query.search());
    }
}
