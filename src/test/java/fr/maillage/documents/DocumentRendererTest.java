package fr.maillage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for whom. */
class DocumentRendererTest {

    private final DocumentRenderer renderer = new DocumentRenderer();

    @Test
    @Timeout(60)
    void visitorsDelayThemselvesOnly() throws Exception {
        var document = Samples.letter();
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = others.submit(() -> renderer.pdfForVisitor(document, new Slow(begun, end)));
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(renderer.pdfForVisitor(document, new ByteArrayOutputStream()))
                    .isFalse();
            var deposit = new ByteArrayOutputStream();
            renderer.pdf(document, deposit);
            assertThat(deposit.size()).isPositive();

            end.countDown();
            assertThat(first.get()).isTrue();
        }
        assertThat(renderer.pdfForVisitor(document, new ByteArrayOutputStream()))
                .isTrue();
    }

    /** A reader that takes the bytes when it is told to. */
    private static final class Slow extends OutputStream {

        private final CountDownLatch begun;
        private final CountDownLatch end;

        Slow(CountDownLatch begun, CountDownLatch end) {
            this.begun = begun;
            this.end = end;
        }

        @Override
        public void write(int sign) throws IOException {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException stopped) {
                throw new UncheckedIOException(new IOException(stopped));
            }
        }
    }
}
