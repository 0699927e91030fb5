package fr.maillage.datasets;

import fr.maillage.platform.Command;
import fr.maillage.shared.French;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** « ./maillage jeux DOSSIER »: reads every file of a folder and its folders whose name a dataset knows. */
@Component
class FolderCommand implements Command {

    /** A folder of data has few levels; a disk has many. */
    private static final int DEPTH = 3;

    private final Descriptors descriptors;
    private final ImportCommand importer;

    FolderCommand(Descriptors descriptors, ImportCommand importer) {
        this.descriptors = descriptors;
        this.importer = importer;
    }

    @Override
    public String name() {
        return "jeux";
    }

    @Override
    public String usage() {
        return "jeux DOSSIER : lit tous les fichiers de données connus d’un dossier";
    }

    @Override
    public int run(List<String> args, PrintStream out) {
        if (args.size() != 1) {
            out.println("Usage : ./maillage " + usage());
            return 2;
        }
        List<Path> files;
        try (var walk = Files.walk(Path.of(args.getFirst()), DEPTH)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            out.println("Ce dossier n’est pas lisible : " + args.getFirst());
            return 1;
        }
        int known = 0;
        int failed = 0;
        for (var file : files) {
            var descriptor = descriptors.named(file.toString());
            if (descriptor.isPresent()) {
                known++;
                out.println(descriptor.get().title() + " : " + file.getFileName());
                failed += importer.run(List.of(descriptor.get().key(), file.toString()), out) == 0 ? 0 : 1;
            }
        }
        out.println(French.count(known, "fichier connu", "fichiers connus")
                + (failed == 0 ? "." : ", dont " + French.count(failed, "refusé", "refusés") + "."));
        return known > 0 && failed == 0 ? 0 : 1;
    }
}
