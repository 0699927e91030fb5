package fr.maillage.library;

import java.util.UUID;

/** Identifies a document of a CPTS, whatever its versions. */
public record DocumentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
