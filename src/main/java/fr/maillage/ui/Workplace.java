package fr.maillage.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a person works at this moment: what the bar and the headings show.
 *
 * @param kind what one works in
 * @param name « CPTS Grands Causses et Raspes »; empty for {@link Kind#NONE}
 * @param role « Coordination »; empty when there is none to say
 * @param home the first page of the place
 * @param silhouette path data ({@code d}) of its territory in a 40 by 40 grid, or null without contours
 * @param tabs the headings, in order; the first three and « Menu » make the phone's bottom bar
 * @param mandates the other places and roles one may switch to
 * @param toDo how many things wait for this person
 * @param toDoHref the list of these things, or null when there is no such page
 */
public record Workplace(
        Kind kind,
        String name,
        String role,
        String home,
        @Nullable String silhouette,
        List<Tab> tabs,
        List<Mandate> mandates,
        int toDo,
        @Nullable String toDoHref) {

    /** What a person works in. */
    public enum Kind {
        CPTS,
        INSTITUTION,
        ADMINISTRATION,
        NONE
    }

    /** Another place or role of the same person: « CPTS Lévézou et Ségala », « Présidence ». */
    public record Mandate(String name, String role, String href) {}

    /** No place: the public pages. */
    public static final Workplace NONE = new Workplace(Kind.NONE, "", "", "/", null, List.of(), List.of(), 0, null);
}
