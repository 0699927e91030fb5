package fr.maillage.ui;

/**
 * An acronym of the field, from {@code rules/acronyms.yaml}.
 *
 * @param acronym as pages write it
 * @param meaning the words it stands for
 * @param text what it is, in a plain sentence
 */
public record Acronym(String acronym, String meaning, String text) {}
