package fr.maillage.community;

import fr.maillage.shared.French;
import java.time.Instant;

/**
 * A place that another CPTS has.
 *
 * @param commune code of the place that was asked for
 * @param part name of the part that was asked for, empty for the whole commune
 * @param place its name
 * @param holder name of the other CPTS
 * @param since when the other CPTS first saved it
 */
public record PerimeterTaken(String commune, String part, String place, String holder, Instant since) {

    /** « Saint-Affrique est déjà dans la CPTS Rance et Sorgues, depuis le 3 mai 2026. Une commune n’a qu’une CPTS. » */
    public String sentence() {
        return place + " est déjà dans la " + (holder.startsWith("CPTS") ? holder : "CPTS " + holder) + ", depuis le "
                + French.date(since) + ". Une commune n’a qu’une CPTS.";
    }
}
