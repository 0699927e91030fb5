package fr.maillage.professionals;

import fr.maillage.shared.French;

/**
 * What a list of the directory counts.
 *
 * @param persons distinct ones
 * @param activities lines: a person at a site with a skill
 * @param liberals persons with a liberal activity
 * @param salaried persons with a salaried activity
 * @param both persons with one and the other
 */
public record DirectoryTotals(int persons, int activities, int liberals, int salaried, int both) {

    /** « 312 personnes, 390 activités : 250 en libéral, 80 salariées, dont 18 des deux façons ». */
    public String sentence() {
        var sentence = French.count(persons, "personne", "personnes") + ", "
                + French.count(activities, "activité", "activités") + French.NBSP + ": "
                + French.number(liberals) + " en libéral, " + French.number(salaried) + " en salariat";
        return both == 0 ? sentence : sentence + ", dont " + French.number(both) + " des deux façons";
    }
}
