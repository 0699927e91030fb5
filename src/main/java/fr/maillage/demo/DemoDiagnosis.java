package fr.maillage.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.maillage.community.CommunityView;
import fr.maillage.diagnosis.Diagnoses;
import fr.maillage.diagnosis.Diagnosis;
import fr.maillage.diagnosis.ScenarioChange;
import fr.maillage.diagnosis.Scenarios;
import fr.maillage.diagnosis.evidence.MeasuredEvidence;
import fr.maillage.diagnosis.versions.Versions;
import fr.maillage.platform.Command;
import fr.maillage.project.Evidence;
import fr.maillage.project.Objective;
import fr.maillage.project.Problem;
import fr.maillage.project.ProblemId;
import fr.maillage.project.ProblemScales;
import fr.maillage.project.Problems;
import fr.maillage.project.Projects;
import fr.maillage.shared.Shipped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The diagnosis of the demonstration: the problems that its team retained and, when the program was given a folder of open
 * data, what these say. Without it the pages tell what is missing.
 */
@Component
@ConditionalOnProperty(name = "maillage.demo", havingValue = "true")
class DemoDiagnosis {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDiagnosis.class);

    /** Levels of folders under the one that was given. */
    private static final int DEPTH = 3;

    record Story(String version, List<ProblemLine> problems, ScenarioLine scenario) {}

    /** Professionals who leave. */
    record ScenarioLine(String name, String profession, String commune, int persons) {}

    /** @param objective title of the general objective that answers it */
    record ProblemLine(
            String title,
            String theme,
            String severity,
            String description,
            String objective,
            List<String> indicators,
            Testimony testimony,
            @JsonProperty("public") String concerned) {}

    record Testimony(String label, String value) {}

    private static final Story STORY = Shipped.yaml("/demo/diagnosis.yaml", Story.class);

    private final List<Command> commands;
    private final String folder;
    private final Problems problems;
    private final Projects projects;
    private final Diagnoses diagnoses;
    private final Scenarios scenarios;
    private final Versions versions;

    DemoDiagnosis(
            List<Command> commands,
            Environment environment,
            Problems problems,
            Projects projects,
            Diagnoses diagnoses,
            Scenarios scenarios,
            Versions versions) {
        this.commands = commands;
        this.folder = environment.getProperty("maillage.demo-data", "");
        this.problems = problems;
        this.projects = projects;
        this.diagnoses = diagnoses;
        this.scenarios = scenarios;
        this.versions = versions;
    }

    /** Writes the problems with what people said of them; figures come with {@link #measure}. */
    void retain(CommunityView view) {
        var objectives = projects.of(view.id()).objectives();
        for (var line : STORY.problems) {
            var facts = new Problem.Facts(
                    line.title,
                    ProblemScales.theme(line.theme).orElseThrow(),
                    line.description,
                    ProblemScales.severity(line.severity).orElseThrow(),
                    null,
                    line.concerned,
                    objectives.stream()
                            .filter(objective -> objective.facts().title().equals(line.objective))
                            .map(Objective::id)
                            .collect(Collectors.toSet()));
            problems.add(view, problem(view, line), facts);
            var said = new Evidence.Facts(
                    Evidence.Kind.TESTIMONY,
                    line.testimony.label,
                    line.testimony.value,
                    "",
                    "Réunion des soignants du territoire",
                    "",
                    null);
            problems.addEvidence(view, problem(view, line), named(view, line.title, "témoignage"), said);
        }
    }

    /** Loads the given open data once, adds its figures to the problems and dates the diagnosis. */
    void measure(CommunityView view) {
        if (!versions.of(view.id()).isEmpty()) {
            return;
        }
        var data = data();
        if (data.isEmpty()) {
            LOG.info("Démonstration sans données ouvertes : ses pages de diagnostic disent lesquelles charger.");
            return;
        }
        var start = System.nanoTime();
        contours(data.get()).ifPresent(contours -> run("contours", contours));
        run("jeux", data.get());
        var diagnosis = diagnoses.of(view.id()).orElseThrow();
        STORY.problems.forEach(line -> line.indicators.forEach(code -> prove(view, line, diagnosis, code)));
        suppose(view);
        versions.date(view, named(view, "version", STORY.version), STORY.version);
        LOG.info(
                "Données ouvertes de la démonstration chargées en {} s.",
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    private void prove(CommunityView view, ProblemLine line, Diagnosis diagnosis, String code) {
        diagnosis
                .measure(code)
                .flatMap(measure -> MeasuredEvidence.of(diagnosis, measure))
                .ifPresent(
                        facts -> problems.addEvidence(view, problem(view, line), named(view, line.title, code), facts));
    }

    private void suppose(CommunityView view) {
        var line = STORY.scenario;
        var id = named(view, "scénario", line.name);
        scenarios.create(view, id, line.name);
        var departure = new ScenarioChange(
                named(view, "départ", line.name),
                ScenarioChange.Kind.DEPARTURE,
                line.profession,
                line.commune,
                null,
                line.persons,
                BigDecimal.ONE,
                0);
        scenarios.add(view, id, scenarios.find(view.id(), id).change().version(), departure);
    }

    private Optional<Path> data() {
        return Optional.of(folder)
                .filter(given -> !given.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory);
    }

    private static Optional<Path> contours(Path data) {
        try (var walk = Files.walk(data, DEPTH)) {
            return walk.filter(path -> path.endsWith("contours")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same command that an administrator types. */
    private void run(String name, Path argument) {
        var command = commands.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        var said = new ByteArrayOutputStream();
        int code = command.run(List.of(argument.toString()), new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            LOG.warn("« {} » n’a pas tout lu :\n{}", name, said.toString(StandardCharsets.UTF_8));
        }
    }

    private static ProblemId problem(CommunityView view, ProblemLine line) {
        return new ProblemId(named(view, "problème", line.title));
    }

    /** The same id at each start: what is there already is not added again. */
    private static UUID named(CommunityView view, String what, String name) {
        return UUID.nameUUIDFromBytes((view.id().value() + "/" + what + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
