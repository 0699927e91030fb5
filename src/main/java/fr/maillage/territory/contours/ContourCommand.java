package fr.maillage.territory.contours;

import fr.maillage.platform.Command;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.territory.contours.ContourSources.NamedSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** « ./maillage contours »: loads the contours of communes from files, or from the official API. */
@Component
class ContourCommand implements Command {

    private static final String IGN = "IGN Admin Express, Licence Ouverte";

    private final JdbcClient jdbc;
    private final ContourStore store;
    private final Today today;
    private final TransactionTemplate transaction;

    ContourCommand(JdbcClient jdbc, ContourStore store, Today today, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.store = store;
        this.today = today;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "contours";
    }

    @Override
    public String usage() {
        return "contours DOSSIER | FICHIER | --api : charge les contours des communes (TopoJSON ou GeoJSON), ou les"
                + " demande à l’API Découpage administratif";
    }

    @Override
    public int run(List<String> args, PrintStream out) {
        var request = ContourRequest.read(args);
        if (request == null) {
            out.println("Usage : ./maillage " + usage());
            out.println("  --source TEXTE      à qui les contours sont dus ; sinon « " + IGN + " »");
            out.println("  --millesime TEXTE   leur année, par exemple 2018");
            return 2;
        }
        try {
            var sources = request.api() != null
                    ? new ContourApi(request.api(), jdbc).sources()
                    : ContourSources.files(Path.of(request.path()));
            if (sources.isEmpty()) {
                out.println("Aucun fichier .topojson, .geojson ou .json dans « " + request.path() + " ».");
                return 1;
            }
            return load(sources, request, out);
        } catch (UnusableFile.Unreachable e) {
            out.println(e.getMessage() + ". Rien n’a changé.");
            return 1;
        } catch (IOException e) {
            out.println("Ce dossier n’est pas lisible : " + request.path());
            return 1;
        }
    }

    private int load(List<NamedSource> sources, ContourRequest request, PrintStream out) {
        long start = System.nanoTime();
        var attribution = request.attribution() == null ? IGN : request.attribution();
        var drawn = transaction.execute(_ -> {
            var loading = new ContourImport(jdbc, store, today, attribution, request.vintage());
            int n = 0;
            for (var source : sources) {
                n++;
                out.println("  " + n + "/" + sources.size() + "  " + source.name() + " : " + load(loading, source));
            }
            out.println("  Recherche des communes qui se touchent…");
            loading.finish();
            return loading.total();
        });
        if (drawn == null || drawn == 0) {
            out.println("Aucun contour de commune n’a été trouvé. Rien n’a changé.");
            return 1;
        }
        long seconds = Math.max(1, (System.nanoTime() - start) / 1_000_000_000);
        out.println(French.count(drawn, "commune a maintenant son contour", "communes ont maintenant leur contour")
                + " (" + attribution + (request.vintage().isEmpty() ? "" : ", " + request.vintage()) + "), en "
                + French.count(seconds, "seconde", "secondes") + ".");
        return 0;
    }

    private static String load(ContourImport loading, NamedSource source) {
        try (var bytes = source.opener().open()) {
            var result = loading.add(ShapeReader.read(bytes));
            if (result.loaded() == 0) {
                return "laissé de côté, aucun contour de commune nouveau";
            }
            return French.count(result.loaded(), "commune", "communes")
                    + (result.merged() == 0
                            ? ""
                            : ", "
                                    + French.count(
                                            result.merged(), "ancienne commune fondue", "anciennes communes fondues")
                                    + " dans la nouvelle")
                    + (result.unknown() == 0
                            ? ""
                            : ", " + French.count(result.unknown(), "code inconnu laissé", "codes inconnus laissés")
                                    + " de côté");
        } catch (UnusableFile.Unreachable e) {
            throw e;
        } catch (UnusableFile e) {
            return "refusé, " + e.getMessage();
        } catch (IOException e) {
            return "refusé, illisible (" + e.getMessage() + ")";
        }
    }
}
