package fr.maillage.community;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The communes of other CPTS in the départements around a territory, for the map. */
@Component
class PerimeterNeighbours {

    private final JdbcClient jdbc;

    PerimeterNeighbours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names of CPTS by code of commune; those of the CPTS itself are left out. */
    Map<String, String> taken(CommunityView view, Collection<String> codes) {
        Map<String, String> taken = new TreeMap<>();
        jdbc.sql("""
                select p.commune_code, holder.name
                from community.perimeter_place p
                join community.perimeter v on v.id = p.perimeter_id
                join community.community holder on holder.id = v.community_id
                where upper_inf(p.validity) and p.part = '' and holder.id <> :id
                  and not p.commune_code = any(:codes)
                  and p.region_code in (select c.region_code from territory.commune c where c.code = any(:codes)
                                        union select region_code from community.community where id = :id
                                        union select near.region_code from territory.adjacency a
                                              join territory.commune near on near.code = a.neighbour
                                              where a.code = any(:codes))""")
                .param("id", view.id().value())
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> taken.put(row.getString(1), row.getString(2)))
                .list();
        return taken;
    }
}
