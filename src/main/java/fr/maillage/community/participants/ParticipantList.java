package fr.maillage.community.participants;

import fr.maillage.community.CommunityId;
import fr.maillage.community.Participant.Kind;
import fr.maillage.community.ParticipantCategory;
import fr.maillage.community.Participants;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of the actors of a CPTS, searched, sorted, filtered, paged and exported. */
@Component
class ParticipantList {

    static final ListSpec SPEC = ListSpec.sortedBy("nom", "sort_name")
            .column("profession", "category_label")
            .column("commune", "public.unaccent(lower(commune_name))")
            .column("adhesion", "membership")
            .filters("adhesion", "secteur", "etat");

    private static final int EXPORTED = 10_000;

    /** The labels of the categories are in the program: the database sorts by them through this list. */
    private static final String FROM = """
            from (select p.*, public.unaccent(lower(p.name || ' ' || coalesce(p.given_name, ''))) as sort_name,
                      coalesce(l.label, p.category) as category_label
                  from community.participant p
                  left join unnest(:codes::text[], :labels::text[]) as l (code, label) on l.code = p.category) q
            where community_id = :community
              and (archived_at is not null) = (:state = 'archive')
              and (:membership = '' or membership = :membership)
              and (:sector = '' or sector = :sector)
              and (:state <> 'gouvernance' or governance)
              and (:state <> 'incertain' or not certain)
              and (:like = '%%' or public.unaccent(lower(concat_ws(' ', given_name, name, given_name, category_label,
                    category_detail, commune_name, attached_to, function)))
                  like public.unaccent(lower(:like)))
            """;

    private final JdbcClient db;
    private final Today today;

    ParticipantList(JdbcClient db, Today today) {
        this.db = db;
        this.today = today;
    }

    Listing<ParticipantRow> page(CommunityId community, ListQuery query) {
        long total = bind("select count(*) " + FROM, community, query)
                .query(Long.class)
                .single();
        return query.listing(rows(community, query, query.offset(), query.size()), total);
    }

    Spreadsheet sheet(CommunityId community, String name, ListQuery query) {
        return ParticipantSheet.of(
                rows(community, query, 0, EXPORTED).stream()
                        .map(ParticipantRow::facts)
                        .toList(),
                List.of(name + ", liste du " + French.date(today.day()), "Saisie par la CPTS dans Maillage"));
    }

    private List<ParticipantRow> rows(CommunityId community, ListQuery query, long offset, int limit) {
        return bind(
                        "select * " + FROM + " order by " + query.orderBy() + ", id offset :offset limit :limit",
                        community,
                        query)
                .param("offset", offset)
                .param("limit", limit)
                .query(ParticipantList::row)
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, CommunityId community, ListQuery query) {
        var categories = Arrays.stream(Kind.values())
                .flatMap(kind -> ParticipantCategory.of(kind).stream())
                .toList();
        return db.sql(sql)
                .param(
                        "codes",
                        categories.stream().map(ParticipantCategory::code).toArray(String[]::new))
                .param(
                        "labels",
                        categories.stream().map(ParticipantCategory::label).toArray(String[]::new))
                .param("community", community.value())
                .param("state", chosen(query, "etat"))
                .param("membership", chosen(query, "adhesion"), Types.VARCHAR)
                .param("sector", chosen(query, "secteur"), Types.VARCHAR)
                .param("like", query.like());
    }

    private static String chosen(ListQuery query, String filter) {
        var value = query.filter(filter);
        return value == null ? "" : value;
    }

    private static ParticipantRow row(ResultSet rs, int index) throws SQLException {
        return new ParticipantRow(rs.getObject("id", UUID.class), Participants.facts(rs));
    }
}
