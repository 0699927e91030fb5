package fr.maillage.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Multiplies the one CPTS of a database, with its people, texts and journal, by SQL. */
final class Copies {

    /** Every table of a CPTS, except those written below or that only hold passing things. */
    private static final String COLUMNS = """
            select format('%I.%I', n.nspname, c.relname) as table_name, a.attname as column_name,
                   format_type(a.atttypid, null) as type
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid
             where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
               and a.attgenerated = '' and a.attidentity = ''
               and (n.nspname in ('community', 'project', 'dossier', 'audit', 'contract', 'review')
                    or (n.nspname = 'access' and c.relname in ('account', 'mandate')))
               and c.relname not in ('perimeter_place', 'numbering') and c.relname not like 'flyway%'
             order by 1, a.attnum
            """;

    /** What must differ, beside identifiers. */
    private static final Map<String, String> OWN = Map.of(
            "access.account.email", "n || '.' || email",
            "community.community.slug", "slug || '-' || n",
            "community.community.name", "name || ' ' || n",
            "dossier.dossier.number", "number || lpad(n::text, 4, '0')",
            "contract.contract.number", "number || '-' || n",
            "review.review.opened_for", "opened_for",
            "audit.line.subject_id",
                    "case when subject_id ~ '^[0-9a-f-]{36}$' then md5(subject_id || '/' || n)::uuid::text"
                            + " else subject_id end");

    /** The communes that are left, in as many blocks of neighbouring codes. */
    private static final String PLACES = """
            with free as (
                select c.*, e.name as epci_name, ntile(%1$d) over (order by c.code) as n
                  from territory.commune c left join territory.epci e on e.code = c.epci_code
                 where c.parent_code is null
                   and not exists (select 1 from community.perimeter_place p where p.ground = c.code)
            ), first as (
                select distinct perimeter_id, validity from community.perimeter_place
            )
            insert into community.perimeter_place (perimeter_id, commune_code, part, commune_name, postal_codes,
                departement_code, region_code, epci_code, epci_name, population, population_vintage, ground, extent,
                validity)
            select md5(first.perimeter_id || '/' || n)::uuid, code, '', name, postal_codes, departement_code, region_code,
                   epci_code, epci_name, population, population_vintage, code, community.extent(null, null), validity
              from free cross join first where n <= %2$d;
            update community.perimeter v set communes = sums.communes, population = sums.population
              from (select perimeter_id, count(distinct commune_code) as communes, sum(population) as population
                      from community.perimeter_place group by perimeter_id) sums
             where sums.perimeter_id = v.id;
            """;

    private record Column(String table, String name, String type) {

        /** Its value in copy number n: another identifier, the same facts. */
        String copied() {
            var own = OWN.get(table + "." + name);
            if (own != null) {
                return own;
            }
            return type.equals("uuid") ? "md5(%1$s || '/' || n)::uuid".formatted(name) : '"' + name + '"';
        }
    }

    private Copies() {}

    /** @param blocks how many CPTS the communes of the country are shared among */
    static void make(JdbcTemplate jdbc, int copies, int blocks) {
        var tables = jdbc
                .query(
                        COLUMNS,
                        (row, _) -> new Column(
                                row.getString("table_name"), row.getString("column_name"), row.getString("type")))
                .stream()
                .collect(Collectors.groupingBy(Column::table));
        // Foreign keys sleep meanwhile: the order of the tables does not matter. Unique keys and exclusions are
        // checked.
        var sql = new StringBuilder("begin; set local session_replication_role = replica;\n");
        tables.forEach((table, columns) -> sql.append(copy(table, columns, copies)));
        sql.append(PLACES.formatted(blocks, copies)).append("commit");
        jdbc.execute(sql.toString());
    }

    private static String copy(String table, List<Column> columns, int copies) {
        return "insert into %s (%s) select %s from %s, generate_series(1, %d) n;\n"
                .formatted(
                        table,
                        columns.stream()
                                .map(column -> '"' + column.name() + '"')
                                .collect(Collectors.joining(", ")),
                        columns.stream().map(Column::copied).collect(Collectors.joining(", ")),
                        table,
                        copies);
    }
}
