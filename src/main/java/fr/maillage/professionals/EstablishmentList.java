package fr.maillage.professionals;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The establishments of a territory, searched, sorted, filtered, paged and exported. */
@Component
class EstablishmentList {

    static final ListSpec SPEC = ListSpec.sortedBy("nom", "sort_name")
            .column("categorie", "category_label")
            .column("commune", "public.unaccent(lower(commune_name))")
            .column("places", "places")
            .filters("categorie", "commune", "urgences");

    private static final int EXPORTED = 20_000;

    static final String LINES = """
            with line as (
                select e.finess, e.name, e.category, e.category_label, e.commune, c.name as commune_name, e.siret,
                       public.unaccent(lower(e.name)) as sort_name,
                       (select sum(q.places)::int from professionals.equipment q
                        where q.finess = e.finess and q.added
                          and q.slot = (select slot from datasets.vintage
                                        where dataset = 'finess-equipements' and state = 'CURRENT')) as places,
                       exists (select from professionals.care h
                               where h.finess = e.finess and h.activity = '14'
                                 and h.slot = (select slot from datasets.vintage
                                               where dataset = 'finess-soins' and state = 'CURRENT')) as emergencies
                from professionals.establishment e
                join territory.commune c on c.code = e.commune
                where e.slot = (select slot from datasets.vintage where dataset = 'finess' and state = 'CURRENT')
                  and e.commune in (select code from territory.commune
                                    where code = any(:communes) or parent_code = any(:communes))
            )
            """;

    private static final String CHOSEN = """
            from line
            where (:category = '' or category = :category)
              and (:commune = '' or commune = :commune)
              and (:emergencies = '' or emergencies)
              and (:like = '%%' or public.unaccent(lower(concat_ws(' ', name, category_label, commune_name, finess)))
                   like public.unaccent(lower(:like)))
            """;

    private final JdbcClient jdbc;

    EstablishmentList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Listing<EstablishmentRow> page(List<String> communes, ListQuery query) {
        long total = bind(LINES + "select count(*) " + CHOSEN, communes, query)
                .query(Long.class)
                .single();
        return query.listing(rows(communes, query, query.offset(), query.size()), total);
    }

    Spreadsheet sheet(List<String> communes, ListQuery query, List<String> notes) {
        return new Spreadsheet(
                "Établissements",
                notes,
                List.of("FINESS", "Nom", "Catégorie", "Code de la commune", "Commune", "Places", "Urgences", "SIRET"),
                rows(communes, query, 0, EXPORTED).stream()
                        .map(row -> List.of(
                                Cell.text(row.finess()),
                                Cell.text(row.name()),
                                Cell.text(row.categoryLabel()),
                                Cell.text(row.commune()),
                                Cell.text(row.communeName()),
                                row.places() == null ? Cell.text(null) : Cell.whole(row.places()),
                                Cell.text(row.emergencies() ? "oui" : "non"),
                                Cell.text(row.siret())))
                        .toList());
    }

    Optional<EstablishmentRow> establishment(List<String> communes, String finess) {
        return jdbc.sql(LINES + "select * from line where finess = :finess")
                .param("communes", communes.toArray(String[]::new))
                .param("finess", finess)
                .query(EstablishmentRow.class)
                .optional();
    }

    private List<EstablishmentRow> rows(List<String> communes, ListQuery query, long offset, int limit) {
        return bind(
                        LINES + "select * " + CHOSEN + " order by " + query.orderBy()
                                + ", finess offset :offset limit :limit",
                        communes,
                        query)
                .param("offset", offset)
                .param("limit", limit)
                .query(EstablishmentRow.class)
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, List<String> communes, ListQuery query) {
        return jdbc.sql(sql)
                .param("communes", communes.toArray(String[]::new))
                .param("category", DirectoryList.chosen(query, "categorie"))
                .param("commune", DirectoryList.chosen(query, "commune"))
                .param("emergencies", DirectoryList.chosen(query, "urgences"))
                .param("like", query.like());
    }
}
