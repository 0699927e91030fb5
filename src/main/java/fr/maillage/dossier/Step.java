package fr.maillage.dossier;

/** Where a dossier stands (product.md section 3). */
public enum Step {
    DRAFT("Brouillon"),
    SUBMITTED("Déposé"),
    IN_REVIEW("En instruction"),
    TO_COMPLETE("Complément demandé"),
    VALIDATED("Validé"),
    REFUSED("Refusé"),
    LAPSED("Caduc");

    private final String label;

    Step(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As {@link #label()}, in the gender of the dossier: « lettre d’intention déposée ». */
    public String label(DossierKind kind) {
        return switch (this) {
            case DRAFT, IN_REVIEW, TO_COMPLETE -> label;
            case SUBMITTED, VALIDATED -> label + kind.e();
            // The law knows the refusal of a projet de santé only: the ARS does not follow the others up.
            case REFUSED -> kind.underLegalClock() ? label : "Sans suite";
            case LAPSED -> kind.e().isEmpty() ? label : "Caduque";
        };
    }

    /** Whether the CPTS may change the texts: they are the next deposit in the making. */
    public boolean writable() {
        return this == DRAFT || this == TO_COMPLETE;
    }

    /** Whether the institutions have it in hand: they give opinions and write remarks, and the legal clock counts. */
    public boolean underReview() {
        return this == SUBMITTED || this == IN_REVIEW || this == TO_COMPLETE;
    }

    /** Whether nothing more is expected from the institutions. */
    public boolean closed() {
        return this == VALIDATED || this == REFUSED || this == LAPSED;
    }
}
