package fr.maillage.community;

import fr.maillage.access.Actor;
import fr.maillage.access.Party;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.rules.SizeClasses;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.territory.Grouping;
import fr.maillage.territory.Overview;
import fr.maillage.territory.Overviewed;
import fr.maillage.territory.Part;
import fr.maillage.territory.Place;
import fr.maillage.territory.Territories;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The saved territories of the CPTS, in dated versions. */
@Service
public class Perimeters {

    private static final String VERSION = """
            select id, community_id, number, saved_at, saved_by_name, upper(validity) as until
            from community.perimeter
            """;

    private record Row(
            UUID id,
            CommunityId community,
            int number,
            Instant since,
            @Nullable Instant until,
            String savedBy) {}

    private final JdbcClient jdbc;
    private final Today today;
    private final Territories territories;
    private final PerimeterHolders holders;
    private final Journal journal;

    Perimeters(JdbcClient jdbc, Today today, Territories territories, PerimeterHolders holders, Journal journal) {
        this.jdbc = jdbc;
        this.today = today;
        this.territories = territories;
        this.holders = holders;
        this.journal = journal;
    }

    /** The territory in force; empty before the first saving. */
    public Optional<Perimeter> current(CommunityId community) {
        return jdbc.sql(VERSION + "where community_id = :community and upper_inf(validity)")
                .param("community", community.value())
                .query(Perimeters::row)
                .optional()
                .map(this::read);
    }

    /** A version, current or past. */
    public Optional<Perimeter> version(CommunityId community, int number) {
        return jdbc.sql(VERSION + "where community_id = :community and number = :number")
                .param("community", community.value())
                .param("number", number)
                .query(Perimeters::row)
                .optional()
                .map(this::read);
    }

    /** Every version, newest first. */
    public List<PerimeterVersion> versions(CommunityId community) {
        return jdbc.sql("""
                select number, saved_at, saved_by_name, communes, coalesce(population, 0) as population
                from community.perimeter where community_id = :community order by number desc""")
                .param("community", community.value())
                .query(Perimeters::version)
                .list();
    }

    /** The version in force at the end of a day, empty before the first. */
    public Optional<PerimeterVersion> onDay(CommunityId community, LocalDate day) {
        return jdbc.sql("""
                select number, saved_at, saved_by_name, communes, coalesce(population, 0) as population
                from community.perimeter
                where community_id = :community and validity @> :end::timestamptz""")
                .param("community", community.value())
                .param(
                        "end",
                        Timestamp.from(day.plusDays(1).atStartOfDay(Today.PARIS).toInstant()))
                .query(Perimeters::version)
                .optional();
    }

    private static PerimeterVersion version(ResultSet row, int line) throws SQLException {
        return new PerimeterVersion(
                row.getInt("number"),
                row.getTimestamp("saved_at").toInstant(),
                row.getString("saved_by_name"),
                row.getInt("communes"),
                row.getLong("population"));
    }

