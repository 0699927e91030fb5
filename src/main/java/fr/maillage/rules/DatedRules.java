package fr.maillage.rules;

import fr.maillage.rules.aci.AmountStatus;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Grids;
import fr.maillage.rules.aci.Part;
import fr.maillage.rules.data.DataFile;
import fr.maillage.rules.data.DataNode;
import fr.maillage.rules.data.Sources;
import fr.maillage.shared.Source;
import fr.maillage.shared.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every dated rule in one list: what is in force on a day, since when, from which text, and how sure we are of it. */
public final class DatedRules {

    /**
     * @param code stable, unique on a day
     * @param domain where it belongs, in French: « Montants », « Versements »
     * @param value in French notation for people and machines alike: « 17500 », « 0.75 », « oui »; null when unknown
     * @param unit « € par an », « mois », or empty
     */
    public record DatedRule(
            String code,
            String domain,
            String title,
            @Nullable String value,
            String unit,
            Validity validity,
            AmountStatus status,
            Source source) {}

    private static final class Shipped {
        static final List<DatedRule> REFERENCES = DataFile.shipped("rules/references.yaml", DatedRules::read);
    }

    private final LocalDate day;
    private final List<DatedRule> rules = new ArrayList<>();

    private DatedRules(LocalDate day) {
        this.day = day;
    }

    /** The rules in force on a day, by domain; none before the first agreement. */
    public static List<DatedRule> on(LocalDate day, Grids grids) {
        var list = new DatedRules(day);
        if (!day.isBefore(grids.firstDay())) {
            list.sizes();
            list.missions();
            list.grid(grids);
            list.delays();
            list.indicators();
        }
        list.references();
        return List.copyOf(list.rules);
    }

    /** The value of a reference on a day. */
    public static @Nullable String value(String code, LocalDate day) {
        return Shipped.REFERENCES.stream()
                .filter(rule -> rule.code().equals(code) && rule.validity().covers(day))
                .map(DatedRule::value)
                .findFirst()
                .orElse(null);
    }

    private void sizes() {
        var sizes = SizeClasses.on(day);
        var validity = SizeClasses.validityOn(day);
        for (var size : sizes.all()) {
            add(
                    "TAILLE_" + size.number(),
                    "Tailles",
                    "Taille " + size.number() + ", population au moins",
                    String.valueOf(size.atLeast()),
                    "habitants",
                    validity,
                    size.number() == 3 ? AmountStatus.INFERRED : AmountStatus.VERIFIED,
                    size.source());
        }
        add(
                "COHERENCE_TERRITOIRE",
                "Tailles",
                "Population sous laquelle la cohérence du territoire est à justifier",
                String.valueOf(sizes.coherence().threshold()),
                "habitants",
                validity,
                AmountStatus.SECONDARY,
                sizes.coherence().source());
    }

    private void missions() {
        for (var item : BaseMissions.on(day)) {
            add(
                    "SOCLE_" + item.code(),
                    "Missions",
                    item.title() + " (socle)",
                    "oui",
                    "",
                    item.validity(),
                    item.doubt() == null ? AmountStatus.VERIFIED : AmountStatus.SECONDARY,
                    item.source());
        }
    }

