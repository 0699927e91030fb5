package fr.maillage.bench;

import fr.maillage.Application;
import fr.maillage.access.secret.Token;
import fr.maillage.platform.Command;
import fr.maillage.testing.TestHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.FileSystemUtils;

/** The program as it is served, with its embedded PostgreSQL, and one client that keeps its connection open. */
final class Program implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    private Program(ConfigurableApplicationContext context) {
        this.context = context;
        this.base = URI.create(
                "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** @param home wiped first */
    static Program start(Path home) throws IOException {
        FileSystemUtils.deleteRecursively(home);
        var application = new SpringApplication(Application.class);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("benchExcludes", new OnlyTheMakers()));
        return new Program(application.run(
                "--maillage.home=" + home,
                "--maillage.postgres-programs=" + TestHome.PROGRAMS,
                "--maillage.database-url=",
                "--maillage.demo=false",
                "--server.port=0"));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** As « ./maillage contours FOLDER » does. */
    boolean loadContours(Path folder) {
        return command("contours", folder);
    }

    /** As « ./maillage NAME FOLDER » does. */
    boolean command(String name, Path folder) {
        var command = context.getBeansOfType(Command.class).values().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return command.run(List.of(folder.toString()), System.out) == 0;
    }

    /** The bytes of a page as its person gets them. */
    byte[] get(String path, Token session) {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Cookie", "connexion=" + session.value()));
    }

    byte[] get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    byte[] postJson(String path, String json) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Anything but a plain 200 would be a measure of something else. */
    private byte[] send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " from " + answer.uri());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }

    /** Of the test sources, only what makes accounts and projects joins the program: its clock is the real one. */
    private static final class OnlyTheMakers extends TypeExcludeFilter {

        private static final Set<String> MAKERS =
                Set.of("TestAccounts", "TestCommunities", "TestContracts", "TestDossiers", "DatabaseSnapshot");

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            var type = reader.getClassMetadata().getClassName();
            return reader.getResource().getURI().toString().contains("/test-classes/")
                    && !MAKERS.contains(type.substring(type.lastIndexOf('.') + 1));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OnlyTheMakers;
        }

        @Override
        public int hashCode() {
            return OnlyTheMakers.class.hashCode();
        }
    }
}
