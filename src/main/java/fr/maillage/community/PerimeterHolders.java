package fr.maillage.community;

import fr.maillage.access.Institutions;
import fr.maillage.access.Role;
import fr.maillage.territory.Overview.Conflict;
import fr.maillage.territory.PerimeterConflicts;
import fr.maillage.territory.Place;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which CPTS has a place today. */
@Component
class PerimeterHolders implements PerimeterConflicts {

    /** The ground and the extent of the places asked for; the same words as in the insertion of a version. */
    static final String ASKED = """
            select u.code, c.name, u.part, coalesce(c.parent_code, c.code) as ground,
                   case when u.part <> '' then community.extent(u.code || '/' || territory.normalise(u.part),
                                                                u.code || '/' || territory.normalise(u.part), '[]')
                        when c.parent_code is not null then community.extent(u.code || '/', u.code || '0', '[)')
                        else community.extent(null, null) end as extent
            from unnest(:codes::text[], :parts::text[]) as u (code, part)
            join territory.commune c on c.code = u.code
            """;

    private final JdbcClient jdbc;

    private final Institutions institutions;

    PerimeterHolders(JdbcClient jdbc, Institutions institutions) {
        this.jdbc = jdbc;
        this.institutions = institutions;
    }

    @Override
    public List<Conflict> among(List<Place> places, @Nullable UUID except) {
        var near = onTakenGround(places);
        if (near.isEmpty()) {
            return List.of();
        }
        var codes = near.stream().map(place -> place.commune().code()).toArray(String[]::new);
        var parts = near.stream()
                .map(place -> place.part() == null ? "" : place.part())
                .toArray(String[]::new);
        return taken(codes, parts, except).stream()
                .map(taken -> new Conflict(taken.commune(), taken.holder()))
                .distinct()
                .toList();
    }

    /** Most lists touch no other CPTS: one look at the index says so. */
    private List<Place> onTakenGround(List<Place> places) {
        var taken = Set.copyOf(jdbc.sql("""
                select distinct p.ground from unnest(:grounds::text[]) as asked (ground)
                join community.perimeter_place p on p.ground = asked.ground and upper_inf(p.validity)""")
                .param(
                        "grounds",
                        places.stream().map(PerimeterHolders::ground).distinct().toArray(String[]::new))
                .query(String.class)
                .list());
        return places.stream().filter(place -> taken.contains(ground(place))).toList();
    }

    private static String ground(Place place) {
        var city = place.commune().parent();
        return city == null ? place.commune().code() : city;
    }

    /**
     * @param parts beside each code, the name of the part or an empty text
     * @param except a CPTS that does not conflict with itself, or null
     */
    List<PerimeterTaken> taken(String[] codes, String[] parts, @Nullable UUID except) {
        var taken = jdbc.sql("with asked as (" + ASKED + """
                )
                select asked.code, asked.part, asked.name || case when asked.part = '' then '' else ' (' || asked.part || ')' end,
                       holder.name,
                       (select min(past.saved_at) from community.perimeter past
                        join community.perimeter_place held on held.perimeter_id = past.id
                        where past.community_id = holder.id and held.commune_code = place.commune_code
                          and held.part = place.part) as since,
                       holder.region_code, holder.seat_departement
                from asked
                join community.perimeter_place place
                    on place.ground = asked.ground and place.extent && asked.extent and upper_inf(place.validity)
                join community.perimeter version on version.id = place.perimeter_id
                join community.community holder on holder.id = version.community_id
                where :except::uuid is null or holder.id <> :except
                order by asked.code, holder.name""")
                .param("codes", codes)
                .param("parts", parts)
                .param("except", except, Types.OTHER)
                .query((row, _) -> new PerimeterTaken(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6),
                        row.getString(7),
                        ""))
                .list();
        if (taken.isEmpty()) {
            return taken;
        }
        // Said once, after the last place.
        var told = new ArrayList<>(taken);
        told.set(told.size() - 1, taken.getLast().with(contact(taken.getLast())));
        return told;
    }

    /** Nobody of the other CPTS is named: the institution of its département passes the message on. */
    private String contact(PerimeterTaken taken) {
        var delegation = institutions.covering(taken.region(), taken.departement(), Role.ARS_DELEGATION).stream()
                .findFirst()
                .map(institution -> "« " + institution.name() + " »")
                .orElse("la délégation de l’ARS");
        return " Pour en parler avec cette CPTS, adressez-vous à " + delegation
                + " ou à l’administration de la plateforme.";
    }
}
