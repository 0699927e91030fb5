package fr.maillage.project.context;

import java.util.List;

/**
 * Everything said of the context of a projet de santé, without what was archived.
 *
 * @param partnerships by name
 * @param outreach by day
 * @param history by day
 * @param evaluations by day
 */
public record ProjectContext(
        List<Partnership> partnerships,
        List<Tool> tools,
        List<Outreach> outreach,
        List<Post> posts,
        List<Cooperation> history,
        List<Communication> communications,
        List<Approach> approaches,
        List<Evaluation> evaluations,
        PrsChoices prs) {}
