package fr.maillage.statutes;

import static fr.maillage.statutes.TextKind.INTERNAL_RULES;
import static fr.maillage.statutes.TextKind.STATUTES;

import fr.maillage.shared.French;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is looked for in the texts of an association. Weight, words and source of each: {@code statutes/checks.yaml}. */
enum TextRule {
    BLANKS(STATUTES, (work, _) -> TextFaults.blanks(work)),

    OPEN_TO_ALL(
            STATUTES,
            (work, _) -> Fault.when(
                    work.is("ouverture", "certains"),
                    "Réserver l’adhésion à certains statuts ou modes d’exercice est un motif de refus du projet."
                            + " Ouvrez-la à tout professionnel du territoire.",
                    "composition")),

    STRUCTURES_WELCOME(
            STATUTES,
            (work, _) -> Fault.when(
                    work.is("personnes-morales", "non"),
                    "Un projet qui écarte d’emblée les structures n’est pas validé. Permettez-leur d’être membres.",
                    "composition")),

    REFUSAL_WITH_REASONS(
            STATUTES,
            (work, _) -> Fault.when(
                    !work.is("admission", "libre") && work.is("refus", "libre"),
                    "Un refus sans motif ne permet pas de montrer que personne n’est écarté pour son statut."
                            + " Prévoyez un motif écrit et un recours.",
                    "admission")),

    DEFENCE_BEFORE_EXCLUSION(STATUTES, (work, _) -> TextFaults.defence(work)),

    NOTICE(
            STATUTES,
            (work, limit) -> work
                    .all()
                    .whole("ag-preavis")
                    .filter(days -> days < limit)
                    .map(days -> Fault.in(
                            "assemblee",
                            "Les membres sont convoqués %s avant l’assemblée. Le modèle demande %d jours au moins."
                                    .formatted(French.count(days, "jour", "jours"), limit)))
                    .stream()
                    .toList()),

    QUORUM(
            STATUTES,
            (work, _) -> Fault.when(
                    work.is("ag-quorum", "-"),
                    "Sans quorum, deux personnes peuvent décider pour toutes. La loi le permet ; un quorum est prudent.",
                    "assemblee")),

    EXTRAORDINARY_QUORUM(STATUTES, (work, _) -> TextFaults.extraordinaryQuorum(work)),

    EXTRAORDINARY_MAJORITY(
            STATUTES,
            (work, _) -> Fault.when(
                    work.is("age-majorite", "1/2"),
                    "Une majorité simple suffit pour modifier les statuts. Deux tiers des voix les protègent mieux.",
                    "assemblee-extraordinaire")),

    PROXIES(
            STATUTES,
            (work, limit) -> work
                    .all()
                    .whole("ag-pouvoirs")
                    .filter(proxies -> proxies > limit)
                    .map(proxies -> Fault.in(
                            "assemblee",
                            "Un membre peut porter %s : quelques personnes peuvent alors décider de tout."
                                    .formatted(French.count(proxies, "pouvoir", "pouvoirs"))))
                    .stream()
                    .toList()),

    COLLEGES(
            STATUTES,
            (work, _) -> Fault.when(
                    work.is("organisation", "unique"),
                    "Sans collège, la profession la plus nombreuse décide. Les financeurs attendent une répartition"
                            + " équitable des voix.",
                    "composition")),

    SEATS(STATUTES, (work, _) -> TextFaults.seats(work)),

    NO_SINGLE_PROFESSION(STATUTES, (work, _) -> TextFaults.singleProfession(work)),

    RENEWAL(STATUTES, (work, _) -> TextFaults.renewal(work)),

    BOARD_MEETINGS(
            STATUTES,
            (work, limit) -> work
                    .all()
                    .whole("ca-reunions")
                    .filter(months -> months > limit)
                    .map(months -> Fault.in(
                            "conseil",
                            "Le conseil peut ne se réunir que tous les %d mois. Le modèle demande une réunion tous les %d mois."
                                    .formatted(months, limit)))
                    .stream()
                    .toList()),

