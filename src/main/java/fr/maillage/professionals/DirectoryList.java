package fr.maillage.professionals;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.professionals.DirectoryRow.Site;
import fr.maillage.professionals.Supply.ProfessionCount;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The professionals of a territory, searched, sorted, filtered, paged and exported. A line is somebody in one profession;
 * the filters look at their activities, all of which are then shown.
 */
@Component
class DirectoryList {

    static final ListSpec SPEC = ListSpec.sortedBy("nom", "sort_name")
            .column("profession", "profession_label")
            .column("commune", "sort_commune")
            .filters("profession", "specialite", "mode", "commune", "structure");

    private static final int EXPORTED = 20_000;

    /** The activities of civil persons on a territory, with their words. */
    static final String LINES = """
            with current as (
                select slot from datasets.vintage where dataset = 'rpps' and state = 'CURRENT'
            ), label as (
                select kind, code, min(label) as label from professionals.label
                where slot = (select slot from current) group by kind, code
            ), line as (
                select a.person, a.name, a.given_name, a.profession, a.skill, a.mode, a.commune, a.finess, a.site,
                       coalesce(p.label, 'Profession ' || a.profession) as profession_label,
                       coalesce(s.label, a.skill) as skill_label, coalesce(a.site, k.label) as structure,
                       c.name as commune_name,
                       (a.profession = '10' and a.skill in ('SM26', 'SM53', 'SM54')) is true as general
                from professionals.activity a
                join territory.commune c on c.code = a.commune
                left join label p on p.kind = 'PROFESSION' and p.code = a.profession
                left join label s on s.kind = 'SKILL' and s.code = a.skill
                left join label k on k.kind = 'SECTOR' and k.code = a.sector
                where a.slot = (select slot from current) and a.category = 'C'
                  and a.commune in (select code from territory.commune
                                    where code = any(:communes) or parent_code = any(:communes))
            )
            """;

    private static final String CHOSEN = """
            from line
            where (:profession = '' or profession = :profession or (:profession = '10-MG' and general))
              and (:skill = '' or skill = :skill)
              and (:mode = '' or mode = :mode)
              and (:commune = '' or commune = :commune)
              and (:structure = '' or finess = :structure)
              and (:like = '%%' or public.unaccent(lower(concat_ws(' ', given_name, name, given_name, profession_label,
                    skill_label, commune_name, site, substr(person, 2)))) like public.unaccent(lower(:like)))
            """;

    private static final String PERSONS = LINES + """
            select person, profession, min(public.unaccent(lower(name || ' ' || given_name))) as sort_name,
                   min(profession_label) as profession_label,
                   min(public.unaccent(lower(commune_name))) as sort_commune
            """ + CHOSEN + "group by person, profession";

    private static final String SITES = LINES + """
            select l.* from line l
            join unnest(:persons::text[], :professions::text[]) with ordinality as wanted (person, profession, rank)
              on wanted.person = l.person and wanted.profession = l.profession
            order by wanted.rank, l.mode, public.unaccent(lower(l.commune_name)), l.structure, l.skill
            """;

    private static final String TOTALS = LINES + """
            , by_person as (
                select person, count(*) as activities, bool_or(mode = 'L') is true as liberal,
                       bool_or(mode = 'S') is true as salaried
            """ + CHOSEN + """
                group by person)
            select count(*)::int as persons, coalesce(sum(activities), 0)::int as activities,
                   count(*) filter (where liberal)::int as liberals,
                   count(*) filter (where salaried)::int as salaried,
                   count(*) filter (where liberal and salaried)::int as both
            from by_person
            """;

    private record Key(String person, String profession) {}

    private final JdbcClient jdbc;

    DirectoryList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Listing<DirectoryRow> page(List<String> communes, ListQuery query) {
        long total = bind("select count(*) from (" + PERSONS + ") q", communes, query)
                .query(Long.class)
                .single();
        return query.listing(rows(communes, query, query.offset(), query.size()), total);
    }

    DirectoryTotals totals(List<String> communes, ListQuery query) {
        return bind(TOTALS, communes, query).query(DirectoryTotals.class).single();
    }

