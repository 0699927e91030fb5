package fr.maillage.project.actions;

/** What somebody wrote in a field of a form that cannot be saved any more. */
public record TypedText(String label, String text) {}
