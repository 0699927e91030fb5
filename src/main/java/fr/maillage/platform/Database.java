package fr.maillage.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the database answers, and what to stop at the end.
 *
 * @param held what to close at the end: the embedded server, or the lock of the data folder; null when joined
 * @param joined whether another Maillage serves on this database at this moment
 */
record Database(
        String jdbcUrl,
        @Nullable String user,
        @Nullable String password,
        @Nullable AutoCloseable held,
        boolean joined) implements AutoCloseable {

    private static final int VERSION = 18;

    /**
     * The database that the settings name; the data folder is held as long as it is open.
     *
     * @throws DatabaseRefusal when the folder is in use, or the last restoration was interrupted
     */
    static Database open(Settings settings) {
        var home = settings.home();
        if (!settings.command() && Files.exists(unfinishedRestoration(home))) {
            throw new DatabaseRefusal(
                    "La dernière restauration a été interrompue : les données du dossier " + home
                            + " sont incomplètes.",
                    "Relancez-la : ./maillage restaure FICHIER --remplacer. L’état d’avant est dans "
                            + home.resolve(HomeFiles.BACKUPS) + ".");
        }
        var joined = settings.command() && HomeLock.isTaken(home);
        if (!settings.databaseUrl().isBlank()) {
            var external = external(settings.databaseUrl().strip());
            external.check();
            return joined ? external.withHold(null, true) : external.withHold(HomeLock.take(home), false);
        }
        if (joined) {
            return embedded(EmbeddedPostgres.running(home)).withHold(null, true);
        }
        var programs = settings.postgresPrograms();
        var postgres = programs == null
                ? EmbeddedPostgres.start(home)
                : EmbeddedPostgres.start(home, programs.toAbsolutePath());
        return embedded(postgres.access()).withHold(postgres, false);
    }

    /** The file that says that a restoration did not reach its end. */
    static Path unfinishedRestoration(Path home) {
        return home.resolve("restauration.en-cours");
    }

    private static Database embedded(EmbeddedPostgres.Access access) {
        return new Database(access.jdbcUrl(), access.user(), access.password(), null, false);
    }

    /** An external server must answer, and be of the version that the program was made for. */
    private void check() {
        try (var connection = direct().getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < VERSION) {
                throw new DatabaseRefusal(
                        "La base de MAILLAGE_DATABASE_URL est un PostgreSQL " + version + ".",
                        "Maillage demande PostgreSQL " + VERSION + " ou plus récent.");
            }
        } catch (SQLException e) {
            throw new DatabaseRefusal(
                    "Le PostgreSQL de MAILLAGE_DATABASE_URL (" + this + ") ne répond pas : " + e.getMessage(),
                    "Vérifiez l’adresse, le compte et que le serveur accepte cette machine.",
                    e);
        }
    }

    private Database withHold(@Nullable AutoCloseable held, boolean joined) {
        return new Database(jdbcUrl, user, password, held, joined);
    }

    /** Connections outside of the pool, for backup and restoration. */
    DataSource direct() {
        var dataSource = new DriverManagerDataSource(jdbcUrl);
        dataSource.setUsername(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    /** Accepts {@code postgresql://user:password@host:port/base?options}, {@code postgres://…} and {@code jdbc:…}. */
    static Database external(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new Database(url, null, null, null, false);
        }
        var uri = uri(url);
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var jdbcUrl = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        var login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        var user = login.length > 0 ? decode(login[0]) : null;
        var password = login.length > 1 ? decode(login[1]) : null;
        return new Database(jdbcUrl, user, password, null, false);
    }

    private static URI uri(String url) {
        try {
            var uri = new URI(url);
            if (("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below: the address itself may hold a password and is not repeated
        }
        throw new DatabaseRefusal(
                "L’adresse MAILLAGE_DATABASE_URL n’est pas celle d’un PostgreSQL.",
                "Écrivez-la ainsi : postgresql://utilisateur:motdepasse@serveur:5432/base");
    }

    private static String decode(String text) {
        // A plus sign stands for itself here, unlike in a form.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password: this ends up in logs. */
    @Override
    public String toString() {
        return jdbcUrl.replaceFirst("\\?.*", "");
    }

    @Override
    public void close() throws Exception {
        if (held != null) {
            held.close();
        }
    }
}
