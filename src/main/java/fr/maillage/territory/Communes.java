package fr.maillage.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The communes and arrondissements of the reference: found by code, by grouping, or as people write them. */
@Service
public class Communes {

    /** Longest text one may search for; beyond it nothing is found. */
    public static final int LONGEST_SEARCH = 100;

    private static final String SELECT = """
            select c.code, c.name, array_to_string(c.postal_codes, ' ') as postal_codes, c.parent_code, c.population,
                   c.population_vintage, c.departement_code, d.name as departement_name, c.region_code,
                   r.name as region_name, c.epci_code, e.name as epci_name
            """;

    private static final String FROM = """
            join territory.departement d on d.code = c.departement_code
            join territory.region r on r.code = c.region_code
            left join territory.epci e on e.code = c.epci_code
            """;

    /**
     * Ranks: 0 postal code (people type it more than the INSEE code, and some numbers are both), 1 code or exact name,
     * 2 exact former name or code, 3 beginning, 4 beginning of a word, 5 inside. Names of one or two letters are only
     * looked for at the beginning: everything holds an « a ».
     */
    private static final String SEARCH = """
            with hit as (
                select code, 1 as rank from territory.commune where code = :code
                union all
                select current_code, 2 from territory.former_code where code = :code
                union all
                select commune_code, case when postal_code = :code then 0 else 3 end
                from territory.postal_code where :postal <> '' and postal_code like :postal || '%'
                union all
                select code,
                       case when search_name = :name or search_short = :short then 1
                            when search_name like :name || '%' or search_short like :short || '%' then 3
                            when search_name like '% ' || :name || '%' then 4
                            else 5 end
                from territory.commune
                where search_short like :short || '%'
                   or (length(:name) > 2 and search_name like '%' || :name || '%')
                union all
                select current_code, 2 from territory.former_code where search_name = :name
            ), best as (
                select code, min(rank) as rank from hit group by code
            )
            select c.code from best b join territory.commune c on c.code = b.code
            order by b.rank, c.population desc nulls last, c.code
            limit :limit
            """;

    /** Names that resemble, for a slip of the finger. */
    private static final String RESEMBLING = """
            select code from territory.commune
            where :name operator(public.<%) search_name
            order by public.word_similarity(:name, search_name) desc, population desc nulls last, code
            limit :limit
            """;

    /** With fewer answers than this, a slip of the finger is likely. */
    private static final int FEW = 5;

    /** Shorter names resemble everything. */
    private static final int LONG_ENOUGH = 4;

    /** PostgreSQL refuses the character NUL. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private record Spelling(String name, String shortName) {}

    private final JdbcClient jdbc;
    private volatile @Nullable Map<String, Commune> reference;

    Communes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Communes by name (accents, hyphens, « St », a piece of the name, a slip of the finger), by postal code or its
     * beginning, by INSEE code, former ones included; best match first.
     */
    public List<Commune> search(String text, int limit) {
        if (text.length() > LONGEST_SEARCH) {
            return List.of();
        }
        var spelling = spelling(text);
        if (spelling.name().isEmpty()) {
            return List.of();
        }
        var code = spelling.name().replace(" ", "").toUpperCase(Locale.ROOT);
        var found = new LinkedHashSet<>(jdbc.sql(SEARCH)
                .param("code", code)
                .param("postal", code.matches("\\d{2,5}") ? code : "")
                .param("name", spelling.name())
                .param("short", spelling.shortName())
                .param("limit", limit)
                .query(String.class)
                .list());
        if (found.size() < Math.min(FEW, limit) && spelling.name().length() >= LONG_ENOUGH) {
            found.addAll(jdbc.sql(RESEMBLING)
                    .param("name", spelling.name())
                    .param("limit", limit)
                    .query(String.class)
                    .list());
        }
        return withCodes(found).stream().limit(limit).toList();
    }

    /** The communes of these codes, in their order; unknown codes are left out. */
    public List<Commune> withCodes(Collection<String> codes) {
        var all = reference();
        return codes.stream().map(all::get).filter(Objects::nonNull).toList();
    }

    /** The whole reference, kept in memory: it changes only with the program. */
    private Map<String, Commune> reference() {
        var known = reference;
        if (known == null) {
            known = jdbc.sql(SELECT + "from territory.commune c\n" + FROM).query(Communes::map).list().stream()
                    .collect(Collectors.toUnmodifiableMap(Commune::code, Function.identity()));
            reference = known;
        }
        return known;
    }

    /** Every commune and arrondissement, in no order; a city and its arrondissements are both there. */
    public Collection<Commune> all() {
        return reference().values();
    }

