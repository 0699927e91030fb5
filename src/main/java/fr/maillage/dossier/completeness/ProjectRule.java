package fr.maillage.dossier.completeness;

import static fr.maillage.dossier.completeness.Severity.ADVISED;
import static fr.maillage.dossier.completeness.Severity.BLOCKING;

import fr.maillage.community.Body;
import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantCategory;
import fr.maillage.community.Sector;
import fr.maillage.project.Action;
import fr.maillage.project.Budget;
import fr.maillage.project.BudgetAccounts;
import fr.maillage.project.BudgetFlag;
import fr.maillage.project.Coverage;
import fr.maillage.project.Indicator;
import fr.maillage.project.context.Partnership;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a dossier is checked for. A trame names, section by section, the rules that count for it. */
public enum ProjectRule {
    // spotless:off (a table is read in columns)
    TERRITORY_SET("territoire-defini", BLOCKING, "territoire",
        "Le territoire est une liste de communes",
        Texts.L_1434_12,
        facts -> facts.communes() > 0 ? met() : missing("Choisissez les communes du territoire.")),
    POPULATION_LARGE_ENOUGH("population-coherente", ADVISED, "territoire",
        "La population atteint le repère de cohérence",
        Texts.ARS_AURA_ANNEX_3,
        facts -> facts.population() >= facts.coherence().threshold() ? met()
            : missing(French.count(facts.population(), "habitant", "habitants") + ", sous le repère de "
                + French.number(facts.coherence().threshold()) + ". Il est souvent attendu, sans être une règle.")),
    TERRITORY_IN_ONE_PIECE("territoire-d-un-seul-tenant", ADVISED, "territoire",
        "Les communes se touchent",
        Texts.NATIONAL_TRAME_2,
        facts -> facts.communes() > 0 && !Boolean.FALSE.equals(facts.connected()) ? met()
            : missing("Expliquez pourquoi le territoire est en plusieurs morceaux, ou complétez-le.")),

    GENERAL_PRACTITIONER("medecin-generaliste", BLOCKING, "acteurs",
        "Un médecin généraliste au moins participe",
        Texts.ARS_AURA_TEAM,
        facts -> facts.participants().stream().anyMatch(p -> p.facts().category().generalPractice()) ? met()
            : missing("Ajoutez une personne de la profession « Médecine générale ».")),
    TWO_PROFESSIONS("deux-professions", BLOCKING, "acteurs",
        "Deux professions de santé au moins participent",
        Texts.URPS_INCLUSIVE,
        facts -> Professions.of(facts.participants()).size() >= 2 ? met()
            : missing("Une CPTS réunit plusieurs métiers : ajoutez une personne d’une autre profession de santé.")),
    SOCIAL_ACTORS("acteurs-sociaux", ADVISED, "acteurs",
        "Le médico-social ou le social est représenté",
        Texts.L_1434_12,
        facts -> facts.participants().stream().anyMatch(p -> p.facts().sector() == Sector.MEDICO_SOCIAL || p.facts().sector() == Sector.SOCIAL) ? met()
            : missing("Ajoutez une structure ou une personne de l’un de ces secteurs.")),
    PARTICIPANTS_CERTAIN("acteurs-confirmes", ADVISED, "acteurs",
        "Toutes les participations sont confirmées",
        Texts.ARS_AURA_ANNEX_3,
        facts -> Missing.among("À confirmer : ", facts.participants().stream().filter(p -> !p.facts().certain()).map(Participant::fullName))),
    PARTNERS_NAMED("partenaires-nommes", ADVISED, "acteurs",
        "Un membre partenaire au moins est nommé",
        Texts.NATIONAL_TRAME_3,
        facts -> facts.participants().stream().anyMatch(p -> p.facts().membership() == Participant.Membership.PARTNER) ? met()
            : missing("Ajoutez les structures avec lesquelles une convention est prévue.")),