    /** The CPTS that have one of these communes today, whole or in part. */
    public List<CommunityId> covering(Collection<String> communes) {
        return jdbc.sql("""
                select distinct v.community_id
                from community.perimeter_place p join community.perimeter v on v.id = p.perimeter_id
                where upper_inf(p.validity)
                  and p.ground in (select coalesce(parent_code, code) from territory.commune where code = any(:codes))
                  and (p.commune_code = any(:codes) or p.commune_code = p.ground or p.ground = any(:codes))""")
                .param("codes", communes.toArray(String[]::new))
                .query((row, _) -> new CommunityId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Communes and population of several territories in force, for lists; a CPTS without territory is absent. */
    public Map<CommunityId, PerimeterVersion> summaries(Collection<CommunityId> communities) {
        return jdbc
                .sql("""
                select v.community_id, v.number, v.saved_at, v.saved_by_name,
                       count(distinct p.commune_code) as communes, coalesce(sum(p.population), 0) as population
                from community.perimeter v join community.perimeter_place p on p.perimeter_id = v.id
                where v.community_id = any(:ids) and upper_inf(v.validity)
                group by v.id""")
                .param("ids", communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                .query((row, _) -> Map.entry(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new PerimeterVersion(
                                row.getInt("number"),
                                row.getTimestamp("saved_at").toInstant(),
                                row.getString("saved_by_name"),
                                row.getInt("communes"),
                                row.getLong("population"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Saves these places as the territory of the CPTS, in a new version.
     *
     * @param base the version the person worked from, 0 for none
     */
    @Transactional
    public PerimeterSaving save(Actor by, CommunityId community, int base, List<String> codes, List<Part> parts) {
        // Savings follow one another, so that a place taken a moment ago is told by the name of its CPTS. Without this
        // lock the constraint one_cpts_by_place would still hold.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('community.perimeter'))::text")
                .query(String.class)
                .single();
        var current = current(community);
        if (current.isPresent() && current.get().number() != base) {
            return new PerimeterSaving.Overtaken(current.get());
        }
        return switch (territories.overview(codes, parts, community.value())) {
            case Overviewed.Refused(var faults) -> new PerimeterSaving.Refused(faults);
            case Overviewed.Done(var overview) -> save(by, community, current.orElse(null), overview);
        };
    }

    private PerimeterSaving save(Actor by, CommunityId community, @Nullable Perimeter old, Overview wanted) {
        var places = wanted.places();
        var codes = places.stream().map(place -> place.commune().code()).toArray(String[]::new);
        var parts = places.stream().map(Perimeters::partOf).toArray(String[]::new);
        var taken = holders.taken(codes, parts, community.value());
        if (!taken.isEmpty()) {
            return new PerimeterSaving.Taken(taken);
        }
        if (old != null && keys(old).equals(Set.copyOf(keysOf(places)))) {
            return new PerimeterSaving.Unchanged();
        }
        var at = Timestamp.from(today.instant());
        close(community, at);
        var id = UUID.randomUUID();
        int number = old == null ? 1 : old.number() + 1;
        jdbc.sql("""
                insert into community.perimeter (id, community_id, number, saved_at, saved_by, saved_by_name, validity)
                values (:id, :community, :number, :at, :by, :name, tstzrange(:at, null))""")
                .param("id", id)
                .param("community", community.value())
                .param("number", number)
                .param("at", at)
                .param("by", by.account().value())
                .param("name", by.name())
                .update();
        insertPlaces(id, at, codes, parts, places);
        keepSums(id);
        var saved = current(community).orElseThrow();
        journal.record(Entry.of(
                        by.author(Party.CPTS),
                        Subject.of("perimeter", community.value()),
                        "perimeter.saved",
                        "Territoire enregistré, version " + number + " : "
                                + French.count(saved.communes(), "commune", "communes") + ", "
                                + French.count(saved.population(), "habitant", "habitants") + ".")
                .in(community.value())
                .with("version", number));
        return new PerimeterSaving.Saved(saved);
    }

    private void close(CommunityId community, Timestamp at) {
        jdbc.sql("""
                update community.perimeter_place set validity = tstzrange(lower(validity), greatest(lower(validity), :at))
                where perimeter_id in (select id from community.perimeter
                                       where community_id = :community and upper_inf(validity))""").param("community", community.value()).param("at", at).update();
        jdbc.sql("""
                update community.perimeter set validity = tstzrange(lower(validity), greatest(lower(validity), :at))
                where community_id = :community and upper_inf(validity)""").param("community", community.value()).param("at", at).update();
    }

    private void insertPlaces(UUID perimeter, Timestamp at, String[] codes, String[] parts, List<Place> places) {
        var populations = places.stream()
                .map(place -> place.part() == null ? null : place.population())
                .toArray(Integer[]::new);
        jdbc.sql("""
                insert into community.perimeter_place (perimeter_id, commune_code, part, commune_name, postal_codes,
                    departement_code, region_code, epci_code, epci_name, population, population_vintage, ground, extent,
                    validity)
                select :id, c.code, asked.part, c.name, c.postal_codes, c.departement_code, c.region_code, c.epci_code,
                       e.name, case when asked.part = '' then c.population else stated.population end,
                       case when asked.part = '' then c.population_vintage end, asked.ground, asked.extent,
                       tstzrange(:at, null)
                from (""" + PerimeterHolders.ASKED + """
                ) asked
                join territory.commune c on c.code = asked.code
                left join territory.epci e on e.code = c.epci_code
                left join unnest(:codes::text[], :parts::text[], :populations::integer[])
                    as stated (code, part, population) on stated.code = asked.code and stated.part = asked.part
                order by asked.ground, asked.code""")
                .param("id", perimeter)
                .param("at", at)
                .param("codes", codes)
                .param("parts", parts)
                .param("populations", populations)
                .update();
    }

    /** Lists of many CPTS read them instead of every commune. */
    private void keepSums(UUID perimeter) {
        jdbc.sql("""
                update community.perimeter v set communes = sums.communes, population = sums.population
                from (select count(distinct commune_code) as communes, sum(population) as population
                      from community.perimeter_place where perimeter_id = :id) sums
                where v.id = :id""").param("id", perimeter).update();
    }

    private Perimeter read(Row row) {
        var places =
                jdbc.sql("""
                select commune_code, commune_name, part, postal_codes, departement_code, region_code, epci_code,
                       epci_name, population, population_vintage
                from community.perimeter_place where perimeter_id = :id order by public.unaccent(lower(commune_name)), part, commune_code""").param("id", row.id()).query(Perimeters::place).list();
        var size = SizeClasses.on(today.day()).of(Perimeter.populationOf(places));
        return new Perimeter(row.community(), row.number(), row.since(), row.until(), row.savedBy(), places, size);
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        var until = row.getTimestamp("until");
        return new Row(
                row.getObject("id", UUID.class),
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getInt("number"),
                row.getTimestamp("saved_at").toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("saved_by_name"));
    }

    private static PerimeterPlace place(ResultSet row, int index) throws SQLException {
        var part = row.getString("part");
        var epci = row.getString("epci_code");
        return new PerimeterPlace(
                row.getString("commune_code"),
                row.getString("commune_name"),
                part.isEmpty() ? null : part,
                List.of((String[]) row.getArray("postal_codes").getArray()),
                row.getString("departement_code"),
                row.getString("region_code"),
                epci == null ? null : new Grouping(epci, row.getString("epci_name")),
                row.getObject("population", Integer.class),
                row.getObject("population_vintage", Integer.class));
    }

    private static String partOf(Place place) {
        return place.part() == null ? "" : place.part();
    }

    private static Set<List<Object>> keys(Perimeter perimeter) {
        return perimeter.places().stream()
                .map(place -> key(place.commune(), place.part(), place.population()))
                .collect(Collectors.toSet());
    }

    private static List<List<Object>> keysOf(List<Place> places) {
        return places.stream()
                .map(place -> key(place.commune().code(), place.part(), place.population()))
                .toList();
    }

    private static List<Object> key(String commune, @Nullable String part, @Nullable Integer population) {
        return List.of(commune, part == null ? "" : part, population == null ? -1 : population);
    }
}
