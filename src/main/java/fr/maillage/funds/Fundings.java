package fr.maillage.funds;

import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Option;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The grants of a CPTS: what their agreements say, what is announced, what is received. */
@Service
@Transactional
public class Fundings {

    private final JdbcClient db;
    private final FundingReader reader;
    private final Journal journal;
    private final Today today;

    Fundings(JdbcClient db, FundingReader reader, Journal journal, Today today) {
        this.db = db;
        this.reader = reader;
        this.journal = journal;
        this.today = today;
    }

    /** All of them, archived ones too, by number. */
    @Transactional(readOnly = true)
    public List<Funding> of(CommunityId community) {
        return reader.of(community);
    }

    /** @throws NotFound for a number that the CPTS has not given */
    @Transactional(readOnly = true)
    public Funding find(CommunityView view, int number) {
        return reader.of(view.id()).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("funding " + number + " of " + view.id()));
    }

    /** Those that may be chosen to have paid something. */
    @Transactional(readOnly = true)
    public List<Option> options(CommunityId community) {
        return reader.of(community).stream()
                .filter(each -> !each.archived())
                .map(each -> new Option(each.id().toString(), each.name()))
                .toList();
    }

    /** Its number; the same form sent twice adds one. */
    public int add(CommunityView view, UUID id, Funding.Facts facts) {
        db.sql("select id from community.community where id = ? for no key update")
                .param(view.id().value())
                .query(UUID.class)
                .single();
        int added = bind(db.sql("""
                                insert into funds.funding (id, community_id, number, kind, funder, title, reference, signed_on,
                                    first_day, last_day, granted, mission, tied, conditions, to_return, return_reason,
                                    changed_at, changed_by)
                                select :id, :community, coalesce(max(number), 0) + 1, :kind, :funder, :title, :reference,
                                    :signed, :first, :last, :granted, :mission, :tied, :conditions, :return, :reason, :at, :by
                                from funds.funding where community_id = :community
                                on conflict (id) do nothing
                                """), view, id, facts).update();
        var number = db.sql("select number from funds.funding where community_id = ? and id = ?")
                .params(view.id().value(), id)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("funding " + id + " of " + view.id()));
        if (added == 1) {
            record(
                    view,
                    id,
                    "funding.added",
                    "Financement ajouté\u00A0: " + name(facts) + ", " + French.amount(facts.granted()) + ".");
        }
        return number;
    }

    /** False when somebody changed it since the form was shown. */
    public boolean change(CommunityView view, Funding funding, int version, Funding.Facts facts) {
        int changed = bind(db.sql("""
                                update funds.funding set kind = :kind, funder = :funder, title = :title,
                                    reference = :reference, signed_on = :signed, first_day = :first, last_day = :last,
                                    granted = :granted, mission = :mission, tied = :tied, conditions = :conditions,
                                    to_return = :return, return_reason = :reason, version = version + 1, changed_at = :at,
                                    changed_by = :by
                                where community_id = :community and id = :id and version = :version
                                """), view, funding.id(), facts)
                .param("version", version)
                .update();
        if (changed == 1) {
            record(
                    view,
                    funding.id(),
                    "funding.changed",
                    "Financement modifié\u00A0: " + name(facts) + ", " + French.amount(facts.granted()) + ".");
        }
        return changed == 1;
    }

    /** Takes it out of what may pay, or puts it back; it stays readable. */
    public void archive(CommunityView view, Funding funding, boolean archived) {
        int changed = db.sql("""
                        update funds.funding set archived_at = :archivedAt::timestamptz, version = version + 1,
                            changed_at = :at, changed_by = :by
                        where community_id = :community and id = :id and (archived_at is null) = :archived
                        """)
                .param("archivedAt", archived ? Timestamp.from(today.instant()) : null, Types.TIMESTAMP)
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .param("community", view.id().value())
                .param("id", funding.id())
                .param("archived", archived)
                .update();
        if (changed == 1) {
            record(
                    view,
                    funding.id(),
                    archived ? "funding.archived" : "funding.restored",
                    "Financement " + (archived ? "archivé" : "remis dans la liste") + "\u00A0: " + funding.name()
                            + ".");
        }
    }

    /** Notes a payment that the funder announced; the same form sent twice notes one. */
    public void expect(CommunityView view, Funding funding, Funding.Instalment instalment) {
        int added = db.sql("""
                        insert into funds.instalment (id, funding_id, due_on, amount, condition, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                .params(
                        instalment.id(),
                        funding.id(),
                        Date.valueOf(instalment.dueOn()),
                        instalment.amount().value(),
                        instalment.condition(),
                        view.actor().name(),
                        Timestamp.from(today.instant()))
                .update();
        if (added == 1) {
            record(view, funding.id(), "funding.expected", "Versement annoncé par " + told(funding, instalment));
        }
    }

    public void forget(CommunityView view, Funding funding, UUID instalment) {
        funding.instalments().stream()
                .filter(each -> each.id().equals(instalment))
                .findFirst()
                .ifPresent(found -> {
                    int gone = db.sql("delete from funds.instalment where id = ? and funding_id = ?")
                            .params(instalment, funding.id())
                            .update();
                    if (gone == 1) {
                        record(
                                view,
                                funding.id(),
                                "funding.unexpected",
                                "Versement annoncé retiré, " + told(funding, found));
                    }
                });
    }

    private static String told(Funding funding, Funding.Instalment instalment) {
        return funding.facts().funder() + "\u00A0: " + French.amount(instalment.amount()) + " le "
                + French.date(instalment.dueOn()) + ".";
    }

    /** Null when it is noted, else why not, in French; the same form sent twice notes one. */
    public @Nullable String receive(
            CommunityView view, Funding funding, UUID id, LocalDate day, Euros amount, String label) {
        int added = db.sql("""
                        insert into funds.receipt (id, funding_id, received_on, amount, label, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        id,
                        funding.id(),
                        Date.valueOf(day),
                        amount.value(),
                        label,
                        view.actor().name(),
                        Timestamp.from(today.instant()))
                .update();
        if (added == 1) {
            record(
                    view,
                    funding.id(),
                    "funding.received",
                    "Versement de " + funding.facts().funder() + " du " + French.date(day) + " noté\u00A0: "
                            + French.amount(amount) + ".");
            return null;
        }
        for (var before : find(view, funding.number()).receipts()) {
            var same = before.day().equals(day)
                    && before.amount().compareTo(amount) == 0
                    && before.label().equalsIgnoreCase(label);
            if (before.id().equals(id)) {
                return same && before.counts()
                        ? null
                        : "Ce formulaire a déjà servi à noter " + French.amount(before.amount())
                                + (before.counts() ? "" : ", annulés depuis")
                                + ". Rien n’a été ajouté. S’il s’agit d’un autre versement, envoyez de nouveau.";
            }
            if (same && before.counts()) {
                return "Ce versement est déjà noté par " + before.recordedBy()
                        + "\u00A0: même jour, même montant, même libellé. Rien n’a été ajouté.";
            }
        }
        throw new NotFound("receipt " + id + " of funding " + funding.number());
    }

    /** Takes a receipt out of the sums; it stays readable. */
    public void cancel(CommunityView view, Funding funding, UUID receipt) {
        int changed = db.sql("""
                        update funds.receipt set cancelled_at = ?, cancelled_by = ?
                        where id = ? and funding_id = ? and cancelled_at is null
                        """)
                .params(Timestamp.from(today.instant()), view.actor().name(), receipt, funding.id())
                .update();
        if (changed == 1) {
            record(
                    view,
                    funding.id(),
                    "funding.uncounted",
                    "Versement de " + funding.facts().funder() + " annulé.");
        }
    }

    private JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, CommunityView view, UUID id, Funding.Facts facts) {
        return statement
                .param("id", id)
                .param("community", view.id().value())
                .param("kind", facts.kind().code())
                .param("funder", facts.funder())
                .param("title", facts.title())
                .param("reference", facts.reference())
                .param("signed", facts.signedOn(), Types.DATE)
                .param("first", Date.valueOf(facts.firstDay()))
                .param("last", Date.valueOf(facts.lastDay()))
                .param("granted", facts.granted().value())
                .param(
                        "mission",
                        facts.mission() == null ? null : facts.mission().code(),
                        Types.VARCHAR)
                .param("tied", facts.tied())
                .param("conditions", facts.conditions())
                .param("return", facts.toReturn().value())
                .param("reason", facts.returnReason())
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name());
    }

    private static String name(Funding.Facts facts) {
        return facts.funder() + ", " + facts.title();
    }

    private void record(CommunityView view, UUID id, String action, String sentence) {
        journal.record(Entry.of(view.author(), Subject.of("funding", id), action, sentence)
                .in(view.id().value()));
    }
}