    LEGAL_REPRESENTATIVE("representant-legal", BLOCKING, "gouvernance",
        "La personne qui représente l’association est nommée",
        Texts.ARS_AURA_ANNEX_4,
        facts -> facts.governance().representative() != null ? met()
            : missing("Nommez la personne qui signe pour l’association.")),
    GOVERNANCE_DESCRIBED("gouvernance-decrite", BLOCKING, "gouvernance",
        "La gouvernance est décrite",
        Texts.NATIONAL_TRAME_3,
        facts -> facts.written().contains("gouvernance") || !facts.governance().bodies().isEmpty() ? met()
            : missing("Ajoutez les instances, ou écrivez la section Gouvernance.")),
    BODIES_FILLED("instances-composees", ADVISED, "gouvernance",
        "Chaque instance dit qui y siège",
        Texts.NATIONAL_TRAME_3,
        facts -> Missing.amongBodies("Personne n’y siège encore : ", facts, body -> body.seats().isEmpty())),
    GOVERNANCE_SHARED("gouvernance-pluriprofessionnelle", ADVISED, "acteurs",
        "Deux professions au moins siègent dans la gouvernance",
        Texts.URPS_INCLUSIVE,
        facts -> Professions.of(facts.participants().stream().filter(p -> p.facts().governance()).toList()).size() >= 2 ? met()
            : missing("Dites, pour chaque acteur, s’il participe à la gouvernance.")),

    BASE_MISSIONS_COVERED("missions-socles", BLOCKING, "actions",
        "Chaque mission obligatoire a une action",
        Texts.BASE_MISSIONS,
        facts -> Missing.among("Sans action : ", facts.project().holes().stream().filter(Coverage.Item::base).map(Coverage.Item::title))),
    PROBLEMS_ANSWERED("problemes-repondus", ADVISED, "diagnostic/problemes",
        "Chaque problème retenu mène à un objectif",
        Texts.NATIONAL_TRAME_4,
        facts -> Missing.among("Sans objectif : ", facts.project().problems().stream()
            .filter(problem -> facts.project().objectivesOf(problem).isEmpty())
            .map(problem -> problem.facts().title()))),
    GENERAL_OBJECTIVES_SET("objectifs-generaux", BLOCKING, "objectifs",
        "Un objectif général au moins est fixé",
        Texts.NATIONAL_TRAME_4,
        facts -> !facts.project().objectives().isEmpty() ? met() : missing("Ajoutez un objectif général.")),
    OBJECTIVES_BROKEN_DOWN("objectifs-declines", ADVISED, "objectifs",
        "Chaque objectif général mène à une action",
        Texts.NATIONAL_TRAME_4,
        facts -> Missing.among("Sans action : ", facts.project().objectives().stream()
            .filter(objective -> objective.operational().stream().allMatch(o -> facts.project().actionsOf(o.id()).isEmpty()))
            .map(objective -> objective.facts().title()))),
    ACTIONS_PILOTED("actions-pilotees", ADVISED, "actions",
        "Chaque action a un pilote",
        Texts.URPS_PILOT,
        facts -> Missing.amongActions("Sans pilote : ", facts, action -> action.pilotName() == null)),
    BENEFICIARIES_NAMED("public-beneficiaire", ADVISED, "actions",
        "Chaque action dit son public",
        Texts.ARS_AURA_ACTION_SHEET,
        facts -> Missing.amongActions("Sans public : ", facts, action -> action.facts().beneficiaries().isBlank())),
    ACTIONS_DATED("actions-datees", ADVISED, "actions",
        "Chaque action a une date de début",
        Texts.ARS_AURA_ACTION_SHEET,
        facts -> Missing.amongActions("Sans date : ", facts, action -> action.facts().startsOn() == null)),
    ACTIONS_MEASURED("indicateurs-par-action", BLOCKING, "actions",
        "Chaque action a un ou deux indicateurs",
        Texts.NATIONAL_TRAME_43,
        facts -> Missing.amongActions("Sans indicateur : ", facts, action -> action.facts().indicators().isEmpty())),
    INDICATORS_MEASURABLE("indicateurs-mesurables", ADVISED, "actions",
        "Chaque indicateur a une cible et une date",
        Texts.NATIONAL_TRAME_43,
        facts -> Missing.amongActions("À préciser : ", facts, action -> action.facts().indicators().stream()
            .anyMatch(indicator -> !indicator.targetAmount().known() || indicator.targetOn() == null))),

    TARGETS_AFTER_START("cibles-apres-le-debut", ADVISED, "actions",
        "Aucune cible n’est à atteindre avant le début de son action",
        Texts.NATIONAL_TRAME_43,
        facts -> Missing.amongActions("Dates à revoir : ", facts, ProjectRule::targetedBeforeItStarts)),

