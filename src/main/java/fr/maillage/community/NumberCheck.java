package fr.maillage.community;

import org.jspecify.annotations.Nullable;

/**
 * What a directory says of the number that somebody types for an actor: a hint beside the field, never a refusal, since no
 * directory knows everybody. Implemented by the module that holds the directories, which this one may not use.
 */
public interface NumberCheck {

    /** A sentence on an RPPS number; null when there is nothing to say. */
    @Nullable
    String rpps(String number);

    /** A sentence on a FINESS number; null when there is nothing to say. */
    @Nullable
    String finess(String number);
}
