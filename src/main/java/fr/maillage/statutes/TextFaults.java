package fr.maillage.statutes;

import static fr.maillage.statutes.TextKind.INTERNAL_RULES;
import static fr.maillage.statutes.TextKind.STATUTES;

import fr.maillage.shared.French;
import fr.maillage.statutes.TextRule.Both;
import fr.maillage.statutes.TextRule.Fault;
import java.util.ArrayList;
import java.util.List;

/** The rules of {@link TextRule} that need more than a line. */
final class TextFaults {

    private TextFaults() {}

    /** What the texts need and nobody gave; the internal rules count only when the statutes announce them. */
    static List<Fault> blanks(Both both) {
        var faults = new ArrayList<Fault>();
        for (var kind : TextKind.values()) {
            if (kind == INTERNAL_RULES && both.is("reglement", "aucun")) {
                continue;
            }
            for (var article : both.work().printed(kind)) {
                for (var blank : article.blanks()) {
                    var sentence = "%s\u00A0: complétez «\u00A0%s\u00A0».".formatted(article.title(), blank.label());
                    faults.add(
                            blank.page() == null
                                    ? new Fault(kind, article.key(), null, sentence)
                                    : new Fault(kind, null, blank.page(), sentence));
                }
            }
        }
        return faults;
    }

    static List<Fault> defence(Both both) {
        var faults = new ArrayList<Fault>();
        if (both.is("radiation-delai", "0")) {
            faults.add(Fault.in(
                    "radiations",
                    "Un membre peut être radié sans avoir eu le temps de s’expliquer. Donnez-lui quelques jours."));
        }
        if (both.is("radiation-recours", "aucun")) {
            faults.add(Fault.in(
                    "radiations",
                    "Une personne radiée ne peut demander à personne de revoir la décision. Prévoyez un recours."));
        }
        return faults;
    }

    static List<Fault> extraordinaryQuorum(Both both) {
        var ordinary = both.all().fraction("ag-quorum");
        var extraordinary = both.all().fraction("age-quorum");
        if (ordinary.isEmpty()) {
            return List.of();
        }
        var lower = extraordinary.map(share -> share.isBelow(ordinary.get())).orElse(true);
        return Fault.when(
                lower,
                "L’assemblée extraordinaire %s, l’ordinaire demande %s : modifier les statuts serait plus facile qu’approuver les comptes."
                        .formatted(
                                extraordinary
                                        .map(share -> "demande " + share.words())
                                        .orElse("n’a pas de quorum"),
                                ordinary.get().words()),
                "assemblee-extraordinaire");
    }

    static List<Fault> seats(Both both) {
        var colleges = both.all().colleges();
        var wanted = both.all().whole("ca-nombre");
        if (!both.is("organisation", "colleges") || colleges.isEmpty() || wanted.isEmpty()) {
            return List.of();
        }
        long given = colleges.stream().mapToInt(College::seats).sum();
        return Fault.when(
                given != wanted.get(),
                "Les collèges donnent %s, le conseil en compte %d. Accordez les deux articles."
                        .formatted(French.count(given, "siège", "sièges"), wanted.get()),
                "conseil");
    }

    static List<Fault> singleProfession(Both both) {
        var colleges = both.is("organisation", "colleges") ? both.all().colleges() : List.<College>of();
        var seats = colleges.stream().mapToInt(College::seats).sum();
        var faults = new ArrayList<Fault>();
        for (var college : colleges) {
            if (college.singleProfession() && 2 * college.seats() > seats) {
                faults.add(Fault.in(
                        "composition",
                        "Le collège « %s », d’une seule profession, tient %d sièges sur %d. Une CPTS est pluriprofessionnelle : répartissez les sièges, ou dites pourquoi dans le projet de santé."
                                .formatted(college.name(), college.seats(), seats)));
            }
        }
        return faults;
    }

    static List<Fault> renewal(Both both) {
        return Renewal.of(both.all())
                .filter(renewal -> renewal.yearsBetween().isEmpty())
                .map(renewal -> Fault.in(
                        "conseil",
                        "Un mandat de %s ne se partage pas en %d : les renouvellements tomberaient en cours d’année. Choisissez un mandat de %d ans."
                                .formatted(
                                        French.count(renewal.years(), "an", "ans"), renewal.parts(), renewal.parts())))
                .stream()
                .toList();
    }

