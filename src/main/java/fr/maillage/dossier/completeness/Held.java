package fr.maillage.dossier.completeness;

import fr.maillage.community.Participant;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.projection.CommunityFacts;
import fr.maillage.project.Action;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a CPTS has entered so far, page by page, in a few words. */
final class Held {

    private Held() {}

    /**
     * @param texts how many sections are written
     * @return by page, as in {@link ProjectRule#page()} and {@link DossierKind#path()}
     */
    static Map<String, String> of(CommunityFacts facts, DossierKind kind, int texts) {
        var held = new LinkedHashMap<String, String>();
        var territory = facts.territory();
        if (territory != null) {
            held.put(
                    "territoire",
                    French.count(territory.communes(), "commune", "communes") + ", taille "
                            + territory.size().number());
        }
        put(held, "acteurs", participants(facts.participants()));
        put(held, "gouvernance", governance(facts));
        var project = facts.project();
        put(held, "objectifs", counted(project.objectives().size(), "objectif général", "objectifs généraux"));
        int actions = (int) project.actions().stream().filter(Action::counts).count();
        put(held, "actions", counted(actions, "fiche", "fiches"));
        put(
                held,
                "budget",
                project.budgets().stream()
                        .map(budget -> String.valueOf(budget.year()))
                        .collect(Collectors.joining(", ")));
        put(held, kind.path(), counted(texts, "section écrite", "sections écrites"));
        return held;
    }

    private static String participants(List<Participant> participants) {
        long professions = participants.stream()
                .filter(participant -> participant.facts().kind() == Participant.Kind.PERSON)
                .map(participant -> participant.facts().category().code())
                .distinct()
                .count();
        return participants.isEmpty()
                ? ""
                : French.count(participants.size(), "acteur", "acteurs") + ", "
                        + French.count(professions, "profession", "professions");
    }

    private static String governance(CommunityFacts facts) {
        var words = new ArrayList<String>();
        if (facts.governance().representative() != null) {
            words.add("représentation légale nommée");
        }
        int bodies = facts.governance().bodies().size();
        if (bodies > 0) {
            words.add(French.count(bodies, "instance", "instances"));
        }
        var sentence = String.join(", ", words);
        return sentence.isEmpty() ? "" : sentence.substring(0, 1).toUpperCase(Locale.FRENCH) + sentence.substring(1);
    }

    private static String counted(int n, String singular, String plural) {
        return n == 0 ? "" : French.count(n, singular, plural);
    }

    private static void put(Map<String, String> held, String page, String words) {
        if (!words.isEmpty()) {
            held.put(page, words);
        }
    }
}
