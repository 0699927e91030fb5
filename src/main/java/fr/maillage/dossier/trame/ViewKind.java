package fr.maillage.dossier.trame;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of a document made from the structured CPTS; never typed twice. */
public enum ViewKind {
    IDENTITY("identite", "Fiche d’identité de la CPTS", "gouvernance"),
    IDENTITY_OCCITANIE("identite-occitanie", "Tableaux d’identité de la trame d’Occitanie", "gouvernance/association"),
    IDENTITY_AURA("identite-aura", "Tableau d’identité de la trame d’Auvergne-Rhône-Alpes", "gouvernance/association"),
    MAP("carte", "Carte du territoire", "territoire"),
    COMMUNES("communes", "Liste des communes", "territoire"),
    POPULATION("population", "Population et taille", "territoire"),
    SIZE("taille", "Taille de la CPTS, case cochée", "territoire"),
    PROFESSIONALS("professionnels", "Professionnels de santé engagés, par profession", "acteurs"),
    HEALTH_STRUCTURES("etablissements-de-sante", "Établissements et structures de santé engagés", "acteurs"),
    SOCIAL_STRUCTURES("structures-sociales", "Structures médico-sociales et sociales engagées", "acteurs"),
    MEMBERS("membres", "Membres de la CPTS", "acteurs"),
    PARTNERS("partenaires", "Membres partenaires", "acteurs"),
    COMPOSITION("composition", "Composition de la CPTS, avec le secteur d’activité", "acteurs"),
    PROFESSIONALS_INVOLVED("professionnels-impliques", "Personnes impliquées, par catégorie", "acteurs"),
    STRUCTURES_INVOLVED("etablissements-impliques", "Services et établissements impliqués", "acteurs"),
    MEANS("moyens-humains", "Adhésions et salariés de l’association", "gouvernance/coordination"),
    LEGAL_FORM("forme-juridique", "Structure juridique et représentation légale", "gouvernance"),
    GOVERNANCE("gouvernance", "Instances et mandats", "gouvernance"),
    MISSIONS("missions", "Missions et actions qui y répondent", "objectifs"),
    BASE_MISSIONS("missions-socles", "Missions socles et actions qui y répondent", "actions"),
    OPTIONAL_MISSIONS("missions-complementaires", "Missions complémentaires et actions qui y répondent", "actions"),
    PROBLEMS("problemes", "Problématiques identifiées", "diagnostic/problemes"),
    PROBLEMS_BY_THEME("problemes-par-theme", "Problématiques identifiées, thème par thème", "diagnostic/problemes"),
    GENERAL_OBJECTIVES("objectifs-generaux", "Objectifs généraux", "objectifs"),
    OPERATIONAL_OBJECTIVES("objectifs-operationnels", "Objectifs opérationnels et actions", "objectifs"),
    BENEFICIARIES("publics", "Publics bénéficiaires, action par action", "actions"),
    INDICATORS("indicateurs", "Indicateurs d’évaluation", "actions"),
    QUANTITATIVE_INDICATORS("indicateurs-quantitatifs", "Indicateurs quantitatifs", "actions"),
    QUALITATIVE_INDICATORS("indicateurs-qualitatifs", "Indicateurs qualitatifs", "actions"),
    CALENDAR("calendrier", "Calendrier", "actions"),
    PROJECT_CALENDAR("calendrier-projet", "Calendrier de mise en œuvre, phase par phase", "calendrier"),
    COMMITMENTS("engagements", "Personnes et structures engagées", "acteurs"),
    BUDGET("budget", "Budget", "budget"),
    BUDGET_FORM("budget-formulaire", "Budget prévisionnel, charges et produits face à face", "budget"),
    PRE_PROJECT_BUDGET("budget-pre-projet", "Budget du pré-projet", "budget"),
    ACTION_SHEETS("fiches-action", "Fiches action", "actions"),
    SIGNATURE("signature", "Signature de la personne qui représente l’association", "gouvernance"),
    PARTNERSHIPS("partenariats", "Partenariats, articulations et conventions", "contexte/partenariats"),
    EXISTING_ACTORS("acteurs-existants", "Acteurs et projets existants", "contexte/partenariats"),
    LOCAL_AUTHORITIES("collectivites", "Collectivités territoriales", "contexte/partenariats"),
    SUPPORT_PLATFORM("pta", "Plateforme territoriale d’appui ou DAC", "contexte/partenariats"),
    OUTREACH(
            "demarche-inclusive",
            "Qui a été prévenu, et la part de chaque profession",
            "contexte/information-des-acteurs"),
    SYSTEMS("systemes-information", "Systèmes d’information utilisés", "contexte/systemes-information"),
    SYSTEM_NEEDS("besoins-de-partage", "Outils souhaités et besoins de partage", "contexte/systemes-information"),
    REGIONAL_SYSTEMS("outils-regionaux", "Outils de la région, utilisés ou souhaités", "contexte/systemes-information"),
    TELEHEALTH("telesante", "Télésanté utilisée et souhaitée", "contexte/systemes-information"),
    PRS_THEMES("prs-themes", "PRS, thèmes transversaux retenus", "contexte/prs"),
    PRS_PATHWAYS("prs-parcours", "PRS, parcours prioritaires retenus", "contexte/prs"),
    PRS_EQUIPMENT("prs-equipements", "PRS, équipements, activités et filières retenus", "contexte/prs"),
    PRS_AND_LOCAL_CONTRACT("prs-et-cls", "Thèmes du PRS retenus et contrats locaux de santé", "contexte/prs"),
    ACTION_MEANS("moyens-par-action", "Moyens, action par action", "actions"),
    ADOPTED_STATUTES("statuts-adoptes", "Statuts adoptés, avec leur date", "statuts"),
    ACTIVE_FILE("file-active", "Nombre de personnes, action par action", "actions"),
    POSTS("postes", "Fonctions, temps de travail et employeur", "contexte/postes"),
    JOB_DESCRIPTIONS("fiches-de-poste", "Fiches de poste", "contexte/postes"),
    HISTORY("historique", "Historique de la coopération", "contexte/historique"),
    COMMUNICATION("communication", "Plan de communication", "contexte/communication"),
    APPROACHES("usagers-et-qualite", "Participation des usagers et démarche qualité", "contexte/usagers-et-qualite"),
    EVALUATIONS("calendrier-evaluation", "Calendrier d’évaluation", "contexte/evaluations");

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