    public Optional<Commune> withCode(String code) {
        return Optional.ofNullable(reference().get(code));
    }

    /** The communes of an EPCI by name; cities are whole, not by arrondissement. */
    public List<Commune> ofEpci(String epci) {
        return jdbc.sql(
                        SELECT + "from territory.commune c\n" + FROM
                                + "where c.epci_code = :epci and c.parent_code is null order by public.unaccent(lower(c.name)), c.code")
                .param("epci", epci)
                .query(Communes::map)
                .list();
    }

    /** EPCI whose name holds these words, the most populous first. */
    public List<EpciFound> searchEpci(String text, int limit) {
        if (text.isBlank() || text.length() > LONGEST_SEARCH) {
            return List.of();
        }
        var words = spelling(text).name();
        return jdbc.sql("""
                select e.code, e.name, count(c.code) as communes, coalesce(sum(c.population), 0) as population
                from territory.epci e
                join territory.commune c on c.epci_code = e.code and c.parent_code is null
                where e.search_name like '%' || :words || '%'
                   or :words operator(public.<%) e.search_name
                group by e.code
                order by e.search_name not like '%' || :words || '%', population desc, e.code
                limit :limit""")
                .param("words", words)
                .param("limit", limit)
                .query((row, _) -> new EpciFound(
                        new Grouping(row.getString("code"), row.getString("name")),
                        row.getInt("communes"),
                        row.getLong("population")))
                .list();
    }

    /** The communes that bear these names, current or former, by name as given; names nobody bears are absent. */
    public Map<String, List<Commune>> named(Collection<String> names) {
        record Bearer(String given, Commune commune) {}
        return jdbc
                .sql("""
                        with asked as materialized (
                            select u.name as given, territory.normalise(u.name) as name,
                                   territory.without_article(territory.normalise(u.name)) as short_name
                            from unnest(:names::text[]) as u (name)
                        ), bearer as (
                            select a.given, c.code from asked a join territory.commune c on c.search_short = a.short_name
                            union
                            select a.given, f.current_code from asked a
                            join territory.former_code f on f.search_name = a.name
                        )
                        """ + SELECT + ", b.given from bearer b join territory.commune c on c.code = b.code\n" + FROM
                        + "order by c.population desc nulls last, c.code")
                .param(
                        "names",
                        names.stream()
                                .map(name -> CONTROL.matcher(name).replaceAll(" "))
                                .distinct()
                                .toArray(String[]::new))
                .query((row, number) -> new Bearer(row.getString("given"), map(row, number)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(Bearer::given, Collectors.mapping(Bearer::commune, Collectors.toList())));
    }

    /** The communes that a former code or name may stand for: one, or two when it was shared out. */
    public List<Successor> successors(Collection<String> codes) {
        return jdbc.sql("""
                select f.code, f.name, c.code as current_code, c.name as current_name
                from territory.former_code f join territory.commune c on c.code = f.current_code
                where f.code = any(:codes) order by f.code, c.code""")
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> new Successor(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("current_code"),
                        row.getString("current_name")))
                .list();
    }

    /** Each of these names with the spelling that search and constraints hold it for; empty when nothing is left of it. */
    Map<String, String> spellings(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var given = names.stream().distinct().toList();
        var plain = jdbc.sql("""
                select territory.normalise(u.name) from unnest(:names::text[]) with ordinality as u (name, rank)
                order by u.rank""")
                .param(
                        "names",
                        given.stream()
                                .map(name -> CONTROL.matcher(name).replaceAll(" "))
                                .toArray(String[]::new))
                .query(String.class)
                .list();
        return IntStream.range(0, given.size()).boxed().collect(Collectors.toMap(given::get, plain::get));
    }

    private Spelling spelling(String text) {
        return jdbc.sql("""
                select territory.normalise(:text) as name,
                       territory.without_article(territory.normalise(:text)) as short_name""")
                .param("text", CONTROL.matcher(text).replaceAll(" "))
                .query(Spelling.class)
                .single();
    }

    static Commune map(ResultSet row, int number) throws SQLException {
        return new Commune(
                row.getString("code"),
                row.getString("name"),
                postalCodes(row.getString("postal_codes")),
                new Grouping(row.getString("departement_code"), row.getString("departement_name")),
                new Grouping(row.getString("region_code"), row.getString("region_name")),
                grouping(row.getString("epci_code"), row.getString("epci_name")),
                row.getString("parent_code"),
                row.getObject("population", Integer.class),
                row.getObject("population_vintage", Integer.class));
    }

    private static List<String> postalCodes(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }

    private static @Nullable Grouping grouping(@Nullable String code, @Nullable String name) {
        return code == null || name == null ? null : new Grouping(code, name);
    }
}
