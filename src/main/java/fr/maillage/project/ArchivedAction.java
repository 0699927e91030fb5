package fr.maillage.project;

import fr.maillage.shared.Change;

/**
 * An action taken out of the project, which can be put back.
 *
 * @param number kept: never given to another
 * @param change who archived it, and when
 */
public record ArchivedAction(ActionId id, int number, String title, Change change) {

    /** « Action 3 : Créneaux de soins non programmés ». */
    public String line() {
        return "Action " + number + "\u00A0: " + title;
    }
}
