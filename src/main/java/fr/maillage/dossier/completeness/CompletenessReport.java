package fr.maillage.dossier.completeness;

import fr.maillage.ui.CheckItem;
import java.util.List;

public record CompletenessReport(List<CheckItem> blocking, List<CheckItem> advised) {}