    /** Whether a text of the same section says enough while nothing is entered: it was asked before the view existed. */
    public boolean yieldsToText() {
        return page.startsWith("contexte/") || this == ACTIVE_FILE || this == ADOPTED_STATUTES;
    }

    /** The page in words, as its tab or its title names it: « Territoire ». */
    public String pageName() {
        return switch (page) {
            case "diagnostic/problemes" -> "Problèmes retenus";
            case "gouvernance/association" -> "Association";
            case "gouvernance/coordination" -> "Coordination";
            case "contexte/partenariats" -> "Partenariats et conventions";
            case "contexte/information-des-acteurs" -> "Démarche inclusive";
            case "contexte/systemes-information" -> "Systèmes d’information";
            case "contexte/prs" -> "Projet régional de santé";
            case "contexte/postes" -> "Fonctions et fiches de poste";
            case "contexte/historique" -> "Historique de la coopération";
            case "contexte/communication" -> "Plan de communication";
            case "contexte/usagers-et-qualite" -> "Usagers et qualité";
            case "contexte/evaluations" -> "Calendrier d’évaluation";
            default -> page.substring(0, 1).toUpperCase(Locale.FRENCH) + page.substring(1);
        };
    }

    static Optional<ViewKind> ofCode(String code) {
        return Arrays.stream(values()).filter(view -> view.code.equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(ViewKind::code).toList();
    }
}
