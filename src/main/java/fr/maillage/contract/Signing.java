package fr.maillage.contract;

import fr.maillage.audit.Author;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import java.sql.Date;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The three signatures of a contract or of an amendment; the third makes it hold. */
@Service
public class Signing {

    private final JdbcClient db;
    private final Contracts contracts;
    private final ContractReader reader;
    private final Today today;

    Signing(JdbcClient db, Contracts contracts, ContractReader reader, Today today) {
        this.db = db;
        this.contracts = contracts;
        this.reader = reader;
        this.today = today;
    }

    public sealed interface Outcome {

        /** @param complete whether it was the last of the three */
        record Recorded(boolean complete) implements Outcome {}

        /** Somebody recorded that signature before. */
        record AlreadyThere(Terms.Signature signature) implements Outcome {}

        /** The text changed since the person read it, or was signed whole. */
        record Changed() implements Outcome {}

        record Refused(@Nullable String field, String sentence) implements Outcome {}
    }

    public record Typed(Terms.Signatory party, String name, String quality, LocalDate on) {}

    /** @param version of the terms as the person read them */
    @Transactional
    public Outcome sign(ContractId id, int version, Typed typed, Author by) {
        contracts.lock(id);
        var contract = reader.require(id);
        var draft = contract.draft().orElse(null);
        if (draft == null || draft.change().version() != version) {
            return new Outcome.Changed();
        }
        var known = draft.signature(typed.party());
        if (known.isPresent()) {
            return new Outcome.AlreadyThere(known.get());
        }
        var refused = refusal(contract, draft, typed);
        if (refused != null) {
            return refused;
        }
        db.sql("""
                        insert into contract.signature (terms_id, party, name, quality, signed_on, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        draft.id(),
                        typed.party().name(),
                        typed.name(),
                        typed.quality(),
                        Date.valueOf(typed.on()),
                        contracts.now(),
                        by.name())
                .update();
        contracts.touch(id, by);
        contracts.record(
                by,
                id,
                contract.community(),
                "contract.signed",
                draft.title() + " signé par " + typed.name() + ", " + typed.quality() + ", le "
                        + French.date(typed.on()) + ".");
        if (draft.signatures().size() + 1 < Terms.Signatory.values().length) {
            return new Outcome.Recorded(false);
        }
        return complete(contract, draft, typed, by);
    }

    private Outcome complete(Contract contract, Terms draft, Typed last, Author by) {
        var on = draft.signatures().stream()
                .map(Terms.Signature::signedOn)
                .reduce(last.on(), (a, b) -> a.isAfter(b) ? a : b);
        db.sql("update contract.terms set state = 'SIGNED', signed_on = ? where id = ?")
                .params(Date.valueOf(on), draft.id())
                .update();
        if (draft.number() == 0) {
            db.sql("update contract.contract set state = 'SIGNED', period = daterange(:from, :to) where id = :id")
                    .param("from", draft.effectOn())
                    .param("to", draft.effectOn().plusYears(contract.years()))
                    .param("id", contract.id().value())
                    .update();
        }
        contracts.record(
                by,
                contract.id(),
                contract.community(),
                "contract.completed",
                draft.title() + " signé par les trois parties, à effet du " + French.date(draft.effectOn()) + ".");
        return new Outcome.Recorded(true);
    }

    private Outcome.@Nullable Refused refusal(Contract contract, Terms draft, Typed typed) {
        if (typed.on().isAfter(today.day())) {
            return new Outcome.Refused("date", "Cette date est à venir. Une signature s’enregistre une fois donnée.");
        }
        if (contract.state() == Contract.State.ENDED) {
            return new Outcome.Refused(null, "Ce contrat a pris fin : son texte ne se signe plus.");
        }
        if (!draft.unknown().isEmpty()) {
            return new Outcome.Refused(
                    null,
                    "Des montants manquent encore. Complétez-les avec l’annexe financière du contrat avant de signer.");
        }
        var faults = ResultLines.faults(draft);
        if (!faults.isEmpty()) {
            return new Outcome.Refused(null, faults.getFirst());
        }
        if (draft.missions().isEmpty()) {
            return new Outcome.Refused(null, "Le contrat n’a encore aucune mission.");
        }
        if (draft.number() == 0 && overlaps(contract, draft)) {
            return new Outcome.Refused(null, "Un autre contrat de cette CPTS couvre déjà ces dates.");
        }
        return null;
    }

    private boolean overlaps(Contract contract, Terms draft) {
        return db.sql("""
                        select exists (select from contract.contract
                            where community_id = :community and period && daterange(:from, :to))
                        """)
                .param("community", contract.community().value())
                .param("from", draft.effectOn())
                .param("to", draft.effectOn().plusYears(contract.years()))
                .query(Boolean.class)
                .single();
    }

    /** Takes a signature back while the others are awaited, so that the text may change. */
    @Transactional
    public boolean withdraw(ContractId id, Terms.Signatory party, Author by) {
        contracts.lock(id);
        var contract = reader.require(id);
        var draft = contract.draft().orElse(null);
        if (draft == null) {
            return false;
        }
        int gone = db.sql("delete from contract.signature where terms_id = ? and party = ?")
                .params(draft.id(), party.name())
                .update();
        if (gone > 0) {
            // Who read the text with this signature is told that it changed.
            db.sql("update contract.terms set version = version + 1 where id = ?")
                    .param(draft.id())
                    .update();
            contracts.record(
                    by,
                    id,
                    contract.community(),
                    "contract.unsigned",
                    draft.title() + " : la signature de " + French.inSentence(party.label()) + " est retirée.");
        }
        return gone > 0;
    }
}
