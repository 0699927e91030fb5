package fr.maillage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.professionals.Supply;
import fr.maillage.testing.MaillageTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a diagnosis is compared with is there before somebody asks, and never that of an earlier edition. */
@MaillageTest
class DiagnosisWarmUpTest {

    @Autowired
    ApplicationContext program;

    @Autowired
    Editions editions;

    @Autowired
    AccessMaps maps;

    @Autowired
    ComparisonsLoader loader;

    @Autowired
    Supply supply;

    @Autowired
    Diagnoses diagnoses;

    @Autowired
    AccessData data;

    DiagnosisWarmUp warmUp;

    @BeforeEach
    void anew() {
        warmUp = new DiagnosisWarmUp(editions, maps, loader, supply, diagnoses);
    }

    @Test
    void testsAreNotDisturbed() {
        assertThat(program.getBeanProvider(DiagnosisWarmUpThread.class).getIfAvailable())
                .isNull();
    }

    @Test
    void withoutAnyDatasetThereIsNothingToDo() {
        assertThat(warmUp.look()).isFalse();
        assertThat(warmUp.look()).isFalse();
    }

    @Test
    void theFirstVisitorFindsEverythingMadeOnce() {
        data.aroundMillau();
        data.directory(24, "12145");

        assertThat(warmUp.look()).isTrue();
        var comparisons = loader.current();
        var map = maps.current().orElseThrow();
        var figures = comparisons.figures().size();
        assertThat(figures).isPositive();
        assertThat(warmUp.look()).isFalse();

        diagnoses.of(List.of("12145"));
        assertThat(loader.current()).isSameAs(comparisons);
        assertThat(maps.current()).containsSame(map);
        assertThat(comparisons.figures()).hasSize(figures);
    }

    @Test
    void editionsThatComeOneAfterTheOtherAreWaitedFor() {
        data.aroundMillau();
        assertThat(warmUp.look()).isTrue();

        data.directory(24, "12145");
        assertThat(warmUp.look()).isFalse();
        data.directory(30, "12145");
        assertThat(warmUp.look()).isFalse();

        assertThat(warmUp.look()).isTrue();
        assertThat(warmUp.look()).isFalse();
    }

    @Test
    void afterASwitchNothingOfTheEarlierEditionIsServed() {
        data.aroundMillau();
        data.directory(24, "12145");
        warmUp.look();
        assertThat(doctors()).isEqualTo(24);

        data.directory(30, "12145");
        assertThat(doctors()).isEqualTo(30);
        warmUp.look();
        assertThat(doctors()).isEqualTo(30);
    }

    @Test
    @Timeout(30)
    void theThreadWarmsUpOnceItIsStartedAndEndsWithTheProgram() throws InterruptedException {
        data.aroundMillau();
        data.directory(24, "12145");
        var thread = new DiagnosisWarmUpThread(warmUp);

        thread.start();
        thread.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !loader.current().figures().isEmpty());
        long start = System.nanoTime();
        thread.stop();

        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(4);
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(one -> one.getName().equals("diagnosis-warm-up")))
                .isEmpty();
    }

    private int doctors() {
        return diagnoses.of(List.of("12145")).professionals().stream()
                .filter(profession -> profession.code().equals("10"))
                .findFirst()
                .orElseThrow()
                .persons();
    }
}
