package fr.maillage.access;

/**
 * An institution as seen by one of its people. A controller parameter of this type is resolved from the path variable
 * {@code slug}; for anybody without a mandate there the page answers 404.
 */
public record InstitutionView(Institution institution, Actor actor) {}
