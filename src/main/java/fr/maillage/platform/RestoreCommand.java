package fr.maillage.platform;

import fr.maillage.shared.French;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** {@code ./maillage restaure FICHIER [--remplacer]}. */
@Component
final class RestoreCommand implements Command {

    static final String NAME = "restaure";

    private static final String REPLACE = "--remplacer";

    private final Settings settings;
    private final Database database;
    private final Clock clock;

    RestoreCommand(Settings settings, Database database, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String usage() {
        return "restaure FICHIER [--remplacer] : remet une sauvegarde à la place des données, à l’arrêt";
    }

    @Override
    public int run(List<String> args, PrintStream out) {
        var files = new ArrayList<>(args);
        var replace = files.remove(REPLACE);
        if (files.size() != 1) {
            out.println("Usage : ./maillage restaure FICHIER [" + REPLACE + "]");
            return 2;
        }
        var file = Path.of(files.getFirst()).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            out.println("Le fichier " + file + " n’existe pas.");
            return 1;
        }
        try {
            return tell(new Restoration(database, clock).restore(file, settings.home(), replace), out);
        } catch (IOException | SQLException | DataAccessException e) {
            out.println("La restauration a échoué" + French.NBSP + ": " + e.getMessage());
            out.println("L’état d’avant, s’il y en avait un, est dans "
                    + settings.home().resolve(HomeFiles.BACKUPS) + ".");
            return 1;
        }
    }

    private static int tell(Restoration.Outcome outcome, PrintStream out) {
        return switch (outcome) {
            case Restoration.Outcome.Refused(var sentence) -> {
                out.println(sentence);
                out.println("Rien n’a été changé.");
                yield 1;
            }
            case Restoration.Outcome.Restored(var manifest, var previous) -> {
                out.println("Sauvegarde du " + French.dateTime(manifest.madeAt()) + " restaurée" + French.NBSP + ": "
                        + French.count(manifest.rows(), "ligne", "lignes") + " de "
                        + French.count(manifest.tables().size(), "table", "tables") + ", "
                        + French.count(manifest.files().size(), "fichier", "fichiers") + ".");
                if (previous != null) {
                    out.println("Les données remplacées sont dans " + previous + ".");
                }
                yield 0;
            }
        };
    }
}
