package fr.maillage.territory.contours;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Loads contours for tests. */
@Component
public class TestContours {

    /** Made-up squares for Millau, Creissels, Saint-Affrique, Conques-en-Rouergue and three communes of the Gard. */
    public static final Path SQUARES = Path.of("src/test/resources/contours");

    private final ContourCommand command;

    TestContours(ContourCommand command) {
        this.command = command;
    }

    public String squares() {
        return run(SQUARES.toString());
    }

    /** What the command says, no-break spaces as plain ones. */
    public String run(String... args) {
        var out = new ByteArrayOutputStream();
        int code = command.run(List.of(args), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).replace('\u00A0', ' ').replace('\u202F', ' ') + "code " + code;
    }
}
