package fr.maillage.rules.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One envelope of a contract: a part (« volet ») of a mission, or the operating money.
 *
 * @param mission code of the mission, null for the operating money
 */
public record PartKey(@Nullable String mission, String part) {}
