package fr.maillage.dossier.instruction;

/** What was typed in the forms of the review page, given back when something is wrong. */
public record ReviewTyped(String verdict, String reason, String note, String section, String remark) {

    static final ReviewTyped NOTHING = new ReviewTyped("", "", "", "", "");
}
