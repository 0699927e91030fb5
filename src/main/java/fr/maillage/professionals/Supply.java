package fr.maillage.professionals;

import fr.maillage.datasets.Vintages;
import fr.maillage.datasets.spi.Vintage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How many professionals there are, from the current edition of the RPPS. Persons are civil ones (neither military nor
 * students) with an activity that has a place; somebody with two sites counts once in a list that holds both.
 *
 * <p>An extract of one département must not make the others look empty. A département is <em>covered</em> when the
 * edition holds at least one person per 1 000 inhabitants there (France has some thirty lines per 1 000); a région, or
 * France, when the covered départements hold at least 99 % of its inhabitants. Of what is not covered nothing is told.
 */
@Service
public class Supply {

    /** Our own group: profession 10 with a skill of general practice (SM26, SM53, SM54). They are in « 10 » too. */
    public static final String GENERALISTES = "10-MG";

    /** The partition of the edition that holds today; none while the RPPS was never imported. */
    private static final String SLOT =
            "(select slot from datasets.vintage where dataset = 'rpps' and state = 'CURRENT')";

    private static final String LABELLED = """
            select c.profession as code,
                   case c.profession when '10' then 'Médecins, toutes spécialités'
                       when '10-MG' then 'dont médecins généralistes' else coalesce(
                       (select min(l.label) from professionals.label l
                        where l.slot = {slot} and l.kind = 'PROFESSION' and l.code = c.profession),
                       'Profession ' || c.profession) end as label,
                   c.persons, c.liberals, c.salaried, c.activities
            from counted c
            order by case when c.profession <> '10-MG' then c.persons
                else coalesce((select d.persons from counted d where d.profession = '10'), c.persons) end desc, c.profession
            """.replace("{slot}", SLOT);

    private static final String OF_COMMUNES = """
            with zone as (
                select code from territory.commune where code = any(:communes) or parent_code = any(:communes)
            ), twice as (
                select profession,
                       count(*) - count(distinct person) as persons,
                       count(*) filter (where liberal) - count(distinct person) filter (where liberal) as liberals,
                       count(*) filter (where salaried) - count(distinct person) filter (where salaried) as salaried
                from professionals.several_sites
                where slot = {slot} and commune in (select code from zone)
                group by profession
            ), counted as (
                select s.profession, sum(s.persons) - coalesce(min(t.persons), 0) as persons,
                       sum(s.liberals) - coalesce(min(t.liberals), 0) as liberals,
                       sum(s.salaried) - coalesce(min(t.salaried), 0) as salaried,
                       sum(s.activities) as activities
                from professionals.supply s left join twice t on t.profession = s.profession
                where s.slot = {slot} and s.level = 'COMMUNE' and s.zone in (select code from zone)
                group by s.profession
            )
            """.replace("{slot}", SLOT) + LABELLED;

    private static final String OF_ZONE = """
            with counted as (
                select s.profession, s.persons, s.liberals, s.salaried, s.activities
                from professionals.supply s
                join professionals.covered_zone z
                  on z.dataset = 'rpps' and z.slot = s.slot and z.level = s.level and z.zone = s.zone
                where s.slot = {slot} and s.level = :level and s.zone = :zone
            )
            """.replace("{slot}", SLOT) + LABELLED;

    private final JdbcClient jdbc;
    private final Vintages vintages;

    Supply(JdbcClient jdbc, Vintages vintages) {
        this.jdbc = jdbc;
        this.vintages = vintages;
    }

    /**
     * How many people of a profession.
     *
     * @param code of the profession in the RPPS (nomenclature TRE-G15), or {@link #GENERALISTES}
     * @param label as the file writes it; of doctors, what is counted: all, then the general practitioners among them
     * @param persons distinct ones, whatever the mode of practice
     * @param liberals those of them with a liberal activity
     * @param salaried those of them with a salaried activity; somebody may be both
     * @param activities lines: a person at a site with a skill
     */
    public record ProfessionCount(String code, String label, int persons, int liberals, int salaried, int activities) {}

    /** By profession, the most numerous first; communes that are not covered give no line: ask {@link #covers}. */
    public List<ProfessionCount> of(Collection<String> communes) {
        return jdbc.sql(OF_COMMUNES)
                .param("communes", communes.toArray(String[]::new))
                .query(ProfessionCount.class)
                .list();
    }

    /** Empty when the directory does not cover this département. */
    public List<ProfessionCount> ofDepartement(String code) {
        return ofZone("DEPARTEMENT", code);
    }

    /** Empty when the directory does not cover all of this région. */
    public List<ProfessionCount> ofRegion(String code) {
        return ofZone("REGION", code);
    }

    /** Empty when the directory is not a national one. */
    public List<ProfessionCount> ofFrance() {
        return ofZone("FRANCE", "F");
    }

    /** Liberal persons by commune of their site; somebody with several sites counts in each. For maps. */
    public Map<String, Integer> liberalsByCommune(String profession) {
        Map<String, Integer> liberals = new HashMap<>();
        jdbc.sql("""
                        select zone, liberals from professionals.supply
                        where slot = {slot} and level = 'COMMUNE' and profession = :profession and liberals > 0""".replace("{slot}", SLOT))
                .param("profession", profession)
                .query((row, _) -> liberals.put(row.getString(1), row.getInt(2)))
                .list();
        return liberals;
    }

    /**
     * Liberal persons of the whole directory by commune, somebody who practises in n communes counting 1/n in each: the
     * total is the number of persons. For accessibility.
     */
    public Map<String, Double> activityByCommune(String profession) {
        Map<String, Double> activity = new HashMap<>();
        jdbc.sql("""
                        select zone, liberal_activity from professionals.supply
                        where slot = {slot} and level = 'COMMUNE' and profession = :profession and liberals > 0""".replace("{slot}", SLOT))
                .param("profession", profession)
                .query((row, _) -> activity.put(row.getString(1), row.getDouble(2)))
                .list();
        return activity;
    }

    /** Of the RPPS; empty while it was never imported. */
    public Optional<Vintage> vintage() {
        return vintages.current("rpps");
    }

    /** Whether the directory covers all these départements; never when it was not imported. */
    public boolean covers(Collection<String> departements) {
        return !departements.isEmpty()
                && jdbc.sql("""
                                select count(*) from professionals.covered_zone
                                where dataset = 'rpps' and slot = {slot} and level = 'DEPARTEMENT' and zone = any(:codes)""".replace("{slot}", SLOT))
                                .param("codes", Set.copyOf(departements).toArray(String[]::new))
                                .query(Integer.class)
                                .single()
                        == Set.copyOf(departements).size();
    }

    /** Codes of the départements that the directory covers; none when it was not imported. */
    public Set<String> coveredDepartements() {
        return Set.copyOf(
                jdbc.sql("""
                        select zone from professionals.covered_zone
                        where dataset = 'rpps' and slot = {slot} and level = 'DEPARTEMENT'""".replace("{slot}", SLOT)).query(String.class).list());
    }

    private List<ProfessionCount> ofZone(String level, String zone) {
        return jdbc.sql(OF_ZONE)
                .param("level", level)
                .param("zone", zone)
                .query(ProfessionCount.class)
                .list();
    }
}
