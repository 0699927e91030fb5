package fr.maillage.mail;

import fr.maillage.platform.Settings;
import fr.maillage.shared.Today;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where modules leave their e-mails. A mail is written in the transaction of the act that it tells of: undone act, no
 * mail. It leaves afterwards by SMTP when {@code spring.mail.host} is set; otherwise it stays readable at
 * {@code /administration/courriels}.
 */
@Service
public class Outbox {

    private final JdbcClient jdbc;
    private final Today today;
    private final Settings settings;

    Outbox(JdbcClient jdbc, Today today, Settings settings) {
        this.jdbc = jdbc;
        this.today = today;
        this.settings = settings;
    }

    /** @throws org.springframework.transaction.IllegalTransactionStateException outside the transaction of an act */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Mail mail) {
        var context = mail.context();
        var now = today.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                insert into mail.message (id, recipient, subject, body, context_kind, context_id,
                                          created_at, next_attempt_at)
                values (:id, :to, :subject, :body, :kind, :context, :now, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("to", mail.to())
                .param("subject", mail.subject())
                .param("body", mail.text().strip() + footer())
                .param("kind", context == null ? null : context.kind(), Types.VARCHAR)
                .param("context", context == null ? null : context.id(), Types.VARCHAR)
                .param("now", now)
                .update();
    }

    /** The address under which people reach this program, for the links in mails: {@code link("/connexion")}. */
    public String link(String path) {
        return settings.baseUrl() + path;
    }

    private String footer() {
        return """


                --\s
                Maillage, la plateforme des communautés professionnelles territoriales de santé
                %s
                Ce message est envoyé par le programme : n’y répondez pas.
                Il ne contient aucune donnée de patient.
                """.formatted(settings.baseUrl()).replace(" :", "\u00A0:");
    }
}
