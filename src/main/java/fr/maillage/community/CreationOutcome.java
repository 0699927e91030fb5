package fr.maillage.community;

/** What came of a request to create a CPTS. */
public sealed interface CreationOutcome {

    record Created(CommunityId id, String slug) implements CreationOutcome {}

    /** Another CPTS already has this name. */
    record NameTaken(String name) implements CreationOutcome {}
}
