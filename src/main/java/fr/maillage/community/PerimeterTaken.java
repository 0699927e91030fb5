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
 * @param region where the other CPTS has its seat
 * @param departement where the other CPTS has its seat
 * @param contact whom to address about it: a sentence that begins with a space, or an empty text
 */
public record PerimeterTaken(
        String commune,
        String part,
        String place,
        String holder,
        Instant since,
        String region,
        String departement,
        String contact) {

    /** « Saint-Affrique est déjà dans la CPTS Rance et Sorgues, depuis le 3 mai 2026. Une commune n’a qu’une CPTS. » */
    public String sentence() {
        return place + " est déjà dans la " + (holder.startsWith("CPTS") ? holder : "CPTS " + holder) + ", depuis le "
                + French.date(since) + ". Une commune n’a qu’une CPTS." + contact;
    }

    PerimeterTaken with(String address) {
        return new PerimeterTaken(commune, part, place, holder, since, region, departement, address);
    }
}
