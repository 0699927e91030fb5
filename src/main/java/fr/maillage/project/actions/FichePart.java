package fr.maillage.project.actions;

import fr.maillage.project.ActionPart;
import java.util.Arrays;
import java.util.Optional;

/** The parts of a fiche action as pages name and address them. */
public enum FichePart {
    PURPOSE(ActionPart.Kind.PURPOSE, "reponse", "À quoi elle répond"),
    CONTENT(ActionPart.Kind.CONTENT, "contenu", "Ce qu’elle fait, pour qui"),
    PEOPLE(ActionPart.Kind.PEOPLE, "acteurs", "Qui la conduit"),
    DATES(ActionPart.Kind.DATES, "dates", "Quand"),
    MEANS(ActionPart.Kind.MEANS, "moyens", "Moyens et risques");

    private final ActionPart.Kind kind;
    private final String path;
    private final String title;

    FichePart(ActionPart.Kind kind, String path, String title) {
        this.kind = kind;
        this.path = path;
        this.title = title;
    }

    public ActionPart.Kind kind() {
        return kind;
    }

    /** The last word of the address of its form, and its anchor in the fiche. */
    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    static Optional<FichePart> ofPath(String path) {
        return Arrays.stream(values()).filter(part -> part.path.equals(path)).findFirst();
    }
}
