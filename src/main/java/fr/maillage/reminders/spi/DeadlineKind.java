package fr.maillage.reminders.spi;

/** What a deadline belongs to. */
public enum DeadlineKind {
    DOSSIER("dossier", "Dossier"),
    CONTRACT("contrat", "Contrat"),
    MISSION("mission", "Mission"),
    PAYMENT("versement", "Versement"),
    REVIEW("dialogue-de-gestion", "Dialogue de gestion"),
    GOVERNANCE("gouvernance", "Gouvernance"),
    CONVENTION("convention", "Convention"),
    PROJECT("projet", "Projet");

    private final String code;
    private final String label;

    DeadlineKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As addresses say it. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