    BUDGET_ENTERED("budget-saisi", BLOCKING, "budget",
        "Le budget d’une année au moins est saisi",
        Texts.NATIONAL_TRAME_6,
        facts -> facts.project().budgets().stream().anyMatch(budget -> !budget.lines().isEmpty()) ? met()
            : missing("Ajoutez les charges et les produits de la première année.")),
    BUDGET_BALANCED("budget-equilibre", BLOCKING, "budget",
        "Charges et produits sont égaux, chaque année",
        Texts.CERFA,
        facts -> facts.project().budgets().isEmpty() ? missing("Aucun budget n’est saisi.")
            : Missing.among("À équilibrer : ", facts.project().budgets().stream().filter(budget -> !budget.balanced()).map(Missing::gaps))),
    RECURRING_CHARGES_FUNDED("charges-durables-financees", ADVISED, "budget",
        "Les charges qui reviennent chaque année sont financées par des produits qui durent",
        Texts.ARS_AURA_ANNEX_4,
        facts -> facts.project().budgets().isEmpty() ? missing("Aucun budget n’est saisi.")
            : Missing.among("À revoir : ", facts.project().budgets().stream().filter(budget -> !BudgetFlag.of(budget).isEmpty())
                .map(budget -> String.valueOf(budget.year())))),

    ACTORS_INFORMED("acteurs-informes", BLOCKING, "contexte/information-des-acteurs",
        "L’information des acteurs du territoire est décrite",
        Texts.ARS_AURA_ANNEX_4,
        facts -> !facts.context().outreach().isEmpty() || facts.written().contains("information-des-acteurs") ? met()
            : missing("Notez qui a été prévenu du projet, quand et comment.")),
    PARTNERSHIPS_DESCRIBED("partenariats-decrits", ADVISED, "contexte/partenariats",
        "Les acteurs et projets existants sont décrits",
        Texts.URPS_TOOL_4,
        facts -> !facts.context().partnerships().isEmpty() || facts.written().contains("acteurs-et-projets-existants") ? met()
            : missing("Ajoutez les collectivités, le dispositif d’appui et les autres partenaires.")),
    CONVENTIONS_DATED("conventions-datees", ADVISED, "contexte/partenariats",
        "Chaque convention signée porte sa date",
        Texts.NATIONAL_TRAME_3,
        facts -> Missing.among("Sans date de signature : ", facts.context().partnerships().stream()
            .filter(partner -> partner.state() == Partnership.State.SIGNED && partner.signedOn() == null)
            .map(Partnership::name))),
    CONVENTIONS_RUNNING("conventions-en-cours", ADVISED, "contexte/partenariats",
        "Aucune convention dite signée n’est arrivée à son terme",
        Texts.NATIONAL_TRAME_3,
        facts -> Missing.among("À renouveler ou à dire terminée : ", facts.context().partnerships().stream()
            .filter(partner -> partner.state() == Partnership.State.SIGNED && partner.endsOn() != null
                && partner.endsOn().isBefore(facts.day()))
            .map(Partnership::name))),
    SYSTEMS_DESCRIBED("systemes-information-decrits", ADVISED, "contexte/systemes-information",
        "Les systèmes d’information utilisés sont décrits",
        Texts.URPS_TOOL_4,
        facts -> !facts.context().tools().isEmpty() || facts.written().contains("systemes-information-actuels") ? met()
            : missing("Ajoutez les outils que vous utilisez pour échanger, et ceux que vous souhaitez.")),
    PRS_LINKED("prs-relie", ADVISED, "contexte/prs",
        "Le projet est relié au projet régional de santé",
        Texts.URPS_TOOL_4,
        facts -> !facts.context().prs().comments().isEmpty() || facts.written().contains("prs-themes")
            || facts.project().actions().stream().anyMatch(action -> action.facts().purpose().prsCode() != null) ? met()
            : missing("Choisissez une ligne sur les fiches action, ou retenez-en sur la page du projet régional."));
    // spotless:on

    /**
     * What a rule says of a project: nothing more when it is met.
     *
     * @param within the first place to mend, under the page of the rule: {@code /2} for action 2; empty for the page
     */
    public record Verdict(boolean satisfied, String detail, String within) {

