package fr.maillage.dossier.completeness;

import fr.maillage.ui.CheckItem;

/**
 * What the program noticed in a project, for those who instruct it.
 *
 * @param good nothing to look at more closely
 * @param title « 13 348 habitants, sous le repère de 15 000 »
 * @param detail the place in the document and what follows
 */
public record Finding(boolean good, String title, String detail) {

    /** As a line of a list. */
    public CheckItem item() {
        return CheckItem.of(good ? CheckItem.Status.DONE : CheckItem.Status.MISSING, title, detail);
    }
}
