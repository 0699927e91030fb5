package fr.maillage.project.actions;

import fr.maillage.ui.Option;
import java.util.List;

/** What one may choose from in the forms of a fiche action. */
public record FicheChoices(
        List<Option> coverage,
        List<Option> objectives,
        List<Option> evidence,
        List<Option> actions,
        List<Option> people,
        List<Option> states,
        List<Option> prs) {}