    BOARD_SEATED(STATUTES, (work, _) -> TextFaults.seated(work)),

    TWO_OFFICERS(STATUTES, (work, _) -> TextFaults.officers(work)),

    ABSENCES(
            STATUTES,
            (work, limit) -> Fault.when(
                    work.is("ca-absences", "0"),
                    "Un siège peut rester vide sans que personne ne puisse le reprendre. Le modèle tient pour"
                            + " démissionnaire qui manque " + limit + " réunions de suite sans excuse.",
                    "conseil")),

    ECONOMIC_ACTIVITY(
            STATUTES,
            (work, _) -> Fault.when(
                    work.is("ressources", "ventes") && work.is("activites-economiques", "non"),
                    "Les ressources prévoient des ventes, mais l’objet dit que l’association ne vend rien."
                            + " Corrigez l’un des deux.",
                    "objet")),

    LEGACIES(
            STATUTES,
            (work, _) -> Fault.when(
                    work.is("ressources", "legs") && work.is("liberalites", "non"),
                    "Les ressources prévoient des donations et des legs, sans l’article qui permet de les recevoir."
                            + " Ajoutez-le, ou retirez cette ressource.",
                    "liberalites")),

    FEES_AND_RESOURCES(
            STATUTES,
            (work, _) -> Fault.when(
                    work.is("cotisation", "aucune") && work.is("ressources", "cotisations"),
                    "Aucune cotisation n’est demandée, mais les ressources comptent les cotisations. Corrigez l’un des deux.",
                    "ressources")),

    FEES_IN_BUDGET(STATUTES, (work, _) -> {
        var line = work.facts().feesInBudget();
        return Fault.when(
                line != null && work.is("cotisation", "aucune"),
                "Le budget attend « " + line + " », alors que les statuts ne demandent aucune cotisation.",
                "cotisations");
    }),

    DURATION(
            STATUTES,
            (work, limit) -> work
                    .all()
                    .whole("duree-annees")
                    .filter(years -> work.is("duree", "annees") && years < limit)
                    .map(years -> Fault.in(
                            "duree",
                            "L’association dure %s, le contrat avec l’Assurance Maladie %d ans."
                                    .formatted(French.count(years, "an", "ans"), limit)))
                    .stream()
                    .toList()),

    BOARD_IN_GOVERNANCE(STATUTES, (work, _) -> {
        var governance = work.facts().governance();
        return governance.bodies().isEmpty() || work.facts().boardMembers().isPresent()
                ? List.of()
                : List.of(new Fault(
                        STATUTES,
                        null,
                        "/gouvernance",
                        "Les statuts créent un conseil d’administration, absent de la page Gouvernance et des documents."
                                + " Ajoutez-le."));
    }),

    PUBLIC_FUNDING(
            STATUTES,
            (work, _) -> Stream.of(
                            work.is("ressources", "aci") ? "" : "l’accord conventionnel",
                            work.is("ressources", "fir") ? "" : "le fonds d’intervention régional")
                    .filter(missing -> !missing.isEmpty())
                    .reduce((one, other) -> one + " et " + other)
                    .map(missing -> Fault.in(
                            "ressources",
                            "Les ressources ne nomment pas " + missing + ", qui finance"
                                    + (missing.contains(" et ") ? "nt" : "") + " une CPTS."))
                    .stream()
                    .toList()),

    INDEMNITY_CLAUSE(STATUTES, (work, _) -> TextFaults.indemnities(work)),

    INDEMNITIES_IN_BUDGET(STATUTES, (work, _) -> {
        var line = work.facts().indemnitiesInBudget();
        return Fault.when(
                line != null && work.is("fonctions", "gratuites"),
                "Le budget prévoit « " + line + " », alors que les statuts disent toutes les fonctions"
                        + " gratuites. Permettez les indemnités, ou retirez la ligne.",
                "indemnites");
    }),

