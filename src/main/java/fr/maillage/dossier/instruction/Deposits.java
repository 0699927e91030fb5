package fr.maillage.dossier.instruction;

import fr.maillage.access.Actor;
import fr.maillage.access.Party;
import fr.maillage.community.CommunityView;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.dossier.DossierId;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.annexes.Enclosures;
import fr.maillage.dossier.completeness.Completeness;
import fr.maillage.dossier.completeness.Finding;
import fr.maillage.dossier.projection.CommunityFacts;
import fr.maillage.dossier.projection.CommunityReader;
import fr.maillage.dossier.projection.ProjectDocument;
import fr.maillage.dossier.projection.SignedDocument;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.library.Attached;
import fr.maillage.rules.LegalDelay;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Deposits a dossier: under its lock, the document is rendered, frozen with its SHA-256, acknowledged, and everybody is
 * told, in one transaction. A double click finds the dossier already deposited; a process killed meanwhile leaves a
 * draft. What the rules checked is what is frozen: the same facts and the same texts serve both (decision 0074).
 */
@Service
public class Deposits {

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final CommunityReader reader;
    private final Texts texts;
    private final Completeness completeness;
    private final ProjectDocument projection;
    private final Comparisons comparisons;
    private final Enclosures enclosures;
    private final DepositFiles documents;
    private final Moves moves;
    private final Silence silence;
    private final FrozenFiles files;
    private final Letters letters;
    private final Announcements announcements;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Today today;

