package fr.maillage.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.audit.Journal;
import fr.maillage.datasets.ImportJob.State;
import fr.maillage.datasets.spi.DatasetReader;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.Reading;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.datasets.spi.Target;
import fr.maillage.datasets.spi.Vintage;
import fr.maillage.platform.Settings;
import fr.maillage.testing.MaillageTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The database says no: to a value for good, or for a while. */
@MaillageTest
class FailingImportsTest {

    private static final String KEY = "temps-de-route";
    private static final Target ROAD_TIME =
            new Target("diagnosis.road_time", "slot", "origin", "destination", "minutes");

    @Autowired
    Descriptors descriptors;

    @Autowired
    Vintages vintages;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Settings settings;

    @Autowired
    Journal journal;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    /** Against a constraint, and not of the type. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "beaucoup"})
    void aRowThatTheDatabaseRefusesIsRefusedForGood(String minutes) throws IOException {
        var imports = imports(minutes, null);
        var job = imports.run(descriptor(), SourceFile.of(file()), "essai", _ -> {});

        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(job.reason()).contains("hors des limites de ce jeu").contains("Rien n’a été remplacé");
        assertThat(vintages.current(KEY)).isEmpty();
        assertThat(jdbc.sql("select count(*) from datasets.vintage")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theCommandTellsWhatBrokeOff() throws IOException {
        var told = new ByteArrayOutputStream();
        var command = new ImportCommand(descriptors, imports("12", new CannotAcquireLockException("busy")), vintages);

        int code = command.run(List.of(KEY, file().toString()), new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("La base de données a interrompu la lecture")
                .contains("Relancez la même commande");
        assertThat(jdbc.sql("select state from datasets.job")
                        .query(String.class)
                        .single())
                .isEqualTo("STOPPED");
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("temps.csv"), "une ligne\n");
    }

    private Descriptor descriptor() {
        return descriptors.of(KEY).orElseThrow();
    }

    private Imports imports(String minutes, @Nullable RuntimeException end) {
        var reader = new DatasetReader() {
            @Override
            public String shape() {
                return descriptor().shape();
            }

            @Override
            public @Nullable String recognise(SourceFile file, Descriptor descriptor) {
                return null;
            }

            @Override
            public void read(Reading reading) {
                reading.row(ROAD_TIME, reading.vintage().slot(), "12145", "12084", minutes);
                reading.endRecord(10, 1);
            }

            @Override
            public Map<String, Long> complete(Vintage vintage, JdbcClient client) {
                if (end != null) {
                    throw end;
                }
                return Map.of();
            }
        };
        return new Imports(descriptors, List.of(reader), dataSource, jdbc, clock, settings, journal, transactions);
    }
}
