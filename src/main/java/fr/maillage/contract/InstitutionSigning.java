package fr.maillage.contract;

import fr.maillage.access.InstitutionView;
import fr.maillage.library.Attachments;
import fr.maillage.library.DocumentFacts;
import fr.maillage.library.DocumentId;
import fr.maillage.library.DocumentType;
import fr.maillage.library.Filer;
import fr.maillage.library.Filing;
import fr.maillage.library.Library;
import fr.maillage.library.Received;
import fr.maillage.shared.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The signature of an institution, recorded by one of its own agents with the signed paper. A text is shown to institutions
 * once the CPTS has signed it: before, it is a draft of the CPTS alone.
 */
@Service
class InstitutionSigning {

    private final FollowedContracts followed;
    private final Contracts contracts;
    private final Signing signing;
    private final Library library;
    private final Attachments attachments;

    InstitutionSigning(
            FollowedContracts followed,
            Contracts contracts,
            Signing signing,
            Library library,
            Attachments attachments) {
        this.followed = followed;
        this.contracts = contracts;
        this.signing = signing;
        this.library = library;
        this.attachments = attachments;
    }

    /** A contract with the text that an institution may read: the one it is to sign, else the last signed one. */
    record Text(Contract contract, Terms terms) {}

    /** @throws NotFound when it follows no such contract, or when nothing of it is signed yet */
    Text find(InstitutionView view, String number) {
        var contract =
                followed.find(view.institution().id(), number).orElseThrow(() -> new NotFound("contract " + number));
        return contract.draft()
                .filter(draft -> draft.signature(Terms.Signatory.CPTS).isPresent())
                .or(() -> Optional.of(contract.signed())
                        .filter(signed -> !signed.isEmpty())
                        .map(signed -> signed.getLast()))
                .map(terms -> new Text(contract, terms))
                .orElseThrow(() -> new NotFound("signed text of " + number));
    }

    /** Whom an institution signs for; empty for those that do not sign. */
    static Optional<Terms.Signatory> signatory(InstitutionView view) {
        return switch (view.institution().party()) {
            case ARS -> Optional.of(Terms.Signatory.ARS);
            case CPAM -> Optional.of(Terms.Signatory.CPAM);
            default -> Optional.empty();
        };
    }

    static Filer filer(InstitutionView view, Contract contract) {
        return new Filer(
                contract.community(),
                view.actor(),
                view.actor().author(view.institution().party()));
    }

    /** @param file the signed paper, when it was sent; the same bytes filed before serve again */
    @Transactional
    public Signing.Outcome sign(
            InstitutionView view, Text text, int version, Signing.Typed typed, Received.@Nullable File file) {
        var filer = filer(view, text.contract());
        contracts.lock(text.contract().id());
        var proposed = find(view, text.contract().number()).terms();
        if (!proposed.id().equals(text.terms().id()) || proposed.isSigned()) {
            return new Signing.Outcome.Changed();
        }
        var outcome = signing.sign(text.contract().id(), version, typed, filer.author());
        if (file != null && outcome instanceof Signing.Outcome.Recorded) {
            join(view, filer, text, typed, file);
        }
        return outcome;
    }

    private void join(InstitutionView view, Filer filer, Text text, Signing.Typed typed, Received.File file) {
        var facts = new DocumentFacts(
                text.terms().title() + " " + text.contract().number() + " signé",
                DocumentType.ofCode("CONTRAT").orElseThrow(),
                typed.on(),
                view.institution().name());
        var document = switch (library.add(filer, new DocumentId(UUID.randomUUID()), facts, file)) {
            case Filing.Done(var id) -> id;
            case Filing.AlreadyThere(var same) -> same.id();
            case Filing.Overtaken _, Filing.Archived _ ->
                throw new IllegalStateException("a new document has no earlier version");
        };
        attachments.attach(filer, document, SignedFiles.use(text.terms()));
    }
}