        private static final Verdict MET = new Verdict(true, "", "");

        private Verdict at(Optional<String> place) {
            return satisfied ? this : new Verdict(false, detail, place.orElse(""));
        }
    }

    private final String code;
    private final Severity severity;
    private final String page;
    private final String sentence;
    private final String source;
    private final Function<ProjectFacts, Verdict> check;

    ProjectRule(
            String code,
            Severity severity,
            String page,
            String sentence,
            String source,
            Function<ProjectFacts, Verdict> check) {
        this.code = code;
        this.severity = severity;
        this.page = page;
        this.sentence = sentence;
        this.source = source;
        this.check = check;
    }

    public Verdict check(ProjectFacts facts) {
        return check.apply(facts);
    }

    /** The fiche contradicts itself: nothing can be reached by an action that has not begun. */
    private static boolean targetedBeforeItStarts(Action action) {
        var start = action.facts().startsOn();
        return start != null
                && action.facts().indicators().stream()
                        .map(Indicator::targetOn)
                        .anyMatch(target -> target != null && target.isBefore(start));
    }

    private static Verdict met() {
        return Verdict.MET;
    }

    private static Verdict missing(String detail) {
        return new Verdict(false, detail, "");
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

    public static Optional<ProjectRule> ofCode(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }

    /** What is missing, named one by one. */
    private static final class Missing {

        private static final int MOST_NAMED = 5;

        private Missing() {}

        static Verdict among(String beginning, Stream<String> names) {
            var missing = names.toList();
            if (missing.isEmpty()) {
                return met();
            }
            var named = String.join(
                    French.NNBSP + "; ", missing.stream().limit(MOST_NAMED).toList());
            int others = missing.size() - MOST_NAMED;
            return missing(beginning + named
                    + (others > 0 ? " et " + others + French.NBSP + (others < 2 ? "autre" : "autres") : "") + ".");
        }

        static Verdict amongActions(String beginning, ProjectFacts facts, Predicate<Action> missing) {
            if (facts.project().actions().stream().noneMatch(Action::counts)) {
                return missing("Aucune action n’est écrite.");
            }
            var lacking = facts.project().actions().stream()
                    .filter(Action::counts)
                    .filter(missing)
                    .toList();
            return among(
                            beginning,
                            lacking.stream()
                                    .map(action -> "action " + action.number() + ", "
                                            + action.facts().title()))
                    .at(lacking.stream().map(action -> "/" + action.number()).findFirst());
        }

        /** An assembly gathers every member: nobody is named in it. */
        static Verdict amongBodies(String beginning, ProjectFacts facts, Predicate<Body> missing) {
            var lacking = facts.governance().bodies().stream()
                    .filter(body -> body.facts().kind() != Body.Kind.ASSEMBLY)
                    .filter(missing)
                    .toList();
            return among(beginning, lacking.stream().map(body -> body.facts().name()))
                    .at(lacking.stream()
                            .map(body -> "/instances/" + body.id().value())
                            .findFirst());
        }

        static String gaps(Budget budget) {
            var words = new ArrayList<String>();
            if (budget.total(BudgetAccounts.Side.CHARGES) == 0) {
                words.add("aucune charge");
            } else if (budget.gap() != 0) {
                words.add((budget.gap() < 0 ? "il manque " : "il y a en trop ") + euros(budget.gap()) + " de produits");
            }
            if (budget.contributionsGap() != 0) {
                words.add("les comptes 86 et 87 diffèrent de " + euros(budget.contributionsGap()));
            }
            return budget.year() + " (" + String.join(", ", words) + ")";
        }

        private static String euros(long gap) {
            return French.headline(Euros.of(Math.abs(gap)));
        }
    }

    /** The health professions among people. */
    private static final class Professions {

        private Professions() {}

        static Set<String> of(List<Participant> participants) {
            return participants.stream()
                    .filter(participant -> participant.facts().kind() == Participant.Kind.PERSON)
                    .map(participant -> participant.facts().category())
                    .filter(ParticipantCategory::health)
                    .map(ParticipantCategory::code)
                    .collect(Collectors.toSet());
        }
    }

    /** Where the rules come from. */
    private static final class Texts {
        static final String URPS_TOOL_4 = "Outil 4 de l’URPS Médecins libéraux Occitanie";
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
