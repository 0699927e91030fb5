package fr.maillage.statutes;

import fr.maillage.community.CommunityId;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What other modules ask of the statutes: what they decide, and the adopted files. */
@Service
public class AssociationStatutes {

    private final AssociationTexts texts;
    private final Adoptions adoptions;

    AssociationStatutes(AssociationTexts texts, Adoptions adoptions) {
        this.texts = texts;
        this.adoptions = adoptions;
    }

    /** What the statutes adopted on this day or before decide; empty while none are. */
    public Optional<Statutes> inForce(CommunityId community, LocalDate day) {
        return adoptions.latest(community, TextKind.STATUTES, day).map(adoption -> Statutes.of(adoption.values()));
    }

    /** When the statutes in force were adopted; empty while none are. */
    public Optional<LocalDate> adoptedOn(CommunityId community, LocalDate day) {
        return adoptions
                .latest(community, TextKind.STATUTES, day)
                .map(frozen -> frozen.adoption().adoptedOn());
    }

    /** What the statutes will decide as they are written now, the usual choices standing for those not made yet. */
    public Statutes drafted(CommunityId community) {
        return Statutes.of(texts.drafted(community));
    }

    /** The last adopted text, to be put among the documents of the CPTS; empty while none is. */
    public Optional<AdoptedText> adopted(CommunityId community, TextKind kind) {
        return adoptions.file(community, kind);
    }
}
