package fr.maillage.ui;

/** A link by its French label. */
public record Link(String label, String href) {}
