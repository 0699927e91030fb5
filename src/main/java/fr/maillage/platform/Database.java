package fr.maillage.platform;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the database answers, and the embedded server when it is ours to stop.
 *
 * @param embedded null for an external server
 */
record Database(
        String jdbcUrl,
        @Nullable String user,
        @Nullable String password,
        @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

    static Database open(Settings settings) {
        if (!settings.databaseUrl().isBlank()) {
            return external(settings.databaseUrl().strip());
        }
        var programs = settings.postgresPrograms();
        var postgres = programs == null
                ? EmbeddedPostgres.start(settings.home())
                : EmbeddedPostgres.start(settings.home(), programs.toAbsolutePath());
        return new Database(postgres.jdbcUrl(), postgres.user(), postgres.password(), postgres);
    }

    /** Accepts {@code postgresql://user:password@host:port/base?options}, {@code postgres://…} and {@code jdbc:…}. */
    static Database external(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new Database(url, null, null, null);
        }
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new DatabaseRefusal(
                    "L’adresse MAILLAGE_DATABASE_URL n’est pas celle d’un PostgreSQL.",
                    "Écrivez-la ainsi : postgresql://utilisateur:motdepasse@serveur:5432/base");
        }
        var uri = URI.create(url);
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var jdbcUrl = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        var login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new Database(
                jdbcUrl, login.length > 0 ? decode(login[0]) : null, login.length > 1 ? decode(login[1]) : null, null);
    }

    private static String decode(String text) {
        // A plus sign stands for itself here, unlike in a form.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
