package fr.maillage.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL refuses to run as root: how to start it all the same. */
final class UnprivilegedUser {

    private UnprivilegedUser() {}

    /**
     * Words to put before each PostgreSQL command.
     *
     * @param folder where the data are; its owner is the user of last resort
     */
    static List<String> prefix(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        // In a user namespace of its own, the process is root for the files and nobody for PostgreSQL.
        if (succeeds("unshare", "-U", "true")) {
            return List.of("unshare", "-U");
        }
        var owner = (Integer) Files.getAttribute(folder, "unix:uid");
        if (owner != 0 && succeeds("setpriv", "--reuid=" + owner, "--clear-groups", "true")) {
            return List.of("setpriv", "--reuid=" + owner, "--clear-groups");
        }
        throw new DatabaseRefusal(
                "PostgreSQL refuse de fonctionner sous le compte root, et cette machine n’offre pas d’espace de noms"
                        + " d’utilisateurs.",
                "Lancez Maillage sous un compte ordinaire, donnez le dossier " + folder.getParent()
                        + " à un tel compte (chown -R), ou indiquez un PostgreSQL 18 externe dans"
                        + " MAILLAGE_DATABASE_URL.");
    }

    private static boolean succeeds(String... command) throws IOException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false; // the program is not installed
        }
    }
}
