package fr.maillage.review;

import fr.maillage.access.InstitutionView;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.library.Library;
import fr.maillage.library.LibraryDocument;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents that prove a year: those attached to its lines and to its spending, and no other document of the CPTS. */
@Service
public class ReviewProofs {

    /**
     * @param thing the line, or the spending, that it proves
     * @param what that thing, in words
     * @param check when an institution asked to check it
     */
    public record Proof(
            UUID thing,
            String what,
            LibraryDocument document,
            @Nullable ProofCheck check) {

        /** As a form carries it. */
        public String code() {
            return thing + ":" + document.id();
        }
    }

    private final Spendings spendings;
    private final Library library;
    private final Journal journal;

    ReviewProofs(Spendings spendings, Library library, Journal journal) {
        this.spendings = spendings;
        this.library = library;
        this.journal = journal;
    }

    /** By line, then by spending. */
    public List<Proof> of(YearlyReview review) {
        var proofs = new ArrayList<Proof>();
        review.lines()
                .forEach(line -> line.proofs()
                        .forEach(attached ->
                                proofs.add(proof(review, line.id(), line.rule().label(), attached.document()))));
        var spent = spendings.of(review.contract(), review.year()).stream()
                .filter(spending -> spending.document() != null)
                .toList();
        var documents = library.all(
                review.contract().community(),
                spent.stream()
                        .map(each -> Objects.requireNonNull(each.document()))
                        .toList());
        spent.forEach(spending -> documents.stream()
                .filter(document -> document.id().value().equals(spending.document()))
                .findFirst()
                .ifPresent(document -> proofs.add(proof(
                        review,
                        spending.id(),
                        "Dépense" + French.NBSP + ": " + spending.label() + ", " + French.amount(spending.amount()),
                        document))));
        return proofs;
    }

    private static Proof proof(YearlyReview review, UUID thing, String what, LibraryDocument document) {
        return new Proof(
                thing,
                what,
                document,
                review.check(thing, document.id().value()).orElse(null));
    }

    /**
     * A proof that an institution opens, which the journal keeps.
     *
     * @throws NotFound for a document that proves nothing of this year
     */
    @Transactional
    public LibraryDocument open(InstitutionView view, YearlyReview review, UUID id) {
        var document = of(review).stream()
                .map(Proof::document)
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("proof " + id + " of review " + review.id()));
        journal.record(Entry.of(
                        view.actor().author(view.institution().party()),
                        Subject.of("document", id),
                        "proof.opened",
                        "Preuve de l’année " + review.year() + " ouverte par "
                                + view.institution().name() + French.NBSP + ": "
                                + document.facts().toldToAll() + ".")
                .in(review.contract().community().value()));
        return document;
    }
}
