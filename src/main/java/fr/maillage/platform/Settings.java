package fr.maillage.platform;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the administrator decides by environment variables; application.yaml gives the variable of each.
 *
 * @param home data folder, absolute: database, files; {@code MAILLAGE_HOME}
 * @param databaseUrl an external PostgreSQL ({@code postgresql://user:password@host/base} or {@code jdbc:postgresql:…}),
 *     empty for the embedded one; {@code MAILLAGE_DATABASE_URL}
 * @param demo whether the fictional CPTS and accounts are there; {@code MAILLAGE_DEMO}
 * @param baseUrl address people type, without a final slash, for the links in e-mails; {@code MAILLAGE_BASE_URL}
 * @param postgresPrograms where the embedded PostgreSQL is unpacked, in the data folder unless given
 * @param command whether a command runs instead of the server: it may join the database of a running server
 */
@ConfigurationProperties("maillage")
public record Settings(
        @DefaultValue("./donnees") Path home,
        @DefaultValue("") String databaseUrl,
        @DefaultValue("false") boolean demo,
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @Nullable Path postgresPrograms,
        @DefaultValue("false") boolean command) {

    public Settings {
        home = home.toAbsolutePath().normalize();
        var address = baseUrl.toString();
        baseUrl = address.endsWith("/") ? URI.create(address.substring(0, address.length() - 1)) : baseUrl;
    }

    /** Folder of the files kept beside the database; saved and restored with it. */
    public Path files() {
        return home.resolve("fichiers");
    }
}
