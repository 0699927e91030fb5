package fr.maillage.dossier.instruction;

import fr.maillage.dossier.instruction.TreatedRemarks.Treated;
import fr.maillage.dossier.writing.Remark;
import fr.maillage.shared.French;
import org.jspecify.annotations.Nullable;

/**
 * A remark of an institution as the team deals with it.
 *
 * @param number its place among the remarks, from 1
 * @param place the section as the trame numbers it
 * @param key of the section, empty when the trame has it no more
 * @param treated what the team said, or null
 */
public record RemarkLine(
        int number,
        Remark remark,
        String place,
        String key,
        @Nullable Treated treated) {

    /** How far it is, for the team. */
    public enum State {
        TO_TREAT("a-traiter", "À traiter"),
        ANSWERED("repondue", "Répondue"),
        TREATED("traitee", "Traitée par l’équipe"),
        SETTLED("reglee", "Réglée par l’institution");

        private final String code;
        private final String label;

        State(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    public State state() {
        if (!remark.isOpen()) {
            return State.SETTLED;
        }
        if (treated != null) {
            return State.TREATED;
        }
        return remark.answered() ? State.ANSWERED : State.TO_TREAT;
    }

    /** « Traitée par Odile Modèle le 22 novembre 2026 »; empty while nobody said so. */
    public String treatedBy() {
        return treated == null ? "" : "Traitée par " + treated.by() + " le " + French.date(treated.at());
    }
}
