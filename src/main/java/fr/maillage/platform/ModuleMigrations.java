package fr.maillage.platform;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Component;

/**
 * Brings each module's schema up to date: first the folder {@code __root} (extensions, schema public), then one folder,
 * one schema and one history per module, along the arrows that the modules declare.
 *
 * <p>Spring Modulith has the same, ordered by the calls found in the byte code instead: see docs/decisions/0003.
 */
@Component
final class ModuleMigrations implements FlywayMigrationStrategy {

    static final String ROOT = "__root";

    private static final String ROOT_PACKAGE = "fr.maillage";

    @Override
    public void migrate(Flyway flyway) {
        // An external database may hold something else in its schema public.
        migrate(flyway, ROOT, "public", true);
        for (var module : order(folders(), ModuleMigrations::arrows)) {
            migrate(flyway, module, module, false);
        }
    }

    private static void migrate(Flyway flyway, String folder, String schema, boolean beside) {
        Flyway.configure(flyway.getConfiguration().getClassLoader())
                .configuration(flyway.getConfiguration())
                .locations("classpath:db/migration/" + folder)
                .defaultSchema(schema)
                .schemas(schema)
                .createSchemas(true)
                .baselineOnMigrate(beside)
                .baselineVersion("0")
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    /** The modules that have migrations. */
    static Set<String> folders() {
        try {
            var found = new TreeSet<String>();
            for (var script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql")) {
                var path = script.getURL().getPath().split("/");
                found.add(path[path.length - 2]);
            }
            found.remove(ROOT);
            return found;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The folders such that each comes after those of the modules it may use, directly or not. */
    static List<String> order(Collection<String> folders, Function<String, List<String>> arrows) {
        var visited = new LinkedHashSet<String>();
        folders.forEach(folder -> visit(folder, arrows, new LinkedHashSet<>(), visited));
        return visited.stream().filter(folders::contains).toList();
    }

    private static void visit(
            String module, Function<String, List<String>> arrows, Set<String> path, Set<String> visited) {
        if (visited.contains(module)) {
            return;
        }
        if (!path.add(module)) {
            throw new IllegalStateException("modules use each other in a circle: " + path);
        }
        arrows.apply(module).forEach(used -> visit(used, arrows, path, visited));
        path.remove(module);
        visited.add(module);
    }

    static List<String> arrows(String module) {
        try {
            var declared =
                    Class.forName(ROOT_PACKAGE + "." + module + ".package-info").getAnnotation(ApplicationModule.class);
            return Arrays.stream(declared.allowedDependencies())
                    .map(arrow -> arrow.replaceFirst("\\s*::.*", ""))
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("db/migration/" + module + " belongs to no module", e);
        }
    }
}
