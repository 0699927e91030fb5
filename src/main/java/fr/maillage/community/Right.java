package fr.maillage.community;

/** What a person may do in a CPTS, given by the roles held there. */
public enum Right {
    /** Read everything of the CPTS: every member of it. */
    READ,
    /** Write the project and its structured parts: coordination, project team, bureau. */
    WRITE,
    /** Invite people and give roles: coordination and presidency. */
    MANAGE,
    /** Deposit a dossier: coordination and presidency. */
    DEPOSIT
}
