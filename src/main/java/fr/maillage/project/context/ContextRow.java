package fr.maillage.project.context;

import java.util.List;
import java.util.UUID;

/** A line of a register as its list shows it; the first cell names it. */
public record ContextRow(UUID id, List<String> cells) {}
