package fr.maillage.platform;

import fr.maillage.shared.French;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code ./maillage sauvegarde FICHIER}. */
@Component
final class BackupCommand implements Command {

    static final String NAME = "sauvegarde";

    private final Settings settings;
    private final Database database;
    private final Clock clock;

    BackupCommand(Settings settings, Database database, Clock clock) {
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
        return "sauvegarde FICHIER : écrit toutes les données et tous les fichiers dans FICHIER, même en marche";
    }

    @Override
    public int run(List<String> args, PrintStream out) {
        if (args.size() != 1) {
            out.println("Usage : ./maillage sauvegarde FICHIER");
            return 2;
        }
        var file = Path.of(args.getFirst()).toAbsolutePath().normalize();
        if (Files.exists(file)) {
            out.println("Le fichier " + file + " existe déjà : choisissez un autre nom.");
            return 1;
        }
        try {
            var manifest = new BackupWriter(database, clock).write(settings.home(), file);
            out.println("Sauvegarde écrite dans " + file + French.NBSP + ": "
                    + French.count(manifest.rows(), "ligne", "lignes") + " de "
                    + French.count(manifest.tables().size(), "table", "tables") + ", "
                    + French.count(manifest.files().size(), "fichier", "fichiers") + ".");
            return 0;
        } catch (IOException | SQLException e) {
            out.println("La sauvegarde a échoué, aucun fichier n’a été écrit" + French.NBSP + ": " + e.getMessage());
            return 1;
        }
    }
}
