package fr.maillage.community;

import java.util.UUID;

/** Identifies a CPTS. */
public record CommunityId(UUID value) {}
