package fr.maillage.project;

import fr.maillage.community.CommunityId;
import fr.maillage.indicators.spi.Fact;
import fr.maillage.indicators.spi.FactKind;
import fr.maillage.indicators.spi.FactSource;
import fr.maillage.indicators.spi.Period;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the actions of a period did, from their fiches, their tasks and the results recorded on their indicators. */
@Component
class ProjectFacts implements FactSource {

    private static final FactKind RUN = new FactKind("ACTIONS_MENEES", "Actions menées", "action", "actions");
    private static final FactKind DONE = new FactKind("ACTIONS_TERMINEES", "Actions terminées", "action", "actions");
    private static final FactKind STEPS =
            new FactKind("ETAPES_CLES", "Étapes clés du calendrier passées", "étape", "étapes");
    private static final FactKind RESULTS =
            new FactKind("RESULTATS_RELEVES", "Résultats relevés", "résultat", "résultats");

    private static final String PAGE = "/actions";

    private final JdbcClient db;

    ProjectFacts(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<FactKind> kinds() {
        return Stream.concat(Stream.of(RUN, DONE, STEPS, RESULTS), CountedUnits.all().keySet().stream())
                .toList();
    }

    @Override
    public List<Fact> of(CommunityId community, Period period) {
        var facts = new ArrayList<Fact>();
        counted(facts, community, period);
        added(facts, community, period);
        return facts;
    }

    private void counted(List<Fact> facts, CommunityId community, Period period) {
        ask("""
                        select count(*) filter (where state in ('ONGOING', 'DONE')
                                   and (starts_on is null or starts_on <= :to) and (ends_on is null or ends_on >= :from))
                                   as run,
                               count(*) filter (where state = 'DONE' and ends_on between :from and :to) as done,
                               (select count(*) from project.milestone m left join project.action a on a.id = m.action_id
                                where m.community_id = :community and m.on_day between :from and :to
                                  and (a.id is null or a.archived_at is null and a.state <> 'DROPPED')) as steps,
                               (select count(*) from project.indicator_result r where r.community_id = :community
                                  and r.on_day between :from and :to and (r.value is not null or r.words <> '')
                                  and not exists (select from project.indicator_result c where c.corrects = r.id))
                                   as results
                        from project.action where community_id = :community and archived_at is null
                        """, community, period)
                .query((rs, _) -> List.of(
                        Fact.of(
                                RUN,
                                rs.getLong("run"),
                                "Actions en cours ou terminées dont le calendrier passe par la période.",
                                PAGE),
                        Fact.of(DONE, rs.getLong("done"), "Actions terminées dont la fin est dans la période.", PAGE),
                        Fact.of(
                                STEPS,
                                rs.getLong("steps"),
                                "Étapes clés dont la date est dans la période\u00A0; celles des actions abandonnées ne comptent"
                                        + " pas.",
                                "/actions/calendrier"),
                        Fact.of(
                                RESULTS,
                                rs.getLong("results"),
                                "Valeurs relevées dans la période sur les indicateurs des actions, sans celles qui ont été"
                                        + " corrigées.",
                                PAGE)))
                .single()
                .forEach(facts::add);
    }

    private record Sum(int indicators, BigDecimal value) {}

    /** The last value of each indicator, added up by the unit it is told in. */
    private void added(List<Fact> facts, CommunityId community, Period period) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        ask("""
                        select unit, count(*) as indicators, sum(value) as value from (
                            select distinct on (r.indicator_id) lower(btrim(i.unit)) as unit, r.value
                            from project.indicator_result r join project.indicator i on i.id = r.indicator_id
                            join project.action a on a.id = i.action_id
                            where r.community_id = :community and r.on_day between :from and :to and r.value is not null
                              and a.archived_at is null and i.archived_at is null
                              and not exists (select from project.indicator_result c where c.corrects = r.id)
                            order by r.indicator_id, r.on_day desc, r.recorded_at desc) last
                        group by unit
                        """, community, period)
                .query((rs, _) ->
                        sums.put(rs.getString("unit"), new Sum(rs.getInt("indicators"), rs.getBigDecimal("value"))))
                .list();
        CountedUnits.all().forEach((kind, words) -> {
            var found = words.stream()
                    .map(sums::get)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            int indicators = found.stream().mapToInt(Sum::indicators).sum();
            if (indicators > 0) {
                facts.add(new Fact(
                        kind,
                        found.stream().map(Sum::value).reduce(BigDecimal.ZERO, BigDecimal::add),
                        "Dernière valeur de la période de "
                                + French.count(indicators, "indicateur d’action", "indicateurs d’action")
                                + (indicators == 1
                                        ? "."
                                        : ", additionnées\u00A0: ce qui est compté par deux actions l’est deux fois."),
                        PAGE));
            }
        });
    }

    private JdbcClient.StatementSpec ask(String sql, CommunityId community, Period period) {
        return db.sql(sql)
                .param("community", community.value())
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()));
    }
}
