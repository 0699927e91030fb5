package fr.maillage.reminders.spi;

/** How a deadline stands. */
public enum DeadlineState {
    PASSED("depassee", "Dépassée", "Dépassées"),
    COMING("a-venir", "À venir", "À venir"),
    DONE("tenue", "Tenue", "Tenues");

    private final String code;
    private final String label;
    private final String plural;

    DeadlineState(String code, String label, String plural) {
        this.code = code;
        this.label = label;
        this.plural = plural;
    }

    /** As addresses say it. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public String plural() {
        return plural;
    }
}
