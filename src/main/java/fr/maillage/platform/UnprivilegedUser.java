package fr.maillage.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL refuses to run as root: how to start it all the same.
 *
 * @param prefix words to put before each PostgreSQL command
 * @param owner number of the user it becomes, who must own the data; null when files keep their owner
 */
record UnprivilegedUser(List<String> prefix, @Nullable Integer owner) {

    /**
     * Finds a way on this machine.
     *
     * @param home the data folder; its owner is the user of last resort
     * @throws DatabaseRefusal when there is none
     */
    static UnprivilegedUser of(Path home) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new UnprivilegedUser(List.of(), null);
        }
        // In a user namespace of its own, the process is root for the files and nobody for PostgreSQL.
        if (succeeds("unshare", "-U", "true")) {
            return new UnprivilegedUser(List.of("unshare", "-U"), null);
        }
        var owner = (Integer) Files.getAttribute(home, "unix:uid");
        var becoming = List.of("setpriv", "--reuid=" + owner, "--clear-groups");
        if (owner != 0 && succeeds("setpriv", "--reuid=" + owner, "--clear-groups", "true")) {
            return new UnprivilegedUser(becoming, owner);
        }
        throw new DatabaseRefusal(
                "PostgreSQL refuse de fonctionner sous le compte root, et cette machine n’offre pas d’espace de noms"
                        + " d’utilisateurs.",
                "Lancez Maillage sous un compte ordinaire, donnez le dossier " + home
                        + " à un tel compte (chown -R), ou indiquez un PostgreSQL 18 externe dans"
                        + " MAILLAGE_DATABASE_URL.");
    }

    /** Gives what root has just made to the user that PostgreSQL becomes. */
    void own(Path folder) throws IOException {
        if (owner != null && !succeeds("chown", "-R", String.valueOf(owner), folder.toString())) {
            throw new IOException(folder + " cannot be given to user " + owner);
        }
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
