package fr.maillage.contract;

import fr.maillage.community.CommunityId;
import fr.maillage.library.Use;
import fr.maillage.library.spi.Usage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Documents may be the signed paper of a contract or of an amendment. */
@Component
class SignedTexts implements Usage {

    private final Contracts contracts;

    SignedTexts(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public Use.Kind kind() {
        return Use.Kind.SIGNED_TEXT;
    }

    @Override
    public List<Thing> things(CommunityId community) {
        return contracts.of(community).stream()
                .flatMap(contract -> contract.terms().stream()
                        .map(terms -> new Thing(
                                terms.id(),
                                terms.title() + (terms.number() == 0 ? " " : " du contrat ") + contract.number(),
                                terms.isSigned() ? "/contrat/vie" : "/contrat/signatures")))
                .toList();
    }
}