    INTERNAL_RULES_EXIST(STATUTES, (work, _) -> TextFaults.internalRules(work)),

    INTERNAL_RULES_APPROVED(
            STATUTES,
            (work, _) -> Fault.when(
                    work.is("reglement", "conseil"),
                    "Le conseil adopte seul le règlement. Le modèle le fait approuver par l’assemblée.",
                    "reglement-interieur")),

    DISSOLUTION(
            STATUTES,
            (work, _) -> Fault.when(
                    work.is("devolution-membres", "possible"),
                    "Un membre pourrait recevoir l’actif : la gestion ne paraît plus désintéressée."
                            + " Interdisez-le, sauf reprise d’un apport.",
                    "dissolution")),

    TWO_SIGNATURES(STATUTES, (work, _) -> TextFaults.signatures(work)),

    FEES_IN_RULES(INTERNAL_RULES, (work, _) -> TextFaults.fees(work)),

    INDEMNITY_BY_TIME(
            INTERNAL_RULES,
            (work, _) -> Fault.inRules(
                    work.is("indemnites", "oui")
                            && (work.is("indemnites-base", "forfait") || work.is("indemnites-base", "taux-unique")),
                    "Une somme fixe, ou un même taux pour toutes les professions, se discute : l’indemnité compense"
                            + " une perte de revenus. Faites-la dépendre du temps passé et du revenu de la profession.",
                    "indemnites")),

    CONFLICTS_OF_INTEREST(
            INTERNAL_RULES,
            (work, _) -> Fault.inRules(
                    work.is("conflits", "aucune"),
                    "Rien ne dit ce que fait une personne qui a un intérêt dans une décision. Prévoyez une déclaration.",
                    "conflits")),

    DATA_PROTECTION(
            INTERNAL_RULES,
            (work, _) -> Fault.inRules(
                    work.is("donnees-sante", "non-dit"),
                    "Rien n’empêche d’envoyer des données de santé par un courriel ordinaire. Demandez une messagerie"
                            + " sécurisée de santé.",
                    "confidentialite")),

    TWO_FOR_PAYMENTS(
            INTERNAL_RULES,
            (work, _) -> Fault.inRules(
                    work.is("double-accord", "-"),
                    "Une seule personne peut engager toute dépense. Fixez une somme à partir de laquelle deux accords"
                            + " sont nécessaires.",
                    "depenses"));

    /**
     * Something wrong.
     *
     * @param article where it is mended, or null when {@code page} says it
     */
    record Fault(
            TextKind kind,
            @Nullable String article,
            @Nullable String page,
            String sentence) {

        static Fault in(String article, String sentence) {
            return new Fault(STATUTES, article, null, sentence);
        }

        static List<Fault> when(boolean wrong, String sentence, String article) {
            return wrong ? List.of(in(article, sentence)) : List.of();
        }

        static List<Fault> inRules(boolean wrong, String sentence, String article) {
            return wrong ? List.of(new Fault(INTERNAL_RULES, article, null, sentence)) : List.of();
        }
    }

    private interface Look {
        List<Fault> faults(Both work, int limit);
    }

    private final TextKind home;
    private final Look look;

    TextRule(TextKind home, Look look) {
        this.home = home;
        this.look = look;
    }

    /** The text that shows it when it holds. */
    TextKind home() {
        return home;
    }

    /** @param limit the number that the file gives */
    List<Fault> faults(Work work, int limit) {
        return look.faults(new Both(work), limit);
    }

    /** Both texts as one set of answers: keys are unique over the two. */
    record Both(Work work, Values all) {

        Both(Work work) {
            this(work, work.values(STATUTES).and(work.values(INTERNAL_RULES)));
        }

        KnownFacts facts() {
            return work.facts();
        }

        /** @param code an answer, or {@code "-"} for none */
        boolean is(String key, String code) {
            return code.equals("-") ? all.value(key).isEmpty() : all.is(key, code);
        }
    }
}
