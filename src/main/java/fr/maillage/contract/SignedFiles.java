package fr.maillage.contract;

import fr.maillage.library.Attached;
import fr.maillage.library.Attachments;
import fr.maillage.library.Use;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The signed papers of contracts and amendments, kept once in the documents of the CPTS. */
@Component
class SignedFiles {

    private final Attachments attachments;

    SignedFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    static Use use(Terms terms) {
        return new Use(Use.Kind.SIGNED_TEXT, terms.id());
    }

    List<Attached> of(Contract contract, Terms terms) {
        return attachments.of(contract.community(), use(terms));
    }

    /** Those of each text of a contract, by its id. */
    Map<UUID, List<Attached>> of(Contract contract) {
        return contract.terms().stream().collect(Collectors.toMap(Terms::id, terms -> of(contract, terms)));
    }
}
