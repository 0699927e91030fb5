package fr.maillage.project.context;

import java.util.Arrays;
import java.util.Optional;

/** The registers of the context, as pages name and address them, in the order of the hub. */
public enum ContextPart {
    PARTNERSHIPS(
            "partenariats",
            "Partenariats et conventions",
            "Ajouter un partenaire",
            "Collectivités, dispositif d’appui, contrat local de santé, établissements, maisons de santé, associations d’usagers\u00A0: ce que vous faites ensemble et où en est la convention."),
    OUTREACH(
            "information-des-acteurs",
            "Démarche inclusive",
            "Noter une information",
            "Qui a été prévenu du projet, quand et comment. La part de chaque profession jointe se compte d’elle-même."),
    TOOLS(
            "systemes-information",
            "Systèmes d’information",
            "Ajouter un outil",
            "Les outils que vous utilisez pour échanger, ceux que vous souhaitez, et la télésanté."),
    POSTS(
            "postes",
            "Fonctions et fiches de poste",
            "Ajouter une fonction",
            "Les postes de la CPTS, leur temps de travail, leur employeur et ce qu’ils font."),
    HISTORY(
            "historique",
            "Historique de la coopération",
            "Ajouter un moment",
            "Ce que les soignants du territoire ont déjà fait ensemble, à sa date."),
    COMMUNICATION(
            "communication",
            "Plan de communication",
            "Ajouter une cible",
            "À qui vous parlerez du projet, pour dire quoi, par quel moyen et quand."),
    APPROACHES(
            "usagers-et-qualite",
            "Usagers et qualité",
            "Ajouter une démarche",
            "Comment les usagers prennent part au projet, et comment vous veillez à la qualité."),
    EVALUATIONS(
            "evaluations",
            "Calendrier d’évaluation",
            "Ajouter un rendez-vous",
            "Les dates auxquelles vous regarderez les résultats ensemble, et la façon de le faire.");

    private final String path;
    private final String title;
    private final String adding;
    private final String help;

    ContextPart(String path, String title, String adding, String help) {
        this.path = path;
        this.title = title;
        this.adding = adding;
        this.help = help;
    }

    /** The last word of its address: {@code /cpts/…/contexte/partenariats}. */
    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    /** What the button says. */
    public String adding() {
        return adding;
    }

    /** What belongs there. */
    public String help() {
        return help;
    }

    static Optional<ContextPart> ofPath(String path) {
        return Arrays.stream(values()).filter(part -> part.path.equals(path)).findFirst();
    }
}
