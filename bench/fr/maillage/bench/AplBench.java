package fr.maillage.bench;

import fr.maillage.community.Perimeters;
import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Imports;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.diagnosis.Accessibilities;
import fr.maillage.diagnosis.AplValue;
import fr.maillage.diagnosis.ScenarioChange;
import fr.maillage.diagnosis.Scenarios;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Accessibility to five professions for every commune, beside the same computation in plain SQL on the same database.
 * Points and directory are drawn: communes as dense as in France, as many liberal professionals as there are.
 */
final class AplBench {

    private static final int ROUNDS = 5;

    /** A square of 740 km around the middle of France, as wide as its mainland. */
    private static final double SOUTH = 43.2;

    private static final double HEIGHT = 6.65;
    private static final double WEST = -2.3;
    private static final double WIDTH = 9.6;

    /** Liberal professionals of France by code of profession and skill, rounded. */
    private static final Map<String, Integer> PROFESSIONALS =
            Map.of("10", 57_000, "60", 140_000, "70", 92_000, "50", 8_000, "40", 38_000);

    private static final List<String> CODES = List.of("10-MG", "60", "70", "50", "40");

    /** Kilometres as {@code haversine × 1.3} at 50 km/h, under the revised steps. */
    private static final String SQL = """
            create temporary table place on commit drop as
            select c.code, c.population::double precision as people, radians(lat.value::double precision) as lat,
                   radians(lon.value::double precision) as lon, floor(lat.value / 0.12)::int as cy, floor(lon.value / 0.19)::int as cx
            from territory.commune c
            join datasets.observation lat on lat.series = 'communes-points.latitude' and lat.zone = c.code
            join datasets.vintage v on v.id = lat.vintage and v.state = 'CURRENT'
            join datasets.observation lon on lon.series = 'communes-points.longitude' and lon.zone = c.code
                 and lon.vintage = lat.vintage
            where c.parent_code is null;
            analyze place;
            create temporary table pair on commit drop as
            select i, j, case when minutes < 10 then 1.0::double precision when minutes < 15 then 1.0::double precision / 3
                              else 0.1::double precision end as w
            from (select a.code as i, b.code as j,
                         2 * 6371.0088 * asin(least(1, sqrt(power(sin((b.lat - a.lat) / 2), 2)
                             + cos(a.lat) * cos(b.lat) * power(sin((b.lon - a.lon) / 2), 2)))) * 1.3 / 50 * 60 as minutes
                  from (select place.*, cy + dy as ny, cx + dx as nx
                        from place, generate_series(-1, 1) dy, generate_series(-1, 1) dx) a
                  join place b on b.cy = a.ny and b.cx = a.nx) near
            where minutes < 20;
            analyze pair;
            create temporary table offer on commit drop as
            select profession, zone as j, sum(liberals) * case profession when '10-MG' then 5400.0 else 1.0 end as s
            from professionals.supply s join datasets.vintage v on v.dataset = 'rpps' and v.state = 'CURRENT' and v.slot = s.slot
            where level = 'COMMUNE' and profession in ('10-MG', '60', '70', '50', '40') and liberals > 0
            group by profession, zone;
            create temporary table result on commit drop as
            with ratio as (
                select o.profession, o.j, o.s / d.reach as r
                from offer o join (select p.j, sum(p.w * k.people) as reach from pair p join place k on k.code = p.i
                                   group by p.j) d on d.j = o.j and d.reach > 0)
            select r.profession, p.i, sum(p.w * r.r) as access from pair p join ratio r on r.j = p.j
            group by r.profession, p.i;
            """;

    private AplBench() {}

    static List<String> run(Program program, World world, Path folder) throws IOException {
        var jdbc = world.jdbc();
        draw(program, jdbc, folder);
        var accessibilities = program.bean(Accessibilities.class);
        var all = jdbc.queryForList("select code from territory.commune where parent_code is null", String.class);
        var measure = new Measure();
        var bySql = new HashMap<String, Double>();
        var works = new LinkedHashMap<String, Runnable>();
        works.put("APL, 5 professions, all communes: map with its sensitivity (4 passes)", () -> {
            jdbc.execute(
                    "update datasets.vintage set sha256 = md5(sha256) || md5(sha256 || 'x') where dataset = 'rpps'");
            accessibilities.of(List.of(all.getFirst()));
        });
        works.put("APL, 5 professions, all communes: plain SQL (1 pass)", () -> bySql.putAll(sql(jdbc)));
        measure.take(works, 1, ROUNDS);
        measure.take(Map.of("scenario, two doctors more, map of all communes", scenario(program, world)), 10, 100);
        var rows = new ArrayList<>(measure.rows());
        rows.add(compared(accessibilities, all, bySql));
        return rows;
    }