    private void grid(Grids grids) {
        var grid = grids.inForceOn(day);
        var validity = new Validity(
                grid.inForceFrom(),
                grids.all().stream()
                        .map(Grid::inForceFrom)
                        .filter(from -> from.isAfter(grid.inForceFrom()))
                        .findFirst()
                        .orElse(null));
        var terms = grid.terms();
        add("BAREME", "Montants", "Barème en vigueur", grid.code(), "", validity, AmountStatus.VERIFIED, grid.source());
        add(
                "DUREE_CONTRAT",
                "Versements",
                "Durée du contrat",
                String.valueOf(terms.contractYears()),
                "ans",
                validity,
                AmountStatus.VERIFIED,
                terms.source());
        add(
                "TAUX_AVANCE",
                "Versements",
                "Part avancée au début de l’année ou de la mission",
                terms.advanceRate().stripTrailingZeros().toPlainString(),
                "du montant fixe",
                validity,
                AmountStatus.VERIFIED,
                terms.source());
        add(
                "DELAI_SOLDE",
                "Versements",
                "Solde, avance suivante et volet variable, au plus tard après l’anniversaire",
                String.valueOf(terms.settlementMonths()),
                "mois",
                validity,
                AmountStatus.VERIFIED,
                terms.source());
        amounts(null, null, grid.operating(), validity);
        for (var mission : grid.missions()) {
            var calendar = mission.calendar();
            if (calendar != null) {
                add(
                        "DEMARRAGE_" + mission.code(),
                        "Missions",
                        mission.title() + ", démarrage au plus tard après la signature",
                        String.valueOf(calendar.startWithinMonths()),
                        "mois",
                        validity,
                        AmountStatus.VERIFIED,
                        calendar.source());
                add(
                        "DEPLOIEMENT_" + mission.code(),
                        "Missions",
                        mission.title() + ", entièrement déployée au plus tard après la signature",
                        String.valueOf(calendar.deployedWithinMonths()),
                        "mois",
                        validity,
                        AmountStatus.VERIFIED,
                        calendar.source());
            }
            mission.parts().forEach(part -> amounts(mission.code(), mission.title(), part, validity));
        }
    }

    private void amounts(@Nullable String mission, @Nullable String title, Part part, Validity validity) {
        for (var size : part.rates().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            var amount = size.getValue().amount();
            add(
                    "MONTANT_" + (mission == null ? "" : mission + "_") + part.code() + "_T" + size.getKey(),
                    "Montants",
                    (title == null ? "" : title + ", ") + part.title() + ", taille " + size.getKey(),
                    amount == null ? null : amount.toString(),
                    "€ par an, au plus",
                    validity,
                    size.getValue().status(),
                    size.getValue().source());
        }
    }

    private void delays() {
        LegalDelay.monthsOn(day)
                .ifPresent(delay -> add(
                        "OPPOSITION_ARS",
                        "Instruction",
                        delay.rule(),
                        String.valueOf(delay.months()),
                        "mois",
                        delay.validity(),
                        AmountStatus.VERIFIED,
                        delay.source()));
    }

    private void indicators() {
        for (var indicator : NationalIndicators.on(day)) {
            add(
                    "INDICATEUR_" + indicator.code(),
                    "Indicateurs",
                    indicator.title(),
                    indicator.direction().code(),
                    indicator.unit(),
                    indicator.validity(),
                    indicator.status(),
                    indicator.source());
        }
    }

    private void references() {
        Shipped.REFERENCES.stream().filter(rule -> rule.validity().covers(day)).forEach(rules::add);
        PreProjectBudgets.on(day)
                .forEach(grant -> add(
                        "PRE_PROJET_" + grant.region(),
                        "Subventions",
                        "Aide de l’ARS à l’écriture du projet de santé, région " + grant.region(),
                        String.valueOf(grant.amount()),
                        "€",
                        grant.validity(),
                        AmountStatus.VERIFIED,
                        grant.source()));
    }

    private void add(
            String code,
            String domain,
            String title,
            @Nullable String value,
            String unit,
            Validity validity,
            AmountStatus status,
            Source source) {
        rules.add(new DatedRule(code, domain, title, value, unit, validity, status, source));
    }

    static AmountStatus status(DataNode node) {
        return node.code("status", AmountStatus::ofGridCode, AmountStatus.gridCodes(), AmountStatus.INFERRED);
    }

    static List<DatedRule> read(DataNode root) {
        root.onlyKeys("sources", "rules");
        var sources = new Sources(root);
        return root.list("rules").stream()
                .map(node -> {
                    node.onlyKeys("code", "domain", "title", "value", "unit", "from", "until", "status", "source");
                    return new DatedRule(
                            node.text("code"),
                            node.text("domain"),
                            node.text("title"),
                            node.text("value"),
                            node.has("unit") ? String.valueOf(node.at("unit").scalar()) : "",
                            new Validity(node.date("from"), node.has("until") ? node.date("until") : null),
                            status(node),
                            sources.of(node));
                })
                .toList();
    }
}
