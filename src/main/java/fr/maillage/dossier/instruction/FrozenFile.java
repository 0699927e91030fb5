package fr.maillage.dossier.instruction;

import fr.maillage.dossier.DossierKind;
import java.util.UUID;

/** A file of a dossier that will never change, without its bytes. */
public record FrozenFile(UUID id, Kind kind, String fileName, String mediaType, String sha256, long size) {

    public enum Kind {
        PDF("Projet en PDF"),
        DOCX("Projet en Word"),
        DATA("Données du dossier"),
        RECEIPT("Accusé de réception"),
        LETTER("Courrier"),
        COMMUNES("Liste des communes"),
        BUDGET("Budget prévisionnel"),
        ANSWERS("Réponses aux remarques");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** As said of a kind of dossier: « Lettre en PDF ». */
        public String label(DossierKind kind) {
            return switch (kind) {
                case LETTER_OF_INTENT -> label.replace("Projet en", "Lettre en");
                case PRE_PROJECT -> label.replace("Projet en", "Pré-projet en");
                case HEALTH_PROJECT -> label;
                case GRANT_REQUEST -> label.replace("Projet en", "Demande en");
            };
        }
    }
}