    private static Runnable scenario(Program program, World world) {
        var scenarios = program.bean(Scenarios.class);
        var view = world.community();
        var id = UUID.randomUUID();
        scenarios.create(view, id, "Deux de plus");
        var commune = program.bean(Perimeters.class)
                .current(view.id())
                .orElseThrow()
                .places()
                .getFirst()
                .commune();
        var change = new ScenarioChange(
                UUID.randomUUID(), ScenarioChange.Kind.ARRIVAL, "10-MG", commune, "ici", 2, BigDecimal.ONE, 0);
        scenarios.add(view, id, 0, change);
        return () -> scenarios.outcome(view.id(), scenarios.find(view.id(), id)).orElseThrow();
    }

    private static Map<String, Double> sql(JdbcTemplate jdbc) {
        var found = new HashMap<String, Double>();
        jdbc.execute((java.sql.Connection connection) -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(SQL);
                try (var rows = statement.executeQuery("select profession, i, access from result")) {
                    while (rows.next()) {
                        found.put(rows.getString(1) + " " + rows.getString(2), rows.getDouble(3));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return null;
        });
        return found;
    }

    private static String compared(Accessibilities accessibilities, List<String> all, Map<String, Double> bySql) {
        double widest = 0;
        int count = 0;
        for (var code : CODES) {
            var value = accessibilities.of(all, code).orElseThrow();
            if (!(value.result() instanceof AplValue.Computed computed)) {
                throw new IllegalStateException(code + ": " + value.result());
            }
            double per = code.equals("10-MG") ? 1 : 100_000;
            for (var commune : computed.communes()) {
                double other = bySql.getOrDefault(code + " " + commune.code(), 0.) * per;
                widest = Math.max(widest, Math.abs(commune.value() - other) / Math.max(1, other));
                count++;
            }
        }
        if (widest > 1e-6) {
            throw new IllegalStateException("SQL and the program differ by " + widest);
        }
        return String.format(
                Locale.ROOT, "| (%d values, widest relative difference with SQL %.1e) | | | | | |", count, widest);
    }

    private static void draw(Program program, JdbcTemplate jdbc, Path folder) throws IOException {
        var random = new Random(2026);
        record Inhabited(String code, int people) {}
        var communes = jdbc.query(
                "select code, coalesce(population, 0) from territory.commune where parent_code is null order by code",
                (row, _) -> new Inhabited(row.getString(1), row.getInt(2)));
        var points = new StringBuilder("code,lon_point,lat_point\n");
        for (var commune : communes) {
            points.append(String.format(
                    Locale.ROOT,
                    "%s,%.6f,%.6f%n",
                    commune.code(),
                    WEST + WIDTH * random.nextDouble(),
                    SOUTH + HEIGHT * random.nextDouble()));
        }
        // Where each inhabitant lives, a thousand at a time: professionals are drawn among them.
        var homes = new ArrayList<String>();
        communes.forEach(commune -> {
            for (int i = 0; i <= commune.people() / 1_000; i++) {
                homes.add(commune.code());
            }
        });
        var lines = new StringBuilder("Identification nationale PP|Identifiant PP|Nom d'exercice|Prénom d'exercice|"
                + "Code profession|Code catégorie professionnelle|Code savoir-faire|Code mode exercice|"
                + "Numéro FINESS site|Code postal (coord. structure)|Code commune (coord. structure)|"
                + "Bureau cedex (coord. structure)|\n");
        int number = 0;
        for (var profession : PROFESSIONALS.entrySet()) {
            for (int i = 0; i < profession.getValue(); i++) {
                number++;
                lines.append("8").append(number).append('|').append(number).append("|EXEMPLE|Alix|");
                lines.append(profession.getKey()).append("|C|");
                lines.append(profession.getKey().equals("10") ? "SM54" : "").append("|L|||");
                lines.append(homes.get(random.nextInt(homes.size()))).append("||\n");
            }
        }
        read(program, "communes-points", Files.writeString(folder.resolve("communes_points.csv"), points));
        read(
                program,
                "rpps",
                Files.writeString(folder.resolve("PS_LibreAcces_Personne_activite_202601010000.txt"), lines));
    }

    static void read(Program program, String key, Path file) {
        var job = program.bean(Imports.class)
                .run(program.bean(Descriptors.class).of(key).orElseThrow(), SourceFile.of(file), "bench", _ -> {});
        if (job.rejected() > 0 || job.imported() == 0) {
            throw new IllegalStateException(key + ": " + job);
        }
    }
}
