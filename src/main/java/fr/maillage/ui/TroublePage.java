package fr.maillage.ui;

/**
 * What the page of a failure says.
 *
 * @param title what is wrong
 * @param sentence how to go on
 * @param reference the number to give to the administrator; empty when there is none
 * @param signIn whether signing in may help, for a visitor
 */
public record TroublePage(String title, String sentence, String reference, boolean signIn) {}
