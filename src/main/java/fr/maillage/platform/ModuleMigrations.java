package fr.maillage.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
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

    private static final String ROOT = "__root";
    private static final String PUBLIC = "public";
    private static final String ROOT_PACKAGE = "fr.maillage";
    private static final String LATEST = "latest";

    private final Database database;

    ModuleMigrations(Database database) {
        this.database = database;
    }

    @Override
    public void migrate(Flyway flyway) {
        // A command beside a running server must not change the tables under it.
        if (!database.joined()) {
            schemas().forEach(schema -> migrate(flyway.getConfiguration(), schema, LATEST));
        }
    }

    /**
     * Makes the tables as they were at given versions, for the restoration of an older backup.
     *
     * @param versions of each schema; a schema without version is not made, {@code public} always is
     */
    static void migrateTo(DataSource dataSource, Map<String, String> versions) {
        var configuration = Flyway.configure().dataSource(dataSource);
        migrate(configuration, PUBLIC, LATEST);
        for (var schema : order(folders(), ModuleMigrations::arrows)) {
            var version = versions.get(schema);
            if (version != null) {
                migrate(configuration, schema, version);
            }
        }
    }

    /** Checksum of each migration that this program brings, by schema and version. */
    static Map<String, Map<String, @Nullable Integer>> known(DataSource dataSource) {
        var configuration = Flyway.configure().dataSource(dataSource);
        var known = new HashMap<String, Map<String, @Nullable Integer>>();
        for (var schema : schemas()) {
            var checksums = new HashMap<String, @Nullable Integer>();
            for (var migration :
                    configured(configuration, schema, LATEST).info().all()) {
                checksums.put(String.valueOf(migration.getVersion()), migration.getResolvedChecksum());
            }
            known.put(schema, checksums);
        }
        return known;
    }

    /** The schemas in the order of their migrations; {@code public}, of no module, comes first. */
    static List<String> schemas() {
        var schemas = new ArrayList<>(List.of(PUBLIC));
        schemas.addAll(order(folders(), ModuleMigrations::arrows));
        return schemas;
    }

    private static void migrate(Configuration configuration, String schema, String version) {
        configured(configuration, schema, version).migrate();
    }

    private static Flyway configured(Configuration configuration, String schema, String version) {
        return Flyway.configure()
                .configuration(configuration)
                .locations("classpath:db/migration/" + (PUBLIC.equals(schema) ? ROOT : schema))
                .defaultSchema(schema)
                .schemas(schema)
                .createSchemas(true)
                // An external database may hold something else in its schema public.
                .baselineOnMigrate(PUBLIC.equals(schema))
                .baselineVersion("0")
                .target(version)
                .failOnMissingLocations(true)
                .load();
    }

    /** The modules that have migrations. */
    static Set<String> folders() {
        try {
            var found = new TreeSet<String>();
            for (var script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql")) {
                var folder = Path.of(script.getURL().getPath()).getParent();
                if (folder != null) {
                    found.add(String.valueOf(folder.getFileName()));
                }
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
