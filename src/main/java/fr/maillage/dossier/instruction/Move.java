package fr.maillage.dossier.instruction;

import static fr.maillage.access.Party.ARS;
import static fr.maillage.access.Party.CPTS;
import static fr.maillage.dossier.Step.DRAFT;
import static fr.maillage.dossier.Step.IN_REVIEW;
import static fr.maillage.dossier.Step.LAPSED;
import static fr.maillage.dossier.Step.REFUSED;
import static fr.maillage.dossier.Step.SUBMITTED;
import static fr.maillage.dossier.Step.TO_COMPLETE;
import static fr.maillage.dossier.Step.VALIDATED;

import fr.maillage.access.Party;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Step;
import java.util.Set;

/**
 * Every way a dossier goes from one step to another, and who may take it. This table feeds the checks, the buttons, the
 * diagram of the documentation and the tests. Opposition and its two months: L.1434-12 CSP as told by rules.md section
 * 4; the decision is the ARS's alone, the CPAM and the MSA give an opinion.
 */
public enum Move {
    // spotless:off (a table is read in columns)
    //              from                                          to           who
    DEPOSIT(        Set.of(DRAFT),                                SUBMITTED,   Set.of(CPTS)),
    COMPLETE(       Set.of(TO_COMPLETE),                          IN_REVIEW,   Set.of(CPTS)),
    START_AGAIN(    Set.of(REFUSED, LAPSED),                      DRAFT,       Set.of(CPTS)),
    TAKE(           Set.of(SUBMITTED),                            IN_REVIEW,   Set.of(ARS)),
    ASK_MORE(       Set.of(IN_REVIEW),                            TO_COMPLETE, Set.of(ARS)),
    VALIDATE(       Set.of(IN_REVIEW, TO_COMPLETE),               VALIDATED,   Set.of(ARS)),
    OPPOSE(         Set.of(IN_REVIEW, TO_COMPLETE),               REFUSED,     Set.of(ARS)),
    DECLINE(        Set.of(IN_REVIEW, TO_COMPLETE),               REFUSED,     Set.of(ARS)),
    LAPSE(          Set.of(TO_COMPLETE),                          LAPSED,      Set.of(ARS)),
    /** Taken by the program alone, once the legal delay has fully elapsed without opposition. */
    DEEM_VALIDATED( Set.of(SUBMITTED, IN_REVIEW, TO_COMPLETE),    VALIDATED,   Set.of());
    // spotless:on

    private final Set<Step> from;
    private final Step to;
    private final Set<Party> who;

    Move(Set<Step> from, Step to, Set<Party> who) {
        this.from = from;
        this.to = to;
        this.who = who;
    }

    public Set<Step> from() {
        return from;
    }

    public Step to() {
        return to;
    }

    public Set<Party> who() {
        return who;
    }

    /**
     * Whether a party may take this move now. A lettre d’intention is under no legal clock, so silence never validates
     * it; a projet de santé does not lapse, since silence validates it. The law knows the opposition to a projet de santé
     * only: a lettre d’intention is declined, without a legal ground. A request for a complement leaves the clock running,
     * so the ARS may decide while it waits for the answer.
     */
    public boolean allowed(DossierKind kind, Step now, Party party) {
        return possible(kind, now) && who.contains(party);
    }

    boolean possible(DossierKind kind, Step now) {
        return switch (this) {
            case DEEM_VALIDATED, OPPOSE -> kind.underLegalClock() && from.contains(now);
            case LAPSE, DECLINE -> !kind.underLegalClock() && from.contains(now);
            default -> from.contains(now);
        };
    }
}
