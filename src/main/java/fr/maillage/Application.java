package fr.maillage;

import fr.maillage.platform.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Maillage: the server, or the command named by the first argument. */
@SpringBootApplication
public class Application {

    public static void main(String[] args) {
        if (CommandLine.asksForCommand(args)) {
            System.exit(CommandLine.run(Application.class, System.out, args));
        }
        SpringApplication.run(Application.class, args);
    }
}
