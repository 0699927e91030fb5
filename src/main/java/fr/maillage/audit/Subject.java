package fr.maillage.audit;

import java.util.UUID;

/**
 * What an act is about.
 *
 * @param kind a word of the module that owns it: {@code dossier}, {@code account}, {@code community}
 */
public record Subject(String kind, String id) {

    public static Subject of(String kind, UUID id) {
        return new Subject(kind, id.toString());
    }
}
