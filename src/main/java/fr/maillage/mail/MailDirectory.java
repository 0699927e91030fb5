package fr.maillage.mail;

import fr.maillage.shared.Today;
import fr.maillage.ui.ListQuery;
import fr.maillage.ui.ListSpec;
import fr.maillage.ui.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The mails of the outbox, for the administrator. */
@Repository
class MailDirectory {

    static final ListSpec SPEC = ListSpec.sortedBy("date", "m.created_at")
            .descending()
            .column("destinataire", "m.recipient")
            .column("objet", "m.subject")
            .filters("etat");

    private static final String MAILS = """
            (select *, case when sent_at is not null then 'sent'
                            when given_up_at is not null then 'given_up'
                            when claimed_at < :stale then 'interrupted'
                            when :configured then 'waiting'
                            else 'kept' end as state
               from mail.message)
            """;

    private static final String FROM = " from " + MAILS + """
             m where (m.recipient::text ilike :like or public.unaccent(m.subject) ilike public.unaccent(:like))
               and (:state = '' or m.state = :state)
            """;

    private final JdbcClient jdbc;
    private final Today today;
    private final Delivery delivery;

    MailDirectory(JdbcClient jdbc, Today today, Delivery delivery) {
        this.jdbc = jdbc;
        this.today = today;
        this.delivery = delivery;
    }

    Listing<MailLine> page(ListQuery query) {
        var rows = with(
                        query,
                        "select m.*" + FROM + " order by " + query.orderBy() + ", m.id offset :offset limit :limit")
                .param("offset", query.offset())
                .param("limit", query.size())
                .query((row, _) -> line(row))
                .list();
        return query.listing(
                rows, with(query, "select count(*)" + FROM).query(Long.class).single());
    }

    /** The whole list, for its export. */
    List<MailLine> all(ListQuery query) {
        return with(query, "select m.*" + FROM + " order by " + query.orderBy() + ", m.id")
                .query((row, _) -> line(row))
                .list();
    }

    Optional<MailLine> find(UUID id) {
        return common(jdbc.sql("select m.* from " + MAILS + " m where m.id = :id"))
                .param("id", id)
                .query((row, _) -> line(row))
                .optional();
    }

    /** @return whether it waits again: only an interrupted or abandoned mail may be sent once more */
    @Transactional
    public boolean sendAgain(UUID id) {
        return jdbc.sql("""
                update mail.message
                   set claimed_at = null, given_up_at = null, attempts = 0, next_attempt_at = :now
                 where id = :id and sent_at is null and (given_up_at is not null or claimed_at < :stale)
                """)
                        .param("now", today.instant().atOffset(ZoneOffset.UTC))
                        .param("stale", stale())
                        .param("id", id)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec with(ListQuery query, String sql) {
        var state = query.filter("etat");
        return common(jdbc.sql(sql)).param("like", query.like()).param("state", state == null ? "" : state);
    }

    private JdbcClient.StatementSpec common(JdbcClient.StatementSpec statement) {
        return statement.param("stale", stale()).param("configured", delivery.configured());
    }

    /** A claim older than this was left by a node that stopped: the server's time-outs add up to far less. */
    private OffsetDateTime stale() {
        return today.instant().atOffset(ZoneOffset.UTC).minusMinutes(10);
    }

    private static MailLine line(ResultSet row) throws SQLException {
        return new MailLine(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                MailState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                instant(row, "sent_at"),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
