package fr.maillage.shared;

import java.time.Instant;

/**
 * The last change of something several people may edit.
 *
 * @param version raised by each change; a form carries the one it was filled from
 * @param by name of the person
 */
public record Change(int version, Instant at, String by) {}
