package fr.maillage.workspace;

/**
 * The drawing of the home page.
 *
 * @param svg made by the program from its own contours
 * @param caption « 44 communes, 41 690 habitants »
 */
public record HomeMap(String svg, String caption) {}
