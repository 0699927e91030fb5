package fr.maillage.mail;

import fr.maillage.shared.Today;
import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands waiting mails to the SMTP server. Several nodes may run it at once: a mail is claimed, and the claim committed,
 * before the server is called, so that a mail never leaves twice. A node that dies between the two leaves a claim
 * without end: the administrator sees it as interrupted and decides, since nobody can know whether it left.
 */
@Component
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** After so many refusals by the server a mail is given up and shown as such: about a day with the waits below. */
    static final int MOST_ATTEMPTS = 8;

    private final JdbcClient jdbc;
    private final Today today;
    private final MailSettings settings;
    private final ObjectProvider<JavaMailSender> smtp;

    Delivery(JdbcClient jdbc, Today today, MailSettings settings, ObjectProvider<JavaMailSender> smtp) {
        this.jdbc = jdbc;
        this.today = today;
        this.settings = settings;
        this.smtp = smtp;
    }

    /** @return whether mails leave by SMTP; if not they are kept and read by the administrator */
    boolean configured() {
        return smtp.getIfAvailable() != null;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void deliverWaiting() {
        var server = smtp.getIfAvailable();
        if (server != null) {
            deliverWaiting(server);
        }
    }

    /** @return how many left */
    int deliverWaiting(JavaMailSender server) {
        var sent = 0;
        for (var next = claim(); next.isPresent(); next = claim()) {
            if (deliver(server, next.get())) {
                sent++;
            }
        }
        return sent;
    }

    private record Claimed(UUID id, String recipient, String subject, String body, int attempts) {}

    /** One statement, its own transaction: when it returns, no other node can take the same mail. */
    private Optional<Claimed> claim() {
        return jdbc.sql("""
                update mail.message set claimed_at = :now, attempts = attempts + 1
                 where id = (select id from mail.message
                              where claimed_at is null and sent_at is null and given_up_at is null
                                and next_attempt_at <= :now
                              order by next_attempt_at, id limit 1
                                for update skip locked)
                returning id, recipient, subject, body, attempts
                """).param("now", now()).query(Claimed.class).optional();
    }

    private boolean deliver(JavaMailSender server, Claimed mail) {
        try {
            var message = server.createMimeMessage();
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from(), "Maillage");
            helper.setTo(mail.recipient());
            helper.setSubject(mail.subject());
            helper.setText(mail.body());
            // Fixed by the mail, not by the attempt: a mail server drops a double on its own.
            message.setHeader("X-Maillage-Id", mail.id().toString());
            message.setHeader("Auto-Submitted", "auto-generated");
            server.send(message);
        } catch (MailException | MessagingException | UnsupportedEncodingException refusal) {
            postpone(mail, String.valueOf(refusal.getMessage()));
            return false;
        }
        jdbc.sql("update mail.message set sent_at = :now, body = null, last_error = null where id = :id")
                .param("now", now())
                .param("id", mail.id())
                .update();
        return true;
    }

    private void postpone(Claimed mail, String error) {
        LOG.warn("mail {} was refused by the server (attempt {}): {}", mail.id(), mail.attempts(), error);
        jdbc.sql("""
                update mail.message
                   set claimed_at = null, last_error = :error, next_attempt_at = :next,
                       given_up_at = case when :last then :now end
                 where id = :id
                """)
                .param("error", error)
                .param("next", now().plus(wait(mail.attempts())))
                .param("last", mail.attempts() >= MOST_ATTEMPTS)
                .param("now", now())
                .param("id", mail.id())
                .update();
    }

    /** 1, 4, 16, 64 minutes, then every 6 hours. */
    static Duration wait(int attempts) {
        return attempts > 4 ? Duration.ofHours(6) : Duration.ofMinutes(1L << (2 * (attempts - 1)));
    }

    private OffsetDateTime now() {
        return today.instant().atOffset(ZoneOffset.UTC);
    }
}
