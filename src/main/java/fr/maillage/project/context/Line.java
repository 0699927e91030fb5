package fr.maillage.project.context;

import fr.maillage.shared.Change;
import java.util.UUID;

/** A line of a register, with its last change. */
public record Line<F>(UUID id, F facts, Change change) {}
