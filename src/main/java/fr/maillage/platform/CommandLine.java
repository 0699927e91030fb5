package fr.maillage.platform;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Runs a {@link Command} instead of the server. */
public final class CommandLine {

    /** What the platform's own commands need: neither the modules nor the migrations, which a restoration runs itself. */
    @Configuration(proxyBeanMethods = false)
    @Import({DatabaseConfiguration.class, TimeConfiguration.class, BackupCommand.class, RestoreCommand.class})
    static class Light {}

    /** The commands of {@link Light}. */
    private static final Set<String> LIGHT_COMMANDS = Set.of(BackupCommand.NAME, RestoreCommand.NAME);

    private CommandLine() {}

    /** Whether the arguments of the program ask for a command: {@code --options} are Spring's. */
    public static boolean asksForCommand(String... args) {
        return args.length > 0 && !args[0].startsWith("-");
    }

    /**
     * Runs the command that the first argument names.
     *
     * @param application the class of the whole program, for the modules' commands
     * @return the exit code
     */
    public static int run(Class<?> application, PrintStream out, String... args) {
        var usages = new TreeSet<String>();
        // Starting both would cost each command the start of the other.
        var source = LIGHT_COMMANDS.contains(args[0]) ? Light.class : application;
        var code = run(source, out, usages, List.of(args));
        if (code.isPresent()) {
            return code.get();
        }
        out.println("Commande inconnue : " + args[0]);
        usages.forEach(usage -> out.println("  " + usage));
        return 2;
    }

    private static Optional<Integer> run(Class<?> source, PrintStream out, Set<String> usages, List<String> args) {
        var application = new CommandApplication(source, context -> {
            for (var command : context.getBeansOfType(Command.class).values()) {
                usages.add(command.usage());
                if (command.name().equals(args.getFirst())) {
                    return Optional.of(command.run(args.subList(1, args.size()), out));
                }
            }
            return Optional.empty();
        });
        return application.answer();
    }

    /** A lazy context, abandoned before the runners and the listeners of a ready server get their turn. */
    private static final class CommandApplication extends SpringApplication {

        private final Function<ConfigurableApplicationContext, Optional<Integer>> work;
        private Optional<Integer> answer = Optional.empty();

        CommandApplication(Class<?> source, Function<ConfigurableApplicationContext, Optional<Integer>> work) {
            super(source);
            this.work = work;
            setWebApplicationType(WebApplicationType.NONE);
            setLazyInitialization(true);
            setLogStartupInfo(false);
        }

        Optional<Integer> answer() {
            try {
                run("--maillage.scheduling=false", "--maillage.command=true");
                throw new IllegalStateException("the run goes no further than afterRefresh");
            } catch (AbandonedRunException e) {
                return answer;
            } catch (RuntimeException e) {
                return Optional.of(1); // already told: in French by StartFailure, else with its stack in the log
            }
        }

        @Override
        protected void afterRefresh(ConfigurableApplicationContext context, ApplicationArguments arguments) {
            try (context) {
                answer = work.apply(context);
            }
            throw new AbandonedRunException();
        }
    }
}
