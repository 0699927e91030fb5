package fr.maillage.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The preview of a territory, beside the sum of its populations alone. */
final class PreviewBench {

    private static final int WARM_UP = 150;
    private static final int ROUNDS = 300;

    /** Communes of Occitanie that nobody has, neighbours by their codes. */
    private static final String FREE = """
            select c.code from territory.commune c
             where c.region_code = '76' and c.parent_code is null
               and not exists (select 1 from community.perimeter_place p where p.ground = c.code)
             order by c.code limit ?
            """;

    private static final String SUM = "select sum(population) from territory.commune where code = any(?)";

    private PreviewBench() {}

    static List<String> run(Program program, World world) {
        var measure = new Measure();
        var all = codes(world, 1_000);
        for (int communes : List.of(1, 100, 1_000)) {
            measure(measure, program, world, all.subList(0, communes), "");
        }
        world.crowd();
        measure(measure, program, world, all, ", each taken by one of 1 000 CPTS");
        world.empty();
        return new ArrayList<>(measure.rows());
    }

    private static void measure(Measure measure, Program program, World world, List<String> codes, String more) {
        var body = "{\"communes\":[%s]}"
                .formatted(codes.stream().map(code -> '"' + code + '"').collect(Collectors.joining(",")));
        var name = "%d commune%s%s".formatted(codes.size(), codes.size() > 1 ? "s" : "", more);
        var array = codes.toArray(String[]::new);
        var works = new LinkedHashMap<String, Runnable>();
        works.put("preview, " + name, () -> program.postJson("/api/v1/territoires/apercu", body));
        works.put("raw SQL sum, " + name, () -> world.jdbc().queryForObject(SUM, Long.class, (Object) array));
        measure.take(works, WARM_UP, ROUNDS);
    }

    private static List<String> codes(World world, int count) {
        return world.jdbc().queryForList(FREE, String.class, count);
    }
}
