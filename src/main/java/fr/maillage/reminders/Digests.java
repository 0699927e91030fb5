package fr.maillage.reminders;

import fr.maillage.access.AccountId;
import fr.maillage.access.Actor;
import fr.maillage.mail.Mail;
import fr.maillage.mail.Outbox;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The deadlines of each person, by e-mail on Monday morning: those that are new or have come closer since the last time,
 * and nothing when there are none. Run twice, or on two nodes at once, it sends nothing more: the week is written first,
 * in the transaction of the e-mail.
 */
@Component
class Digests {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

    /** An e-mail shows so many deadlines of each title; the page has them all. */
    private static final int MOST = 15;

    private final JdbcClient db;
    private final Deadlines deadlines;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Today today;

    Digests(JdbcClient db, Deadlines deadlines, Outbox outbox, TransactionTemplate transaction, Today today) {
        this.db = db;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.transaction = transaction;
        this.today = today;
    }

    private record Reader(UUID id, String email) {}

    /** In the morning in Paris; a Monday when the program was down is made up for on the next day. */
    @Scheduled(cron = "0 10 7 * * *", zone = "Europe/Paris")
    void run() {
        var week = today.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var reader : readers(week)) {
            try {
                transaction.executeWithoutResult(_ -> tell(reader, week));
            } catch (RuntimeException e) {
                // One person that fails must not keep the others waiting; the next run tries again.
                LOG.error("digest of account {} failed", reader.id(), e);
            }
        }
    }

    /** Whether a person receives the e-mail. */
    boolean isWanted(AccountId account) {
        return db.sql("select not exists (select from reminders.without_digest where account_id = ?)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    void want(Actor actor, boolean wanted) {
        if (wanted) {
            db.sql("delete from reminders.without_digest where account_id = ?")
                    .param(actor.account().value())
                    .update();
        } else {
            db.sql("insert into reminders.without_digest (account_id, since) values (?, ?) on conflict do nothing")
                    .params(actor.account().value(), today.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Those who held a mandate on that Monday already: who comes later in the week waits for the next one. */
    private List<Reader> readers(LocalDate week) {
        return db.sql("""
                        select a.id, a.email::text as email from access.account a
                        where a.disabled_at is null
                          and exists (select from access.mandate_on(:today) m where m.account_id = a.id
                              and m.from_day <= :week and m.role <> 'ADMINISTRATION')
                          and not exists (select from reminders.without_digest w where w.account_id = a.id)
                          and not exists (select from reminders.digest d where d.account_id = a.id and d.week = :week)
                        order by a.id
                        """)
                .param("today", today.day())
                .param("week", week)
                .query(Reader.class)
                .list();
    }

    private void tell(Reader reader, LocalDate week) {
        if (!take(reader, week)) {
            return;
        }
        var news = news(reader);
        var count = news.values().stream().mapToInt(List::size).sum();
        if (count > 0) {
            db.sql("update reminders.digest set told = ? where account_id = ? and week = ?")
                    .params(count, reader.id(), week)
                    .update();
            outbox.send(mail(reader, news, count));
        }
    }

    private boolean take(Reader reader, LocalDate week) {
        return db.sql("""
                        insert into reminders.digest (account_id, week, looked_at, told) values (?, ?, ?, 0)
                        on conflict do nothing
                        """)
                        .params(reader.id(), week, today.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Map<Nearness, List<Dated>> news(Reader reader) {
        var news = new EnumMap<Nearness, List<Dated>>(Nearness.class);
        for (var line : deadlines.of(new AccountId(reader.id()))) {
            Nearness.of(line)
                    .filter(nearness -> isNew(reader, line, nearness))
                    .ifPresent(nearness -> news.computeIfAbsent(nearness, _ -> new ArrayList<>())
                            .add(line));
        }
        return news;
    }

    /** Written as told in the same movement. */
    private boolean isNew(Reader reader, Dated line, Nearness nearness) {
        return db.sql("""
                        insert into reminders.told (account_id, code, day, nearness) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(reader.id(), line.code(), line.deadline().day(), nearness.name())
                        .update()
                == 1;
    }

    private Mail mail(Reader reader, Map<Nearness, List<Dated>> news, int count) {
        var text =
                new StringBuilder("Bonjour,\n\nVoici les échéances nouvelles, ou plus proches que la dernière fois.\n");
        news.forEach((nearness, lines) -> {
            text.append('\n').append(nearness.title()).append('\n');
            lines.stream().limit(MOST).forEach(line -> text.append(words(line)));
            if (lines.size() > MOST) {
                text.append("\nEt ")
                        .append(French.count(lines.size() - MOST, "autre échéance", "autres échéances"))
                        .append(", à lire dans Maillage.\n");
            }
        });
        text.append("\nPour ne plus recevoir ce message\u00A0:\n")
                .append(outbox.link("/compte/echeances"))
                .append('\n');
        return new Mail(
                reader.email(),
                count == 1
                        ? "Une échéance approche ou est dépassée"
                        : count + " échéances approchent ou sont dépassées",
                text.toString(),
                Mail.Context.of("digest", reader.id()));
    }

    private String words(Dated line) {
        var deadline = line.deadline();
        var href = line.href();
        return "\n" + French.date(deadline.day()) + " (" + line.distance() + "), " + line.community() + "\n"
                + deadline.label() + "\n" + deadline.rule() + "\n" + (href == null ? "" : outbox.link(href) + "\n");
    }
}
