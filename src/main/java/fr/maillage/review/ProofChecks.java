package fr.maillage.review;

import fr.maillage.access.InstitutionView;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.review.ReviewProofs.Proof;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which proofs institutions ask to check, and what they find. */
@Service
public class ProofChecks {

    public enum Way {
        ALL("Toutes"),
        RANDOM("Un nombre tiré au hasard"),
        CHOSEN("Celles que je coche");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A draw, as both sides read it.
     *
     * @param seed of a draw at random: the same seed among the same proofs draws the same ones
     */
    public record Sample(
            String institution, Way way, @Nullable String seed, int drawn, int among, java.time.Instant at) {

        public String shown() {
            return institution + " a demandé à contrôler " + French.count(drawn, "preuve", "preuves") + " sur " + among
                    + " le " + French.date(at)
                    + switch (way) {
                        case ALL -> ", toutes.";
                        case RANDOM -> ", tirées au hasard avec la graine " + seed + ".";
                        case CHOSEN -> ", choisies.";
                    };
        }
    }

    /** What came of a finding. */
    public sealed interface Outcome {

        record Done() implements Outcome {}

        /** Somebody found something of it meanwhile, or the file was replaced: nothing was written. */
        record Overtaken() implements Outcome {}

        record Closed(String by) implements Outcome {}
    }

    private final JdbcClient db;
    private final Journal journal;
    private final Today today;

    ProofChecks(JdbcClient db, Journal journal, Today today) {
        this.db = db;
        this.journal = journal;
        this.today = today;
    }

    /** Oldest first. */
    public List<Sample> of(YearlyReview review) {
        return db.sql("""
                        select s.*, i.name from review.sample s join access.institution i on i.id = s.institution_id
                        where s.review_id = ? order by s.drawn_at, s.id
                        """)
                .param(review.id())
                .query((rs, _) -> new Sample(
                        rs.getString("name"),
                        Way.valueOf(rs.getString("way")),
                        rs.getString("seed"),
                        rs.getInt("drawn"),
                        rs.getInt("among"),
                        rs.getTimestamp("drawn_at").toInstant()))
                .list();
    }

    /**
     * Keeps a draw; the same form sent twice draws once, a proof drawn already stays with its finding.
     *
     * @param drawn at least one
     */
    @Transactional
    public Outcome draw(
            InstitutionView view,
            YearlyReview review,
            UUID id,
            Way way,
            @Nullable String seed,
            List<Proof> drawn,
            int among) {
        var closed = locked(review);
        if (closed != null) {
            return closed;
        }
        int added = db.sql("""
                        insert into review.sample (id, review_id, institution_id, way, seed, drawn, among, drawn_at, drawn_by)
                        values (:id, :review, :institution, :way, :seed, :drawn, :among, :at, :by)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("review", review.id())
                .param("institution", view.institution().id().value())
                .param("way", way.name())
                .param("seed", seed, Types.VARCHAR)
                .param("drawn", drawn.size())
                .param("among", among)
                .param("at", Timestamp.from(today.instant()))
                .param("by", view.actor().name())
                .update();
        if (added == 0) {
            return new Outcome.Done();
        }
        for (var proof : drawn) {
            db.sql("""
                            insert into review.proof_check (id, review_id, sample_id, thing, document_id)
                            values (?, ?, ?, ?, ?) on conflict (review_id, thing, document_id) do nothing
                            """)
                    .params(
                            UUID.randomUUID(),
                            review.id(),
                            id,
                            proof.thing(),
                            proof.document().id().value())
                    .update();
        }
        record(
                view,
                review,
                "proof.sampled",
                view.institution().name() + " demande à contrôler " + French.count(drawn.size(), "preuve", "preuves")
                        + " sur " + among + " de l’année " + review.year() + ".");
        return new Outcome.Done();
    }

    /**
     * Writes what was found of a proof.
     *
     * @param version of the check as the person read it
     * @param sha256 the file that the person looked at
     */
    @Transactional
    public Outcome find(
            InstitutionView view,
            YearlyReview review,
            Proof proof,
            int version,
            String sha256,
            ProofCheck.Finding finding,
            String reason) {
        var closed = locked(review);
        if (closed != null) {
            return closed;
        }
        var check = proof.check();
        if (check == null) {
            throw new NotFound("check of proof " + proof.code());
        }
        int written = proof.document().file().sha256().equals(sha256)
                ? db.sql("""
                                update review.proof_check set finding = :finding, reason = :reason, sha256 = :sha,
                                    found_at = :at, found_by = :by, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("finding", finding.name())
                        .param("reason", reason)
                        .param("sha", sha256)
                        .param("at", Timestamp.from(today.instant()))
                        .param(
                                "by",
                                view.actor().name() + ", " + view.institution().name())
                        .param("id", check.id())
                        .param("version", version)
                        .update()
                : 0;
        if (written == 0) {
            return new Outcome.Overtaken();
        }
        // What the year earns may have changed: a closing that was read before must be read again.
        db.sql("update review.review set version = version + 1 where id = ?")
                .param(review.id())
                .update();
        record(
                view,
                review,
                "proof.checked",
                "Preuve contrôlée, " + finding.label().toLowerCase(java.util.Locale.FRENCH) + French.NBSP + ": "
                        + proof.document().facts().toldToAll() + ".");
        return new Outcome.Done();
    }

    private Outcome.@Nullable Closed locked(YearlyReview review) {
        return db.sql("select state, closed_by from review.review where id = ? for update")
                .param(review.id())
                .query((rs, _) -> rs.getString("state").equals(YearlyReview.State.CLOSED.name())
                        ? java.util.Optional.of(new Outcome.Closed(rs.getString("closed_by")))
                        : java.util.Optional.<Outcome.Closed>empty())
                .single()
                .orElse(null);
    }

    private void record(InstitutionView view, YearlyReview review, String action, String sentence) {
        journal.record(Entry.of(
                        view.actor().author(view.institution().party()),
                        Subject.of("contract", review.contract().id().value()),
                        action,
                        sentence)
                .in(review.contract().community().value()));
    }
}
