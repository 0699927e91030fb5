package fr.maillage.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./maillage}, on a machine where something is missing. */
@Timeout(60)
class LauncherTest {

    /** The few usual programs that the script calls, in a folder that holds neither Java nor Maven. */
    private static final List<String> USUAL =
            List.of("bash", "dirname", "cat", "id", "find", "readlink", "touch", "mkdir", "rm", "mv", "env");

    @TempDir
    Path folder;

    Path bin;
    Path script;

    @BeforeEach
    void prepare() throws IOException {
        bin = Files.createDirectory(folder.resolve("bin"));
        for (var program : USUAL) {
            Files.createSymbolicLink(bin.resolve(program), which(program));
        }
        program("apt-get", "exit 1");
        script = folder.resolve("maillage");
        Files.copy(Path.of("maillage"), script);
        script.toFile().setExecutable(true);
        Files.createDirectories(folder.resolve("src/main"));
        Files.createFile(folder.resolve("pom.xml"));
    }

    @Test
    void helpsWithoutAnyArgumentAndRefusesUnknownWords() throws Exception {
        assertThat(run(Map.of()).text()).contains("./maillage COMMANDE", "sauvegarde FICHIER", "MAILLAGE_HOME");
        var unknown = run(Map.of(), "démarre");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.text()).contains("Commande inconnue : démarre", "./maillage COMMANDE");
    }

    @Test
    void saysThatTheJdkIsMissingAndHowToInstallIt() throws Exception {
        assumeTrue(Files.notExists(Path.of("/opt/java")), "the machine keeps its JDK where the script looks");
        jdk("21");
        // Whatever JDK 25 this machine has in its usual folder is out of sight.
        Files.writeString(script, Files.readString(script).replace("/usr/lib/jvm/*", folder + "/rien/*"));
        var answer = run(Map.of("JAVA_HOME", folder.resolve("jdk-21").toString()), "run");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("Il manque un JDK 25", "apt-get install openjdk-25-jdk-headless");
    }

    @Test
    void saysThatMavenIsMissingAndHowToInstallIt() throws Exception {
        jdk("25.0.3");
        var answer = run(Map.of("JAVA_HOME", folder.resolve("jdk-25.0.3").toString()), "run");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("Il manque Maven", "apt-get install maven");
    }

    @Test
    void saysThatChromiumIsMissing() throws Exception {
        jdk("25.0.3");
        program("mvn", "echo ne doit pas être appelé");
        var answer = run(Map.of("JAVA_HOME", folder.resolve("jdk-25.0.3").toString()), "test");
        assertThat(answer.code()).isNotZero();
        assertThat(answer.text())
                .contains("Il manque Chromium", "MAILLAGE_CHROMIUM")
                .doesNotContain("ne doit pas");
    }

    @Test
    void testsWithTheJdkItFoundAndTheBrowserItWasGiven() throws Exception {
        jdk("25");
        program("mvn", "echo \"$* $JAVA_HOME $MAILLAGE_CHROMIUM\"");
        var home = folder.resolve("jdk-25");
        var answer = run(
                Map.of(
                        "JAVA_HOME",
                        home.toString(),
                        "MAILLAGE_CHROMIUM",
                        bin.resolve("bash").toString()),
                "test");
        assertThat(answer.code()).isZero();
        assertThat(answer.text()).contains("verify " + home + " " + bin.resolve("bash"));
    }

    private record Answer(int code, String text) {}

    private Answer run(Map<String, String> environment, String... args) throws Exception {
        var command = new java.util.ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        // The script's first line names env by its path, which then looks for bash here.
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    private void jdk(String version) throws IOException {
        var home = folder.resolve("jdk-" + version);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(home.resolve("bin/javac"), "exit 0");
    }

    private void program(String name, String body) throws IOException {
        executable(bin.resolve(name), body);
    }

    private static void executable(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path which(String program) {
        return List.of("/usr/bin", "/bin").stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
