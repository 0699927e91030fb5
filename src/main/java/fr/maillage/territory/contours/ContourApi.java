package fr.maillage.territory.contours;

import fr.maillage.territory.contours.ContourSources.Bounded;
import fr.maillage.territory.contours.ContourSources.NamedSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The official API Découpage administratif, asked département by département. */
final class ContourApi {

    private static final String QUERY = "fields=code,nom,contour&format=geojson&geometry=contour";

    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private final URI address;
    private final JdbcClient jdbc;

    ContourApi(URI address, JdbcClient jdbc) {
        this.address = address;
        this.jdbc = jdbc;
    }

    List<NamedSource> sources() {
        List<NamedSource> sources = new ArrayList<>();
        jdbc.sql("""
                select d.code, d.name from territory.departement d
                where exists (select 1 from territory.commune c where c.departement_code = d.code and c.zone <> 'com')
                order by d.code""")
                .query((row, _) -> sources.add(
                        source(row.getString(2), "/departements/" + row.getString(1) + "/communes?" + QUERY)))
                .list();
        sources.add(source(
                "Arrondissements de Paris, Lyon et Marseille", "/communes?type=arrondissement-municipal&" + QUERY));
        return sources;
    }

    private NamedSource source(String name, String path) {
        return new NamedSource(name, () -> get(path));
    }

    private InputStream get(String path) throws IOException {
        var http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(15))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Accept", "application/geo+json, application/json")
                            .timeout(Duration.ofMinutes(2))
                            .build(),
                    BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                answer.body().close();
                throw new UnusableFile("l’API a répondu par l’erreur " + answer.statusCode());
            }
            return new Bounded(answer.body(), MOST_BYTES);
        } catch (HttpTimeoutException e) {
            throw new UnusableFile.Unreachable("L’API n’a pas répondu à temps. Recommencez plus tard");
        } catch (IOException e) {
            throw new UnusableFile.Unreachable("L’API n’est pas joignable à l’adresse " + address
                    + ". Vérifiez le réseau, ou chargez un" + " dossier de fichiers");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableFile.Unreachable("La demande a été interrompue");
        }
    }
}
