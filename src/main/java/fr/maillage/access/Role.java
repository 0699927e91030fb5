package fr.maillage.access;

/** What a person may be in a CPTS or an institution; one person holds several (product.md section 2). */
public enum Role {
    COORDINATION("Coordination", Party.CPTS),
    PROJECT_TEAM("Équipe projet", Party.CPTS),
    PRESIDENCY("Présidence", Party.CPTS),
    TREASURY("Trésorerie", Party.CPTS),
    SECRETARIAT("Secrétariat", Party.CPTS),
    MEMBER("Membre", Party.CPTS),
    ARS_DELEGATION("Instruction, ARS délégation", Party.ARS),
    ARS_HEAD_OFFICE("ARS siège", Party.ARS),
    CPAM("Instruction, CPAM et service médical", Party.CPAM),
    MSA("Instruction, MSA", Party.MSA),
    ADMINISTRATION("Administration", Party.ADMINISTRATION);

    private final String label;
    private final Party party;

    Role(String label, Party party) {
        this.label = label;
        this.party = party;
    }

    /** The French label, as shown on screen. */
    public String label() {
        return label;
    }

    public Party party() {
        return party;
    }

    /** Whether it gives a CPTS somebody who can invite, give roles and deposit. Each CPTS keeps one. */
    public boolean manages() {
        return this == COORDINATION || this == PRESIDENCY;
    }
}
