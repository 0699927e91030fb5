package fr.maillage.statutes;

import fr.maillage.access.Institution;
import fr.maillage.community.CommunityView;
import fr.maillage.shared.Source;
import java.util.List;

/**
 * Who helps a CPTS.
 *
 * @param place its département and région, in words
 */
public record HelpPage(CommunityView view, String place, Source source, List<Group> groups) {

    /** Bodies of one nature. */
    public record Group(String title, List<Body> bodies) {}

    /**
     * A body.
     *
     * @param first when one first turns to it
     * @param helps what it does for a CPTS
     * @param parts what it is made of, one body for each; empty for none
     * @param institutions those of Maillage that cover the seat of the CPTS
     * @param registrable whether Maillage knows this kind of institution
     * @param find how to reach it otherwise
     */
    public record Body(
            String key,
            String title,
            String first,
            List<String> helps,
            List<String> parts,
            List<Institution> institutions,
            boolean registrable,
            String find) {}
}