    /** The board that the page of governance knows already. */
    static List<Fault> seated(Both both) {
        var members = both.facts().boardMembers();
        var seats = both.all().whole("ca-nombre");
        return members
                .filter(count -> seats.isPresent() && count > seats.get())
                .map(count -> Fault.in(
                        "conseil",
                        "%d personnes siègent au conseil d’après la page Gouvernance, pour %s."
                                .formatted(count, French.count(seats.orElseThrow(), "siège", "sièges"))))
                .stream()
                .toList();
    }

    static List<Fault> officers(Both both) {
        var faults = new ArrayList<>(Fault.when(
                both.is("bureau-cumul", "permis"),
                "La même personne pourrait présider et tenir les comptes. Écrivez que ces fonctions ne se cumulent pas.",
                "bureau"));
        for (var name : both.facts().holdingBoth()) {
            faults.add(
                    new Fault(
                            STATUTES,
                            null,
                            "/gouvernance",
                            name
                                    + " tient aujourd’hui la présidence et la trésorerie. Confiez l’une des deux à quelqu’un d’autre."));
        }
        return faults;
    }

    /** The model says that all functions are free; a CPTS that pays must say so in its statutes. */
    static List<Fault> indemnities(Both both) {
        if (both.is("reglement", "aucun")) {
            return List.of();
        }
        if (both.is("indemnites", "oui") && both.is("fonctions", "gratuites")) {
            return List.of(
                    Fault.in(
                            "indemnites",
                            "Le règlement intérieur prévoit des indemnités, mais les statuts disent toutes les fonctions"
                                    + " gratuites. Permettez-les ici, ou retirez-les du règlement."),
                    new Fault(
                            INTERNAL_RULES,
                            "indemnites",
                            null,
                            "Les statuts disent toutes les fonctions gratuites. Retirez ces indemnités, ou permettez-les"
                                    + " dans les statuts."));
        }
        return Fault.inRules(
                both.is("indemnites", "non") && both.is("fonctions", "indemnisees"),
                "Les statuts permettent des indemnités et renvoient au règlement intérieur, qui n’en prévoit aucune."
                        + " Dites ici qui, pour quoi et combien.",
                "indemnites");
    }

    static List<Fault> internalRules(Both both) {
        if (!both.is("reglement", "aucun")) {
            return List.of();
        }
        var faults = new ArrayList<>(Fault.when(
                both.is("cotisation", "reglement"),
                "La cotisation est fixée par le règlement intérieur, que les statuts ne prévoient pas.",
                "reglement-interieur"));
        faults.addAll(Fault.when(
                both.is("fonctions", "indemnisees"),
                "Les indemnités sont fixées par le règlement intérieur, que les statuts ne prévoient pas.",
                "reglement-interieur"));
        return faults;
    }

    static List<Fault> signatures(Both both) {
        return both.facts().signatories().size() >= TextDocument.SIGNATURES
                ? List.of()
                : List.of(new Fault(
                        STATUTES,
                        null,
                        "/gouvernance",
                        "Il faut deux signatures, et la page Gouvernance ne connaît pas deux personnes qui signent."
                                + " Donnez leurs mandats à la présidence et au secrétariat ou à la trésorerie."));
    }

    static List<Fault> fees(Both both) {
        if (both.is("reglement", "aucun")) {
            return List.of();
        }
        var amount = !both.is("cotisation-personne", "-") || !both.is("cotisation-structure", "-");
        if (both.is("cotisation", "reglement") && !amount) {
            return Fault.inRules(
                    true,
                    "Les statuts laissent le règlement fixer la cotisation. Donnez son montant, même s’il est le même pour tous.",
                    "cotisations");
        }
        return Fault.inRules(
                amount && (both.is("cotisation", "aucune") || both.is("cotisation", "statuts")),
                both.is("cotisation", "aucune")
                        ? "Les statuts disent qu’il n’y a pas de cotisation, et le règlement en donne une. Corrigez l’un des deux."
                        : "Les statuts fixent déjà la cotisation. Retirez le montant du règlement.",
                "cotisations");
    }
}
