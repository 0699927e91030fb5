package fr.maillage.region;

import fr.maillage.dossier.DossierKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long the dossiers of a scope waited for their decision. Silence decides on its legal day, whenever the program
 * noticed it. A dossier begun again after a refusal counts from its first deposit since.
 */
@Component
@Transactional(readOnly = true)
public class DecisionTimes {

    /**
     * @param decided how many have a decision
     * @param waiting how many were deposited and have none
     * @param median days from the first deposit to the decision; null while none was taken
     * @param bySilence decided by the silence of the ARS
     */
    public record Time(
            DossierKind kind,
            int decided,
            int waiting,
            @Nullable Integer shortest,
            @Nullable Integer median,
            @Nullable Integer longest,
            int bySilence) {}

    private final JdbcClient db;

    DecisionTimes(JdbcClient db) {
        this.db = db;
    }

    List<Time> of(Scope scope) {
        return db.sql("""
                        with waited as (
                            select o.kind, d.at is not null as decided, d.move = 'DEEM_VALIDATED' as silent,
                                coalesce(d.deemed_on, (d.at at time zone 'Europe/Paris')::date)
                                    - (q.first at time zone 'Europe/Paris')::date as days
                            from community.community c join dossier.dossier o on o.community_id = c.id
                            left join lateral (select max(at) as at from dossier.move
                                where dossier_id = o.id and move = 'START_AGAIN') again on true
                            join lateral (select min(deposited_at) as first from dossier.deposit
                                where dossier_id = o.id
                                    and (again.at is null or deposited_at > again.at)) q on q.first is not null
                            left join lateral (select m.at, m.move,
                                    case when m.move = 'DEEM_VALIDATED' then p.deemed_on end as deemed_on
                                from dossier.move m left join dossier.deposit p on p.id = m.deposit_id
                                where m.dossier_id = o.id and m.to_step in ('VALIDATED', 'REFUSED', 'LAPSED')
                                    and (again.at is null or m.at > again.at)
                                order by m.at desc limit 1) d on true
                            where :whole or (:region <> '' and c.region_code = :region)
                                or c.seat_departement = any(:departements)
                        )
                        select kind, count(*) filter (where decided) as decided,
                            count(*) filter (where not decided) as waiting,
                            min(days) filter (where decided) as shortest, max(days) filter (where decided) as longest,
                            round(percentile_cont(0.5) within group (order by days) filter (where decided))::int as median,
                            count(*) filter (where silent) as silent
                        from waited group by kind order by kind
                        """)
                .param("whole", scope.whole())
                .param("region", scope.region())
                .param("departements", scope.departements().toArray(String[]::new))
                .query((rs, _) -> new Time(
                        DossierKind.valueOf(rs.getString("kind")),
                        rs.getInt("decided"),
                        rs.getInt("waiting"),
                        rs.getObject("shortest", Integer.class),
                        rs.getObject("median", Integer.class),
                        rs.getObject("longest", Integer.class),
                        rs.getInt("silent")))
                .list();
    }
}
