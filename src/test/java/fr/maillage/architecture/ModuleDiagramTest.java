package fr.maillage.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The diagram of docs/architecture.md is drawn from the code: the build fails when the committed one differs. */
class ModuleDiagramTest {

    private static final Path PAGE = Path.of("docs/architecture.md");
    private static final ApplicationModules MODULES = ApplicationModules.of(Application.class);

    @Test
    void theCommittedDiagramIsTheOneOfTheCode() throws IOException {
        var drawn = diagram();
        var page = Files.readString(PAGE);
        if (!page.contains(drawn)) {
            var fresh = Path.of("target/architecture-diagram.md");
            Files.createDirectories(fresh.getParent());
            Files.writeString(fresh, drawn);
        }
        assertThat(page.contains(drawn))
                .as("docs/architecture.md holds the module diagram; replace it by target/architecture-diagram.md")
                .isTrue();
    }

    /** Arrows that the code really takes; those to shared and ui, which everybody takes, would hide the others. */
    private static String diagram() {
        var text = new StringBuilder("```mermaid\nflowchart TD\n");
        MODULES.stream()
                .sorted(Comparator.comparing(module -> module.getIdentifier().toString()))
                .forEach(module -> text.append(arrows(module)));
        return text.append("```").toString();
    }

    private static String arrows(ApplicationModule module) {
        var name = module.getIdentifier().toString();
        var targets = module.getDirectDependencies(MODULES, DependencyType.values()).stream()
                .map(dependency -> dependency.getTargetModule().getIdentifier().toString())
                .distinct()
                .filter(target -> !target.equals("shared") && !target.equals("ui"))
                .sorted()
                .collect(Collectors.joining(" & "));
        return targets.isEmpty() ? "    %s\n".formatted(name) : "    %s --> %s\n".formatted(name, targets);
    }
}