    Deposits(
            JdbcClient jdbc,
            Dossiers dossiers,
            CommunityReader reader,
            Texts texts,
            Completeness completeness,
            ProjectDocument projection,
            Comparisons comparisons,
            Enclosures enclosures,
            DepositFiles documents,
            Moves moves,
            Silence silence,
            FrozenFiles files,
            Letters letters,
            Announcements announcements,
            JsonMapper json,
            TransactionTemplate transaction,
            Today today) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.reader = reader;
        this.texts = texts;
        this.completeness = completeness;
        this.projection = projection;
        this.comparisons = comparisons;
        this.enclosures = enclosures;
        this.documents = documents;
        this.moves = moves;
        this.silence = silence;
        this.files = files;
        this.letters = letters;
        this.announcements = announcements;
        this.json = json;
        this.transaction = transaction;
        this.today = today;
    }

    /**
     * Deposits the version in the making, even when nothing changed since the last one.
     *
     * @throws NotFound when nobody has begun this dossier
     */
    public DepositOutcome deposit(CommunityView view, DossierKind kind) {
        return deposit(view, kind, true, null);
    }

    /**
     * As {@link #deposit(CommunityView, DossierKind)}, with the signature told at the deposit.
     *
     * @param evenUnchanged whether to deposit again the texts and annexes of the last version
     * @param signed null when nobody signed in the form
     */
    DepositOutcome deposit(
            CommunityView view, DossierKind kind, boolean evenUnchanged, @Nullable SignatureAtDeposit signed) {
        var dossier = dossiers.of(view.id(), kind).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
        // Before the lock, in a transaction that sees one instant: the one that waits for a lock cannot be that one.
        var facts = reader.of(view.id());
        return Objects.requireNonNull(
                transaction.execute(_ -> deposit(view, dossier.id(), facts, evenUnchanged, signed)));
    }

    private DepositOutcome deposit(
            CommunityView view,
            DossierId id,
            CommunityFacts facts,
            boolean evenUnchanged,
            @Nullable SignatureAtDeposit signed) {
        var locked = silence.lock(id);
        var move = Move.COMPLETE.from().contains(locked.step()) ? Move.COMPLETE : Move.DEPOSIT;
        if (!move.allowed(locked.kind(), locked.step(), Party.CPTS)) {
            return new DepositOutcome.AlreadyDeposited(locked.step());
        }
        // Under the lock, which whoever saves a text shares: none is being saved.
        var dossier = dossiers.find(id);
        var written = texts.of(id);
        var report = completeness.of(dossier, facts, written);
        if (!report.depositable()) {
            return new DepositOutcome.Incomplete(report.blocking().size());
        }
        var now = today.instant();
        int version = locked.deposits() + 1;
        var projected = projection.of(dossier, facts, written, version, now);
        var annexes = annexes(view, id, signed);
        var since = evenUnchanged || annexesChanged(locked, annexes)
                ? Optional.<Comparisons.Since>empty()
                : comparisons.sinceLast(id, FrozenSection.of(projected)).filter(Comparisons.Since::unchanged);
        if (since.isPresent()) {
            return new DepositOutcome.Unchanged(since.get().version());
        }
        return new DepositOutcome.Deposited(
                freeze(locked, move, view.actor(), version, now, projected, report.findings(), annexes, signed));
    }

    /** The annexes as they stand, and the page signed by hand, which is one from now on. */
    private List<Attached> annexes(CommunityView view, DossierId id, @Nullable SignatureAtDeposit signed) {
        if (signed != null && signed.page() != null) {
            enclosures.attach(view, id, signed.page());
        }
        return enclosures.current(view.id(), id);
    }

    private boolean annexesChanged(LockedDossier locked, List<Attached> annexes) {
        return locked.lastDeposit() != null && enclosures.changedSince(locked.lastDeposit(), annexes);
    }

    private Deposit freeze(
            LockedDossier locked,
            Move move,
            Actor actor,
            int version,
            Instant now,
            ProjectDocument.Projected projected,
            List<Finding> findings,
            List<Attached> annexes,
            @Nullable SignatureAtDeposit signed) {
        var id = UUID.randomUUID();
        var signature = signed == null ? null : signed.signature();
        var legal = locked.kind().underLegalClock() ? delay(locked, move) : null;
        var deemedOn = legal == null ? null : legal.deemedValidatedOn();
        var rendered = documents.render(
                signature == null ? projected.document() : SignedDocument.of(projected.document(), signature));
        var facts = VersionFacts.of(locked.kind(), projected.facts(), rendered.pages());
        insert(locked, id, version, now, actor, legal, FrozenSection.of(projected), findings, facts);
        var by = By.cpts(actor);
        moves.take(locked, move, by, Moves.Details.about(id));
        var kept = documents.keep(locked, id, version, now, projected, rendered);
        enclosures.freeze(locked.id(), id, annexes, signature, signed == null ? null : signed.page(), actor.name());
        var receipt = letters.receipt(locked, version, now, actor.name(), legal, kept);
        kept.add(files.keep(
                locked.id(),
                id,
                null,
                FrozenFile.Kind.RECEIPT,
                "accuse-reception-%s-v%d.pdf".formatted(locked.number(), version),
                DocumentRenderer.PDF,
                receipt));
        announcements.deposited(locked, by, version, DossierDelay.of(move.to(), now, deemedOn, today.day()));
        return new Deposit(
                id,
                version,
                now,
                actor.name(),
                deemedOn,
                List.copyOf(kept),
                enclosures.ofDeposits(locked.id()).getOrDefault(id, List.of()),
                signature);
    }

    /** The legal delay of the version being deposited; after a request for a complement, the rule in force says which. */
    private LegalDelay delay(LockedDossier locked, Move move) {
        var own = LegalDelay.project(today.day());
        if (move != Move.COMPLETE) {
            return own;
        }
        return jdbc.sql("""
                        select p.deposited_at, p.deemed_on,
                            (select max(at) from dossier.move m where m.dossier_id = p.dossier_id
                             and m.move = 'ASK_MORE') as asked_at
                        from dossier.deposit p where p.id = :last
                        """)
                .param("last", locked.lastDeposit())
                .query((row, _) -> LegalDelay.project(
                                Today.dayOf(row.getTimestamp("deposited_at").toInstant()))
                        .validatingOn(row.getObject("deemed_on", LocalDate.class))
                        .continuedBy(
                                own, Today.dayOf(row.getTimestamp("asked_at").toInstant())))
                .single();
    }

    private void insert(
            LockedDossier locked,
            UUID id,
            int version,
            Instant now,
            Actor actor,
            @Nullable LegalDelay delay,
            List<FrozenSection> sections,
            List<Finding> findings,
            VersionFacts facts) {
        jdbc.sql("""
                        insert into dossier.deposit (id, dossier_id, ordinal, deposited_at, deposited_by, depositor_name,
                            sections, findings, facts, deemed_on, complement_stops)
                        values (:id, :dossier, :ordinal, :at, :by, :name, cast(:sections as jsonb),
                            cast(:findings as jsonb), cast(:facts as jsonb), :deemed, :stops)
                        """)
                .param("id", id)
                .param("dossier", locked.id().value())
                .param("ordinal", version)
                .param("at", Timestamp.from(now))
                .param("by", actor.account().value())
                .param("name", actor.name())
                .param("sections", json.writeValueAsString(sections))
                .param("findings", json.writeValueAsString(findings))
                .param("facts", json.writeValueAsString(facts))
                .param("deemed", delay == null ? null : Date.valueOf(delay.deemedValidatedOn()))
                .param("stops", delay != null && delay.suspension().suspends())
                .update();
        jdbc.sql("update dossier.dossier set draft = :next where id = :id")
                .param("next", version + 1)
                .param("id", locked.id().value())
                .update();
    }

    /** A dossier refused or lapsed becomes a draft again; what was deposited stays. */
    @Transactional
    MoveOutcome startAgain(CommunityView view, DossierKind kind) {
        var dossier = dossiers.of(view.id(), kind).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
        var locked = silence.lock(dossier.id());
        if (!Move.START_AGAIN.allowed(kind, locked.step(), Party.CPTS)) {
            return new MoveOutcome.NotFromHere(locked.step());
        }
        var by = By.cpts(view.actor());
        moves.take(locked, Move.START_AGAIN, by, Moves.Details.about(locked.lastDeposit()));
        announcements.moved(locked, Move.START_AGAIN, by, null, null);
        return new MoveOutcome.Done(Move.START_AGAIN.to());
    }
}
