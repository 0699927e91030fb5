package fr.maillage.datasets;

import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.UnreadableFile;
import fr.maillage.platform.Command;
import fr.maillage.shared.French;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** « ./maillage importer JEU FICHIER »: reads a file and ends with one line of JSON. */
@Component
class ImportCommand implements Command {

    private static final Logger LOG = LoggerFactory.getLogger(ImportCommand.class);

    private final Descriptors descriptors;
    private final Imports imports;
    private final Vintages vintages;
    private final JsonMapper json = JsonMapper.builder().build();

    ImportCommand(Descriptors descriptors, Imports imports, Vintages vintages) {
        this.descriptors = descriptors;
        this.imports = imports;
        this.vintages = vintages;
    }

    @Override
    public String name() {
        return "importer";
    }

    @Override
    public String usage() {
        return "importer JEU FICHIER : lit un fichier de données ouvertes, ou reprend sa lecture";
    }

    @Override
    public int run(List<String> args, PrintStream out) {
        if (args.size() != 2) {
            out.println("Usage : ./maillage " + usage());
            out.println("Les jeux connus :");
            descriptors.all().forEach(known -> out.println("  " + known.key() + " : " + known.title()));
            return 2;
        }
        var descriptor = descriptors.of(args.getFirst()).orElse(null);
        if (descriptor == null) {
            out.println("Jeu inconnu : " + args.getFirst() + ". Les jeux connus : "
                    + String.join(
                            ", ",
                            descriptors.all().stream().map(known -> known.key()).toList()) + ".");
            return 1;
        }
        var path = Path.of(args.getLast());
        if (!Files.isRegularFile(path)) {
            out.println("Ce fichier n’existe pas : " + args.getLast());
            return 1;
        }
        try {
            return told(imports.run(descriptor, SourceFile.of(path), "ligne de commande", job -> tell(job, out)), out);
        } catch (UnreadableFile | Imports.AlreadyReading e) {
            out.println(e.getMessage());
            return 1;
        } catch (UncheckedIOException e) {
            out.println("La lecture s’est interrompue : " + e.getMessage());
            out.println("Relancez la même commande : elle reprendra au même point.");
            return 1;
        } catch (DataAccessException e) {
            LOG.error("The reading of {} broke off", path, e);
            out.println("La base de données a interrompu la lecture. Rien n’a été remplacé.");
            out.println(
                    "Relancez la même commande : elle reprendra au même point. Le journal du programme dit pourquoi.");
            return 1;
        }
    }

    private static void tell(ImportJob job, PrintStream out) {
        var share = job.isMeasured() ? " (" + Math.min(100, 100 * job.bytesRead() / job.fileSize()) + " %)" : "";
        out.println("  " + French.count(job.read(), "ligne lue", "lignes lues") + share);
    }

    private int told(ImportJob job, PrintStream out) {
        if (job.state() == State.REFUSED) {
            out.println(job.reason());
        } else if (job.state() == State.STOPPED) {
            out.println("Lecture arrêtée. La même commande la reprend.");
        } else if (job.state() == State.UNCHANGED) {
            out.println("Ce fichier est déjà importé. Rien n’a changé.");
        } else {
            JobView.of(job, "", false).counted().forEach(counted -> out.println("  " + counted));
        }
        var line = new LinkedHashMap<String, Object>();
        line.put("jeu", job.dataset());
        line.put(
                "millesime",
                vintages.current(job.dataset()).map(vintage -> vintage.label()).orElse(""));
        line.put("lus", job.read());
        line.put("importes", job.imported());
        line.put("rejetes", job.rejected());
        line.put("rapport", job.report().toString());
        out.println(json.writeValueAsString(line));
        return job.state() == State.DONE || job.state() == State.UNCHANGED ? 0 : 1;
    }
}