    /** One line by activity. */
    Spreadsheet sheet(List<String> communes, ListQuery query, List<String> notes) {
        List<List<Cell>> lines = new ArrayList<>();
        for (var row : rows(communes, query, 0, EXPORTED)) {
            for (var site : row.sites()) {
                lines.add(List.of(
                        Cell.text(row.rpps()),
                        Cell.text(row.name()),
                        Cell.text(row.givenName()),
                        Cell.text(row.professionLabel()),
                        Cell.text(site.skillLabel()),
                        Cell.text(site.modeLabel()),
                        Cell.text(site.commune()),
                        Cell.text(site.communeName()),
                        Cell.text(site.structure()),
                        Cell.text(site.finess())));
            }
        }
        return new Spreadsheet(
                "Annuaire",
                notes,
                List.of(
                        "RPPS",
                        "Nom",
                        "Prénom",
                        "Profession",
                        "Savoir-faire",
                        "Mode d’exercice",
                        "Code de la commune",
                        "Commune",
                        "Structure",
                        "FINESS"),
                lines);
    }

    /** What a territory too wide for names takes away. */
    static Spreadsheet counts(List<ProfessionCount> counts, List<String> notes) {
        return new Spreadsheet(
                "Effectifs",
                notes,
                List.of("Code", "Profession", "Personnes", "En libéral", "En salariat"),
                counts.stream()
                        .map(count -> List.of(
                                Cell.text(count.code()),
                                Cell.text(count.label()),
                                Cell.whole(count.persons()),
                                Cell.whole(count.liberals()),
                                Cell.whole(count.salaried())))
                        .toList());
    }

    /** Somebody of the territory by the number of the file; empty lists of skills and sites never happen. */
    List<DirectoryRow> person(List<String> communes, String person) {
        var professions = jdbc.sql(LINES + "select distinct profession from line where person = :person order by 1")
                .param("communes", communes.toArray(String[]::new))
                .param("person", person)
                .query(String.class)
                .list();
        return filled(
                communes,
                professions.stream().map(code -> new Key(person, code)).toList());
    }

    private List<DirectoryRow> rows(List<String> communes, ListQuery query, long offset, int limit) {
        return filled(
                communes,
                bind(
                                "select person, profession from (" + PERSONS + ") q order by " + query.orderBy()
                                        + ", person, profession offset :offset limit :limit",
                                communes,
                                query)
                        .param("offset", offset)
                        .param("limit", limit)
                        .query(Key.class)
                        .list());
    }

    private List<DirectoryRow> filled(List<String> communes, List<Key> keys) {
        record Line(Key key, String name, String givenName, String professionLabel, Site site) {}
        Map<Key, List<Line>> lines = new LinkedHashMap<>();
        jdbc.sql(SITES)
                .param("communes", communes.toArray(String[]::new))
                .param("persons", keys.stream().map(Key::person).toArray(String[]::new))
                .param("professions", keys.stream().map(Key::profession).toArray(String[]::new))
                .query((row, _) -> new Line(
                        new Key(row.getString("person"), row.getString("profession")),
                        row.getString("name"),
                        row.getString("given_name"),
                        row.getString("profession_label"),
                        site(row)))
                .list()
                .forEach(line -> lines.computeIfAbsent(line.key(), _ -> new ArrayList<>())
                        .add(line));
        return lines.entrySet().stream()
                .map(entry -> {
                    var first = entry.getValue().getFirst();
                    var sites = entry.getValue().stream().map(Line::site).toList();
                    return new DirectoryRow(
                            entry.getKey().person(),
                            first.name(),
                            first.givenName(),
                            entry.getKey().profession(),
                            first.professionLabel(),
                            sites.stream()
                                    .map(Site::skillLabel)
                                    .filter(Objects::nonNull)
                                    .filter(Predicate.not(String::isEmpty))
                                    .distinct()
                                    .toList(),
                            sites);
                })
                .toList();
    }

    private JdbcClient.StatementSpec bind(String sql, List<String> communes, ListQuery query) {
        return jdbc.sql(sql)
                .param("communes", communes.toArray(String[]::new))
                .param("profession", chosen(query, "profession"))
                .param("skill", chosen(query, "specialite"))
                .param("mode", chosen(query, "mode"))
                .param("commune", chosen(query, "commune"))
                .param("structure", chosen(query, "structure"))
                .param("like", query.like());
    }

    static String chosen(ListQuery query, String filter) {
        var value = query.filter(filter);
        return value == null ? "" : value;
    }

    private static Site site(ResultSet row) throws SQLException {
        return new Site(
                row.getString("commune"),
                row.getString("commune_name"),
                row.getString("skill"),
                row.getString("skill_label"),
                row.getString("mode"),
                row.getString("structure"),
                row.getString("finess"));
    }
}
