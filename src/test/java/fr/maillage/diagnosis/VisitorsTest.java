package fr.maillage.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

/** Two visitors are served at once; a third is told to come back, and those who fail give their place back. */
class VisitorsTest {

    @Test
    void theThirdIsToldToComeBack() throws Exception {
        var visitors = new Visitors();
        var inside = new CountDownLatch(2);
        var leave = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                others.submit(() -> visitors.serve(() -> {
                    inside.countDown();
                    leave.await();
                    return "served";
                }));
            }
            inside.await();
            assertThatThrownBy(() -> visitors.serve(() -> "never"))
                    .isInstanceOf(ResponseStatusException.class)
                    .hasMessageContaining("503");
            leave.countDown();
        }
        assertThat(visitors.serve(() -> "served")).isEqualTo("served");
    }

    @Test
    void aFailureGivesItsPlaceBack() {
        var visitors = new Visitors();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> visitors.serve(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
