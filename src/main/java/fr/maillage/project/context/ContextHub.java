package fr.maillage.project.context;

import fr.maillage.community.CommunityView;
import fr.maillage.shared.French;
import fr.maillage.ui.CheckItem;
import java.util.ArrayList;
import java.util.List;

/** What the hub says: which parts of the context are filled, and which are left. */
public record ContextHub(List<CheckItem> parts) {

    /** @param counts lines of each register, in the order of {@link ContextPart} */
    static ContextHub of(CommunityView view, List<Integer> counts, int prs, boolean prsKnown) {
        var parts = new ArrayList<CheckItem>();
        for (var part : ContextPart.values()) {
            parts.add(item(view, part.path(), part.title(), part.help(), counts.get(part.ordinal())));
        }
        parts.add(item(
                view,
                "prs",
                "Projet régional de santé",
                prsKnown
                        ? "Les thèmes, parcours et filières de votre région auxquels vous contribuez, en plus de ceux que vos actions choisissent."
                        : "La liste de votre région n’est pas encore dans Maillage\u00A0: dites l’objectif régional sur chaque fiche action.",
                prs));
        return new ContextHub(parts);
    }

    /** How many parts have something. */
    public long filled() {
        return parts.stream()
                .filter(part -> part.status() == CheckItem.Status.DONE)
                .count();
    }

    private static CheckItem item(CommunityView view, String path, String title, String help, int count) {
        return new CheckItem(
                count > 0 ? CheckItem.Status.DONE : CheckItem.Status.LATER,
                title,
                view.at("/contexte/" + path),
                help,
                count > 0 ? French.count(count, "ligne", "lignes") : "À remplir",
                null);
    }
}
