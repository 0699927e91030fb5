package fr.maillage.dossier.instruction;

/** What was typed in the forms of the review page, given back when something is wrong. */
public record ReviewTyped(String verdict, String reason, String note, String section, String remark, String due) {

    static final ReviewTyped NOTHING = new ReviewTyped("", "", "", "", "", "");

    /** What was typed to be sent, to be copied when the form can no longer be shown. */
    public String kept() {
        return (reason + note + remark).strip();
    }
}
