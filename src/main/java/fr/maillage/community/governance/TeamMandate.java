package fr.maillage.community.governance;

import fr.maillage.community.Body;

/**
 * A mandate that a role of the team calls for.
 *
 * @param sentence what is missing, in French
 * @param action the words of the link
 * @param href the page that writes it, filled in advance
 */
public record TeamMandate(Body.Function function, String sentence, String action, String href) {}
