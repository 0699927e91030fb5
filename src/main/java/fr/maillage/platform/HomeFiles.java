package fr.maillage.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The files of the data folder that a backup takes along: all but the database, the backups and what is unfinished. */
final class HomeFiles {

    static final String BACKUPS = "sauvegardes";

    private static final Set<String> LEFT_OUT = Set.of("postgresql", BACKUPS, "maillage.lock");

    private HomeFiles() {}

    /** Regular files, sorted, absolute; links are not followed. */
    static List<Path> list(Path home) throws IOException {
        if (Files.notExists(home)) {
            return List.of();
        }
        try (var files = Files.walk(home)) {
            return files.filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> isKept(home.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    static boolean isKept(Path relative) {
        return !LEFT_OUT.contains(relative.getName(0).toString())
                && !isDownloaded(relative)
                && StreamSupport.stream(relative.spliterator(), false)
                        .noneMatch(name -> name.toString().endsWith(".en-cours"));
    }

    /** Of the folder of open data only the descriptors are ours: what was read of the files is in the database. */
    private static boolean isDownloaded(Path relative) {
        return relative.getName(0).toString().equals("jeux")
                && !relative.toString().endsWith(".yaml");
    }
}
