package fr.maillage.dossier.trame;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A part of a document made from the structured CPTS; never typed twice. */
public enum ViewKind {
    IDENTITY("identite", "Fiche d’identité de la CPTS", "gouvernance"),
    MAP("carte", "Carte du territoire", "territoire"),
    COMMUNES("communes", "Liste des communes", "territoire"),
    POPULATION("population", "Population et taille", "territoire"),
    PROFESSIONALS("professionnels", "Professionnels de santé engagés, par profession", "acteurs"),
    HEALTH_STRUCTURES("etablissements-de-sante", "Établissements et structures de santé engagés", "acteurs"),
    SOCIAL_STRUCTURES("structures-sociales", "Structures médico-sociales et sociales engagées", "acteurs"),
    MEMBERS("membres", "Membres de la CPTS", "acteurs"),
    PARTNERS("partenaires", "Membres partenaires", "acteurs"),
    LEGAL_FORM("forme-juridique", "Structure juridique et représentation légale", "gouvernance"),
    GOVERNANCE("gouvernance", "Instances et mandats", "gouvernance"),
    MISSIONS("missions", "Missions et actions qui y répondent", "objectifs"),
    PROBLEMS("problemes", "Problématiques identifiées", "diagnostic/problemes"),
    GENERAL_OBJECTIVES("objectifs-generaux", "Objectifs généraux", "objectifs"),
    OPERATIONAL_OBJECTIVES("objectifs-operationnels", "Objectifs opérationnels et actions", "objectifs"),
    INDICATORS("indicateurs", "Indicateurs d’évaluation", "actions"),
    CALENDAR("calendrier", "Calendrier", "actions"),
    COMMITMENTS("engagements", "Personnes et structures engagées", "acteurs"),
    BUDGET("budget", "Budget", "budget"),
    ACTION_SHEETS("fiches-action", "Fiches action", "actions");

    private final String code;
    private final String title;
    private final String page;

    ViewKind(String code, String title, String page) {
        this.code = code;
        this.title = title;
        this.page = page;
    }

    /** As written in a trame file. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** The page of the CPTS where its facts are entered: {@code /cpts/{slug}/<page>}. */
    public String page() {
        return page;
    }

    static Optional<ViewKind> ofCode(String code) {
        return Arrays.stream(values()).filter(view -> view.code.equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(ViewKind::code).toList();
    }
}
