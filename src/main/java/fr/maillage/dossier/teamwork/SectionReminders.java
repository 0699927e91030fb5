package fr.maillage.dossier.teamwork;

import fr.maillage.access.AccountId;
import fr.maillage.access.Mandates;
import fr.maillage.access.Person;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.completeness.Completeness;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.Outline;
import fr.maillage.mail.Mail;
import fr.maillage.mail.Outbox;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.CheckItem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds people of the sections they were asked to write: three days before, and once when the day is past. Run twice, or
 * on two nodes at once, it sends nothing more: the reminder is written first, in the transaction of its mail.
 */
@Component
public class SectionReminders {

    private static final Logger LOG = LoggerFactory.getLogger(SectionReminders.class);

    private static final int DAYS_BEFORE = 3;

    private final JdbcClient db;
    private final Dossiers dossiers;
    private final Trames trames;
    private final Completeness completeness;
    private final Mandates mandates;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Today today;

    SectionReminders(
            JdbcClient db,
            Dossiers dossiers,
            Trames trames,
            Completeness completeness,
            Mandates mandates,
            Outbox outbox,
            TransactionTemplate transaction,
            Today today) {
        this.db = db;
        this.dossiers = dossiers;
        this.trames = trames;
        this.completeness = completeness;
        this.mandates = mandates;
        this.outbox = outbox;
        this.transaction = transaction;
        this.today = today;
    }

    private record Due(UUID dossierId, String sectionKey, UUID accountId, LocalDate dueDay, String slug, String name) {}

    /** In the morning in Paris; a day missed is made up for the next. */
    @Scheduled(cron = "0 30 7 * * *", zone = "Europe/Paris")
    public void run() {
        for (var due : due()) {
            try {
                remind(due);
            } catch (RuntimeException e) {
                // One section that fails must not keep the others waiting; the next run tries it again.
                LOG.error("reminder of section {} of dossier {} failed", due.sectionKey(), due.dossierId(), e);
            }
        }
    }

    private List<Due> due() {
        return db.sql("""
                        select a.dossier_id, a.section_key, a.account_id, a.due_day, c.slug, c.name
                        from dossier.assignment a
                        join dossier.dossier d on d.id = a.dossier_id and d.step in ('DRAFT', 'TO_COMPLETE')
                        join community.community c on c.id = d.community_id
                        where a.due_day <= :until and not exists (
                            select 1 from dossier.reminder r
                            where (r.dossier_id, r.section_key, r.account_id, r.due_day)
                                    = (a.dossier_id, a.section_key, a.account_id, a.due_day)
                              and r.kind = case when a.due_day < :today then 'LATE' else 'SOON' end)
                        order by a.dossier_id, a.section_key
                        """)
                .param("until", today.day().plusDays(DAYS_BEFORE))
                .param("today", today.day())
                .query(Due.class)
                .list();
    }

    private void remind(Due due) {
        var dossier = dossiers.find(new DossierId(due.dossierId()));
        var section = trames.of(dossier).section(due.sectionKey());
        var person = member(dossier, new AccountId(due.accountId()));
        if (section.isEmpty() || person.isEmpty() || isComplete(dossier, section.get())) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            if (write(due)) {
                outbox.send(mail(due, dossier, section.get(), person.get()));
            }
        });
    }

    /** Nothing leaves to somebody who is no longer of the team. */
    private Optional<Person> member(Dossier dossier, AccountId account) {
        return mandates.ofCommunity(dossier.community().value()).stream()
                .map(holder -> holder.person())
                .filter(person -> person.id().equals(account) && !person.disabled())
                .findFirst();
    }

    private boolean isComplete(Dossier dossier, TrameSection section) {
        return Outline.status(section, completeness.of(dossier.community(), dossier.kind())) == CheckItem.Status.DONE;
    }

    private boolean write(Due due) {
        return db.sql("""
                        insert into dossier.reminder (dossier_id, section_key, account_id, due_day, kind, sent_at)
                        values (:dossier, :section, :account, :due, :kind, :now) on conflict do nothing
                        """)
                        .param("dossier", due.dossierId())
                        .param("section", due.sectionKey())
                        .param("account", due.accountId())
                        .param("due", due.dueDay())
                        .param("kind", due.dueDay().isBefore(today.day()) ? "LATE" : "SOON")
                        .param("now", today.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Mail mail(Due due, Dossier dossier, TrameSection section, Person person) {
        boolean late = due.dueDay().isBefore(today.day());
        var day = French.date(due.dueDay());
        return new Mail(
                person.email(),
                (late ? "Section en retard : " : "Section attendue : ") + section.heading(),
                """
                %s

                La section « %s » %s, %s, vous est confiée. Elle %s le %s.

                %s
                """.formatted(
                                "Bonjour,",
                                section.heading(),
                                dossier.kind().ofThe(),
                                due.name(),
                                late ? "était attendue" : "est attendue",
                                day,
                                outbox.link("/cpts/" + due.slug() + "/"
                                        + dossier.kind().path() + "/sections/" + section.key())),
                Mail.Context.of("draft", dossier.id().value()));
    }
}
