package fr.maillage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The diagnosis of a territory of 100 communes over HTTP, then again with a directory ten times as long. */
final class DiagnosisBench {

    private static final int WARM_UP = 60;
    private static final int ROUNDS = 200;
    private static final int LINES = 30_000;
    private static final int TIMES = 10;
    private static final List<String> PROFESSIONS = List.of("10", "60", "70", "50", "40", "91", "80", "21");

    private DiagnosisBench() {}

    static List<String> run(Program program, World world, Path folder) throws IOException {
        var jdbc = world.jdbc();
        observations(jdbc);
        var all = jdbc.queryForList(
                "select code from territory.commune where parent_code is null order by code", String.class);
        var here = jdbc.queryForList(
                "select code from territory.commune where departement_code = '12' order by code limit 100",
                String.class);
        var body = "{\"communes\":[%s]}"
                .formatted(here.stream().map(code -> '"' + code + '"').collect(Collectors.joining(",")));
        var measure = new Measure();
        for (int times : List.of(1, TIMES)) {
            AplBench.read(program, "rpps", directory(folder, all, LINES * times));
            var works = new LinkedHashMap<String, Runnable>();
            works.put(
                    "diagnosis, 100 communes, directory of %d lines".formatted(LINES * times),
                    () -> program.postJson("/api/v1/diagnostics", body));
            measure.take(works, WARM_UP, ROUNDS);
        }
        return new ArrayList<>(measure.rows());
    }

    /** Two series of all communes and those of larger zones, as the real files have them. */
    private static void observations(JdbcTemplate jdbc) {
        jdbc.execute("""
                insert into datasets.vintage (dataset, slot, label, state, file_name, sha256, imported_at)
                values ('communes-contexte', 1, 'banc', 'CURRENT', 'banc.csv', repeat('0', 64), now())""");
        jdbc.execute("""
                insert into datasets.observation (vintage, series, level, zone, period, value)
                select v.id, s.series, 'COMMUNE', c.code, '2026', 5 + length(c.name)
                from datasets.vintage v, territory.commune c,
                     (values ('contexte.distance-urgences'), ('contexte.superficie'),
                             ('cpam.patients-16-ans'), ('cpam.sans-medecin-traitant')) s (series)
                where v.dataset = 'communes-contexte' and c.population > 0""");
        jdbc.execute("""
                insert into datasets.observation (vintage, series, level, zone, period, value)
                select v.id, s.series, 'DEPARTEMENT', d.code, '2026', 5 + length(d.name)
                from datasets.vintage v, territory.departement d,
                     (values ('insee.taux-pauvrete'), ('insee.niveau-de-vie-median'), ('cepidc.mortalite-toutes-causes'),
                             ('insee.esperance-vie-femmes'), ('insee.population'), ('bpe.pharmacies')) s (series)
                where v.dataset = 'communes-contexte'""");
        jdbc.execute("""
                insert into datasets.zone (vintage, level, code, name)
                select v.id, 'BASSIN_DE_VIE', c.code, c.name from datasets.vintage v, territory.commune c
                where v.dataset = 'communes-contexte' and c.population > 6000""");
        jdbc.execute("""
                insert into datasets.observation (vintage, series, level, zone, period, value)
                select v.id, s.series, 'BASSIN_DE_VIE', z.code, '2026', 5 + length(z.name)
                from datasets.vintage v join datasets.zone z on z.vintage = v.id,
                     (values ('insee.taux-pauvrete'), ('insee.part-75-ans'), ('cartosante.part-ald'),
                             ('cartosante.apl-generalistes'), ('insee.part-moins-15-ans')) s (series)
                where v.dataset = 'communes-contexte'""");
    }

    private static Path directory(Path folder, List<String> communes, int lines) throws IOException {
        var random = new Random(lines);
        var text = new StringBuilder("Identification nationale PP|Identifiant PP|Nom d'exercice|Prénom d'exercice|"
                + "Code profession|Code catégorie professionnelle|Code savoir-faire|Code mode exercice|"
                + "Numéro FINESS site|Code postal (coord. structure)|Code commune (coord. structure)|"
                + "Bureau cedex (coord. structure)|\n");
        for (int i = 1; i <= lines; i++) {
            var profession = PROFESSIONS.get(random.nextInt(PROFESSIONS.size()));
            // One in six has a second site: those are counted once over a territory.
            int person = i % 6 == 0 ? i - 1 : i;
            text.append("8")
                    .append(person)
                    .append('|')
                    .append(person)
                    .append("|EXEMPLE|Alix|")
                    .append(profession);
            text.append("|C|").append(profession.equals("10") ? "SM54" : "").append("|L|||");
            text.append(communes.get(random.nextInt(communes.size()))).append("||\n");
        }
        return Files.writeString(folder.resolve("PS_LibreAcces_Personne_activite_banc_" + lines + ".txt"), text);
    }
}
