package fr.maillage.platform;

import java.io.PrintStream;
import java.util.List;

/** One word of the command line ({@code ./maillage contours …}), offered by a module as a bean. */
public interface Command {

    /** The French word typed after {@code ./maillage}. */
    String name();

    /** One line of help in French: the arguments, then what it does. */
    String usage();

    /**
     * Runs without web server nor scheduled jobs, on the database of the data folder, whether the server is running or
     * not.
     *
     * @param args what follows the name
     * @param out where the French answer goes
     * @return exit code: 0 done, 1 refused or failed, 2 wrong arguments
     */
    int run(List<String> args, PrintStream out);
}
