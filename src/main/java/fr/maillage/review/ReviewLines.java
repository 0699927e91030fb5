package fr.maillage.review;

import fr.maillage.access.InstitutionView;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.contract.ContractLine;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lines that a review reads, beside those of the text in force at the end of its year: an amendment signed after the
 * opening may change them, and what they pay.
 */
@Service
class ReviewLines {

    private final JdbcClient db;
    private final YearlyReviews reviews;
    private final Journal journal;

    ReviewLines(JdbcClient db, YearlyReviews reviews, Journal journal) {
        this.db = db;
        this.reviews = reviews;
        this.journal = journal;
    }

    private static List<ContractLine> due(YearlyReview review) {
        var contract = review.contract();
        return contract.inForceOn(review.lastDay()).orElse(contract.first()).lines();
    }

    /** Whether the text in force at the end of the year pays other lines than the review reads. */
    boolean stale(YearlyReview review) {
        var read = review.lines().stream().map(line -> line.rule().rule()).toList();
        var paid = due(review).stream().map(ContractLine::rule).toList();
        return read.size() != paid.size() || !read.containsAll(paid);
    }

    /**
     * Takes the lines of that text: what was said of a line stays with the line of the same code, what was agreed of a line that
     * pays otherwise is to be agreed again, a line that is paid no more leaves with what was said of it.
     */
    @Transactional
    YearlyReviews.Outcome follow(InstitutionView view, YearlyReview shown) {
        var closed = reviews.lockOpen(shown);
        if (closed != null) {
            return closed;
        }
        var review = reviews.find(shown.contract(), shown.year());
        if (!stale(review)) {
            return new YearlyReviews.Outcome.Done();
        }
        var due = due(review);
        for (var line : review.lines()) {
            if (due.stream().noneMatch(each -> same(each, line.rule()))) {
                drop(line.id());
            }
        }
        for (int i = 0; i < due.size(); i++) {
            var wanted = due.get(i);
            var kept = review.lines().stream()
                    .filter(line -> same(wanted, line.rule()))
                    .findFirst();
            if (kept.isPresent()) {
                keep(kept.get(), wanted, i);
            } else {
                db.sql("insert into review.line (id, review_id, result_line, ordinal) values (?, ?, ?, ?)")
                        .params(UUID.randomUUID(), review.id(), wanted.id(), i)
                        .update();
            }
        }
        db.sql("update review.review set version = version + 1 where id = ?")
                .param(review.id())
                .update();
        journal.record(Entry.of(
                        view.actor().author(view.institution().party()),
                        Subject.of("contract", review.contract().id().value()),
                        "review.lines-followed",
                        "Dialogue de gestion de l’année " + review.year()
                                + "\u00A0: lignes du texte en vigueur reprises après un avenant.")
                .in(review.contract().community().value()));
        return new YearlyReviews.Outcome.Done();
    }

    private static boolean same(ContractLine one, ContractLine other) {
        return one.rule().mission().equals(other.rule().mission())
                && one.rule().code().equals(other.rule().code());
    }

    private void keep(YearlyReview.Line line, ContractLine wanted, int ordinal) {
        db.sql("update review.line set result_line = ?, ordinal = ? where id = ?")
                .params(wanted.id(), ordinal, line.id())
                .update();
        if (!wanted.rule().equals(line.rule().rule())) {
            db.sql("""
                            update review.line set agreed_at = null, agreed = null, agreed_by = null, agreed_reason = ''
                            where id = ?
                            """).param(line.id()).update();
        }
    }

    private void drop(UUID line) {
        db.sql("delete from review.reading where line_id = ?").param(line).update();
        db.sql("update review.question set line_id = null where line_id = ?")
                .param(line)
                .update();
        db.sql("delete from review.line where id = ?").param(line).update();
    }
}
