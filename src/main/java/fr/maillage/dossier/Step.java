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
        if (kind != DossierKind.LETTER_OF_INTENT) {
            return label;
        }
        return switch (this) {
            case DRAFT, IN_REVIEW, TO_COMPLETE -> label;
            case SUBMITTED, VALIDATED -> label + "e";
            // The law knows no refusal of it: the ARS does not follow it up.
            case REFUSED -> "Sans suite";
            case LAPSED -> "Caduque";
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
