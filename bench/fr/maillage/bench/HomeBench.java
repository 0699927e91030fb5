package fr.maillage.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The home of a CPTS, alone in the database and among a thousand, beside a static file and its first query alone. Both
 * states are visited twice in turn, so that a slow minute of the machine does not weigh on one of them only.
 */
final class HomeBench {

    private static final int WARM_UP = 150;
    private static final int ROUNDS = 150;

    /** Who may see it and how large it is: what no page of a CPTS can do without. */
    private static final String SQL = """
            select c.id, c.name, array_agg(distinct s."right") as rights,
                   (select sum(p.population) from community.perimeter v
                     join community.perimeter_place p on p.perimeter_id = v.id
                    where v.community_id = c.id and upper_inf(v.validity)) as population
              from community.community c join community.scope s on s.community_id = c.id
             where c.slug = ? and s.account_id = ?
             group by c.id
            """;

    private HomeBench() {}

    static List<String> run(Program program, World world) {
        var measure = new Measure();
        for (int turn = 0; turn < 2; turn++) {
            measure.take(works(program, world, "1 CPTS"), WARM_UP, ROUNDS);
            world.crowd();
            if (world.communities() != World.THOUSAND) {
                throw new IllegalStateException(world.communities() + " CPTS");
            }
            measure.take(works(program, world, "1 000 CPTS"), WARM_UP, ROUNDS);
            world.empty();
        }
        var lines = new ArrayList<>(measure.rows());
        for (int percent : List.of(50, 95)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| **home, 1 000 CPTS ÷ 1 CPTS**, p%d | | **%.2f** | | | |",
                    percent,
                    measure.percentile("home, 1 000 CPTS", percent) / measure.percentile("home, 1 CPTS", percent)));
        }
        return lines;
    }

    private static Map<String, Runnable> works(Program program, World world, String state) {
        var path = "/cpts/" + world.community().slug();
        var works = new LinkedHashMap<String, Runnable>();
        works.put("home, " + state, () -> program.get(path, world.session()));
        works.put("static file, " + state, () -> program.get("/img/maillage.svg"));
        works.put(
                "raw SQL, " + state,
                () -> world.jdbc()
                        .queryForList(
                                SQL,
                                world.community().slug(),
                                world.community().actor().account().value()));
        return works;
    }
}
