package fr.maillage.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

@MaillageTest
class DeliveryTest {

    @Autowired
    Outbox outbox;

    @Autowired
    Delivery delivery;

    @Autowired
    MailDirectory directory;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    /** An SMTP server that notes what it gets, and refuses while told to. */
    private static final class Server extends JavaMailSenderImpl {

        private final List<MimeMessage> received = new CopyOnWriteArrayList<>();
        private boolean refusing;
        private Runnable onReceipt = () -> {};

        @Override
        protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
            onReceipt.run();
            if (refusing) {
                throw new MailSendException("450 plus tard");
            }
            received.addAll(List.of(messages));
        }

        List<String> recipients() {
            return received.stream().map(Server::recipient).toList();
        }

        private static String recipient(MimeMessage message) {
            try {
                return message.getRecipients(Message.RecipientType.TO)[0].toString();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Server server = new Server();

    @Test
    void aMailLeavesOnceWithItsTextThenForgetsIt() throws Exception {
        write("paul@cpts.example");
        assertThat(delivery.deliverWaiting(server)).isEqualTo(1);
        assertThat(delivery.deliverWaiting(server)).isZero();
        var message = server.received.getFirst();
        assertThat(message.getSubject()).isEqualTo("Dossier reçu");
        assertThat(message.getContent().toString())
                .contains("Accusé de réception à l’adresse\u00A0:")
                .contains("Il ne contient aucune donnée de patient.");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(jdbc.sql("select body is null and sent_at is not null from mail.message")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aMailOfAnUndoneActNeverLeaves() {
        transaction.executeWithoutResult(status -> {
            outbox.send(mail("paul@cpts.example"));
            status.setRollbackOnly();
        });
        assertThat(delivery.deliverWaiting(server)).isZero();
        assertThatThrownBy(() -> outbox.send(mail("paul@cpts.example")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void twoNodesAtOnceSendEachMailOnce() throws Exception {
        for (var i = 0; i < 40; i++) {
            write("personne" + i + "@cpts.example");
        }
        var start = new CyclicBarrier(2);
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var runs = List.of(1, 2).stream()
                    .map(_ -> nodes.submit(() -> {
                        start.await();
                        return delivery.deliverWaiting(server);
                    }))
                    .toList();
            assertThat(runs.get(0).get() + runs.get(1).get()).isEqualTo(40);
        }
        assertThat(server.recipients()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void aRefusedMailIsTriedAgainLaterAndLaterThenGivenUp() {
        write("paul@cpts.example");
        server.refusing = true;
        var waits = List.of(1L, 4L, 16L, 64L, 360L, 360L, 360L);
        assertThat(delivery.deliverWaiting(server)).isZero();
        for (var i = 0; i < waits.size(); i++) {
            clock.advance(Duration.ofMinutes(waits.get(i)).minusSeconds(1));
            delivery.deliverWaiting(server);
            assertThat(attempts()).as("a second before").isEqualTo(i + 1);
            clock.advance(Duration.ofSeconds(1));
            delivery.deliverWaiting(server);
            assertThat(attempts()).as("after %s minutes", waits.get(i)).isEqualTo(i + 2);
        }
        assertThat(attempts()).isEqualTo(Delivery.MOST_ATTEMPTS);
        server.refusing = false;
        clock.advance(Duration.ofDays(3));
        assertThat(delivery.deliverWaiting(server)).as("given up").isZero();

        var id = jdbc.sql("select id from mail.message").query(UUID.class).single();
        assertThat(directory.find(id).orElseThrow().state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(directory.sendAgain(id)).isTrue();
        assertThat(delivery.deliverWaiting(server)).isEqualTo(1);
    }

    @Test
    void aNodeThatDiesWhileSendingLeavesAMarkAndNoSecondMail() {
        write("paul@cpts.example");
        server.onReceipt = () -> {
            throw new OutOfMemoryError("the process dies here");
        };
        assertThatThrownBy(() -> delivery.deliverWaiting(server)).isInstanceOf(OutOfMemoryError.class);
        server.onReceipt = () -> {};
        clock.advance(Duration.ofHours(1));
        assertThat(delivery.deliverWaiting(server)).isZero();
        var id = jdbc.sql("select id from mail.message").query(UUID.class).single();
        assertThat(directory.find(id).orElseThrow().state()).isEqualTo(MailState.INTERRUPTED);
        assertThat(directory.sendAgain(id)).isTrue();
        assertThat(directory.sendAgain(id)).as("a double click").isFalse();
        assertThat(delivery.deliverWaiting(server)).isEqualTo(1);
    }

    @Test
    void aSubjectCannotSmuggleAHeader() {
        assertThat(new Mail("a@b.example", "Objet\r\nBcc: c@d.example", "Texte", null).subject())
                .isEqualTo("Objet Bcc: c@d.example");
    }

    private int attempts() {
        return jdbc.sql("select attempts from mail.message")
                .query(Integer.class)
                .single();
    }

    private void write(String to) {
        transaction.executeWithoutResult(_ -> outbox.send(mail(to)));
    }

    private static Mail mail(String to) {
        return new Mail(
                to, "Dossier reçu", "Accusé de réception à l’adresse\u00A0:\n\nhttps://maillage.example/x", null);
    }
}
