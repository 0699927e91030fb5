package fr.maillage.dossier.completeness;

import static fr.maillage.dossier.completeness.Severity.ADVISED;
import static fr.maillage.dossier.completeness.Severity.BLOCKING;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a dossier is checked for. A trame names, section by section, the rules that count for it. */
public enum ProjectRule {
    // spotless:off (a table is read in columns)
    TERRITORY_SET("territoire-defini", BLOCKING, "territoire",
        "Le territoire est une liste de communes", Texts.L_1434_12),
    POPULATION_LARGE_ENOUGH("population-coherente", ADVISED, "territoire",
        "Le territoire compte plus de 15 000 habitants", Texts.ARS_AURA_ANNEX_3),
    TERRITORY_IN_ONE_PIECE("territoire-d-un-seul-tenant", ADVISED, "territoire",
        "Les communes se touchent", Texts.NATIONAL_TRAME_2),

    GENERAL_PRACTITIONER("medecin-generaliste", BLOCKING, "acteurs",
        "Un médecin généraliste au moins participe", Texts.ARS_AURA_TEAM),
    TWO_PROFESSIONS("deux-professions", BLOCKING, "acteurs",
        "Deux professions de santé au moins participent", Texts.URPS_INCLUSIVE),
    SOCIAL_ACTORS("acteurs-sociaux", ADVISED, "acteurs",
        "Le médico-social ou le social est représenté", Texts.L_1434_12),
    PARTICIPANTS_CERTAIN("acteurs-confirmes", ADVISED, "acteurs",
        "Toutes les participations sont confirmées", Texts.ARS_AURA_ANNEX_3),
    PARTNERS_NAMED("partenaires-nommes", ADVISED, "acteurs",
        "Un membre partenaire au moins est nommé", Texts.NATIONAL_TRAME_3),

    LEGAL_REPRESENTATIVE("representant-legal", BLOCKING, "gouvernance",
        "La personne qui représente l’association est nommée", Texts.ARS_AURA_ANNEX_4),
    GOVERNANCE_DESCRIBED("gouvernance-decrite", BLOCKING, "gouvernance",
        "La gouvernance est décrite", Texts.NATIONAL_TRAME_3),
    GOVERNANCE_SHARED("gouvernance-pluriprofessionnelle", ADVISED, "gouvernance",
        "Deux professions au moins siègent dans la gouvernance", Texts.URPS_INCLUSIVE),

    BASE_MISSIONS_COVERED("missions-socles", BLOCKING, "actions",
        "Chaque mission obligatoire a une action", Texts.BASE_MISSIONS),
    GENERAL_OBJECTIVES_SET("objectifs-generaux", BLOCKING, "objectifs",
        "Un objectif général au moins est fixé", Texts.NATIONAL_TRAME_4),
    OBJECTIVES_BROKEN_DOWN("objectifs-declines", ADVISED, "objectifs",
        "Chaque objectif général mène à une action", Texts.NATIONAL_TRAME_4),
    ACTIONS_PILOTED("actions-pilotees", ADVISED, "actions",
        "Chaque action a un pilote", Texts.URPS_PILOT),
    BENEFICIARIES_NAMED("public-beneficiaire", ADVISED, "actions",
        "Chaque action dit son public", Texts.ARS_AURA_ACTION_SHEET),
    ACTIONS_DATED("actions-datees", ADVISED, "actions",
        "Chaque action a une date de début", Texts.ARS_AURA_ACTION_SHEET),
    ACTIONS_MEASURED("indicateurs-par-action", BLOCKING, "actions",
        "Chaque action a un ou deux indicateurs", Texts.NATIONAL_TRAME_43),
    INDICATORS_MEASURABLE("indicateurs-mesurables", ADVISED, "actions",
        "Chaque indicateur a une cible et une date", Texts.NATIONAL_TRAME_43),

    BUDGET_ENTERED("budget-saisi", BLOCKING, "budget",
        "Le budget d’une année au moins est saisi", Texts.NATIONAL_TRAME_6),
    BUDGET_BALANCED("budget-equilibre", BLOCKING, "budget",
        "Charges et produits sont égaux, chaque année", Texts.CERFA);
    // spotless:on

    private final String code;
    private final Severity severity;
    private final String page;
    private final String sentence;
    private final String source;

    ProjectRule(String code, Severity severity, String page, String sentence, String source) {
        this.code = code;
        this.severity = severity;
        this.page = page;
        this.sentence = sentence;
        this.source = source;
    }

    /** As a trame file names it. */
    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    /** The page of the CPTS where one mends it: {@code /cpts/{slug}/<page>}. */
    public String page() {
        return page;
    }

    /** The rule in French, as it is when it is met. */
    public String sentence() {
        return sentence;
    }

    /** The text it comes from, in French. */
    public String source() {
        return source;
    }

    public static Set<String> codes() {
        return Arrays.stream(values()).map(ProjectRule::code).collect(Collectors.toUnmodifiableSet());
    }

    /** Where the rules come from. */
    private static final class Texts {
        static final String L_1434_12 = "Code de la santé publique, article L. 1434-12";
        static final String NATIONAL_TRAME_2 = "Trame nationale, partie 2";
        static final String NATIONAL_TRAME_3 = "Trame nationale, partie 3";
        static final String NATIONAL_TRAME_4 = "Trame nationale, partie 4";
        static final String NATIONAL_TRAME_43 = "Trame nationale, section 4.3";
        static final String NATIONAL_TRAME_6 = "Trame nationale, annexe 6.1.5";
        static final String ARS_AURA_TEAM = "Guide de l’ARS Auvergne-Rhône-Alpes, équipe à l’initiative du projet";
        static final String ARS_AURA_ANNEX_3 = "Guide de l’ARS Auvergne-Rhône-Alpes, annexe 3";
        static final String ARS_AURA_ANNEX_4 = "Guide de l’ARS Auvergne-Rhône-Alpes, annexe 4";
        static final String ARS_AURA_ACTION_SHEET = "Guide de l’ARS Auvergne-Rhône-Alpes, modèle de fiche action";
        static final String URPS_INCLUSIVE = "Guide de l’URPS Occitanie, approche inclusive et pluriprofessionnelle";
        static final String URPS_PILOT = "Guide de l’URPS Occitanie, désignation de pilotes";
        static final String BASE_MISSIONS = "Accord conventionnel interprofessionnel, missions socles";
        static final String CERFA = "Formulaire cerfa n° 12156, budget prévisionnel";

        private Texts() {}
    }
}
