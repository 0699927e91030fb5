package fr.maillage.audit;

/** Who may read a line of the journal in a timeline. The administrator's journal shows them all. */
public enum Audience {
    EVERYONE,
    /** The institutions that instruct; never the CPTS. */
    INSTITUTIONS,
    ADMINISTRATION
}
