package fr.maillage.contract;

import fr.maillage.documents.Block;
import fr.maillage.documents.Inline;
import fr.maillage.rules.aci.Part;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.rules.ledger.PartKey;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The annexes of a contract or of an amendment: its money year by year, its lines of results, its territory, its dates. */
final class ContractAnnexes {

    private final ContractDocument.Facts facts;
    private final List<Block> body = new ArrayList<>();
    private int number;

    private ContractAnnexes(ContractDocument.Facts facts) {
        this.facts = facts;
    }

    static List<Block> of(ContractDocument.Facts facts) {
        var annexes = new ContractAnnexes(facts);
        // The money of an amendment hangs on what was paid before it: its article says the new amounts of a whole year.
        if (facts.terms().number() == 0) {
            annexes.money();
        }
        if (!facts.terms().lines().isEmpty()) {
            annexes.results();
        }
        annexes.territory();
        annexes.dates();
        return annexes.body;
    }

    private void open(String title, String key) {
        number++;
        body.add(new Block.Heading(2, "Annexe " + number + ".", title, "annexe-" + key));
    }

    private void money() {
        open("Annexe financière", "financiere");
        var unknown = facts.terms().unknown().size();
        if (unknown > 0) {
            body.add(Block.paragraph("Il reste "
                    + French.count(unknown, "montant", "montants")
                    + " à convenir\u00A0: les tableaux ci-dessous ne les comptent pas."));
        }
        body.add(byYear());
        body.add(payments());
    }

    private Block byYear() {
        var years = facts.ledger().years();
        var columns = new ArrayList<>(List.of(new Block.Column("Mission et volet", Block.Align.LEFT, 7)));
        years.forEach(year -> columns.add(new Block.Column("Année " + year.number(), Block.Align.RIGHT, 3)));
        columns.add(new Block.Column("En tout", Block.Align.RIGHT, 3));
        var rows = new ArrayList<Block.Row>();
        for (var key : keys(years)) {
            var cells = new ArrayList<List<Inline>>();
            cells.add(Inline.text(label(years, key)));
            var whole = Euros.ZERO;
            for (var year : years) {
                var ceiling = year.line(key).map(Ledger.Line::ceiling).orElse(Euros.ZERO);
                whole = whole.plus(ceiling);
                cells.add(Inline.text(LedgerPage.plain(ceiling)));
            }
            cells.add(Inline.text(LedgerPage.plain(whole)));
            rows.add(new Block.Row(Block.Emphasis.NONE, cells));
        }
        var total = new ArrayList<List<Inline>>();
        total.add(Inline.text("Total, au plus"));
        years.forEach(year -> total.add(Inline.text(LedgerPage.plain(year.sum(Ledger.Line::ceiling)))));
        total.add(Inline.text(LedgerPage.plain(facts.ledger().sum(Ledger.Line::ceiling))));
        rows.add(new Block.Row(Block.Emphasis.TOTAL, total));
        return new Block.Table(
                "Montants de chaque année du contrat, au plus, en euros",
                columns,
                rows,
                "Une mission qui démarre en cours d’année compte au nombre exact de jours. Le volet variable est compté à son maximum.");
    }

    private static List<PartKey> keys(List<Ledger.Year> years) {
        return years.stream()
                .flatMap(year -> year.lines().stream())
                .map(line -> line.agreed().key())
                .distinct()
                .toList();
    }

    private static String label(List<Ledger.Year> years, PartKey key) {
        return years.stream()
                .flatMap(year -> year.line(key).stream())
                .findFirst()
                .map(line -> line.agreed().label())
                .orElse("");
    }

    private Block payments() {
        return new Block.Table(
                "Calendrier des versements, au plus",
                List.of(
                        new Block.Column("Prévu le", Block.Align.LEFT, 3),
                        new Block.Column("Au plus tard le", Block.Align.LEFT, 3),
                        new Block.Column("Objet", Block.Align.LEFT, 6),
                        new Block.Column("Calcul", Block.Align.LEFT, 7),
                        new Block.Column("Montant", Block.Align.RIGHT, 3)),
                facts.ledger().expected().stream()
                        .filter(payment -> !payment.amount().isZero())
                        .map(payment -> Block.Row.of(
                                French.date(payment.planned()),
                                French.date(payment.limit()),
                                LedgerPage.object(payment),
                                payment.arithmetic(),
                                French.amount(payment.amount())))
                        .toList(),
                "Les versements selon les résultats sont comptés à leur maximum.");
    }

    private void results() {
        open("Indicateurs et lignes de résultats", "indicateurs");
        for (var mission : facts.terms().missions()) {
            var lines = facts.terms().linesOf(mission.mission());
            if (!lines.isEmpty()) {
                body.add(results(mission, lines));
            }
        }
    }

    private Block results(Terms.MissionLine mission, List<ContractLine> lines) {
        var envelope = envelope(mission.mission());
        var rows = new ArrayList<Block.Row>();
        for (var line : lines) {
            var weight = line.weightIn(envelope);
            rows.add(Block.Row.of(
                    line.label(),
                    line.baselineInWords(),
                    line.scaleInWords(),
                    evidence(line),
                    French.amount(line.rule().maximum()) + (weight == null ? "" : " (" + weight + ")")));
        }
        var total = lines.stream().map(line -> line.rule().maximum()).reduce(Euros.ZERO, Euros::plus);
        rows.add(new Block.Row(
                Block.Emphasis.TOTAL,
                List.of(
                        Inline.text("Volet variable d’une année entière"),
                        Inline.text(""),
                        Inline.text(""),
                        Inline.text(""),
                        Inline.text(French.amount(total)))));
        return new Block.Table(
                mission.title(),
                List.of(
                        new Block.Column("Ligne", Block.Align.LEFT, 5),
                        new Block.Column("Valeur de départ", Block.Align.LEFT, 3),
                        new Block.Column("Ce qui est payé", Block.Align.LEFT, 6),
                        new Block.Column("Source et preuve", Block.Align.LEFT, 5),
                        new Block.Column("Maximum", Block.Align.RIGHT, 3)),
                rows,
                "Une ligne sans preuve ne compte pas comme atteinte.");
    }

    /** Who gives the figure, then what proves it; either may not be said yet. */
    private static String evidence(ContractLine line) {
        var said = new ArrayList<String>();
        if (!line.source().isBlank()) {
            said.add(line.source());
        }
        if (!line.proof().isBlank()) {
            said.add("Preuve\u00A0: " + line.proof());
        }
        return said.isEmpty() ? "à convenir" : String.join(". ", said);
    }

    /** What the variable parts of a mission give in a whole year; null while one of them is unknown. */
    private @Nullable Euros envelope(String mission) {
        var parts = facts.terms().amountsOf(mission).stream()
                .filter(line -> line.paid() == Part.Paid.ON_RESULTS)
                .map(Terms.AmountLine::amount)
                .toList();
        return parts.stream().anyMatch(Objects::isNull)
                ? null
                : parts.stream().filter(Objects::nonNull).reduce(Euros.ZERO, Euros::plus);
    }

    private void territory() {
        open("Territoire", "territoire");
        var perimeter = facts.perimeter();
        if (perimeter == null) {
            body.add(Block.paragraph("La liste des communes est celle du projet de santé, jointe par les parties."));
            return;
        }
        body.add(Block.paragraph("Version " + perimeter.number() + " du territoire enregistré par la communauté\u00A0: "
                + French.count(perimeter.communes(), "commune", "communes") + "."));
        var rows = new ArrayList<Block.Row>();
        perimeter.places().stream()
                .sorted(Comparator.comparing(place -> place.label(), French.ORDER))
                .forEach(place -> rows.add(Block.Row.of(
                        place.label(),
                        place.commune(),
                        place.population() == null ? "non comptés" : French.number(place.population()),
                        place.vintage() == null ? "déclarés par la CPTS" : "Insee, " + place.vintage())));
        rows.add(new Block.Row(
                Block.Emphasis.TOTAL,
                List.of(
                        Inline.text("En tout"),
                        Inline.text(""),
                        Inline.text(French.number(perimeter.population())),
                        Inline.text(""))));
        body.add(
                new Block.Table(
                        "Communes et habitants",
                        List.of(
                                new Block.Column("Commune", Block.Align.LEFT, 6),
                                new Block.Column("Code de l’Insee", Block.Align.LEFT, 3),
                                new Block.Column("Habitants", Block.Align.RIGHT, 3),
                                new Block.Column("Source", Block.Align.LEFT, 4)),
                        rows,
                        "Insee\u00A0: Institut national de la statistique et des études économiques. Les habitants sont ceux du jour où ce territoire a été enregistré."));
    }

    private record Dated(LocalDate on, String mission, String what) {}

    private void dates() {
        open("Calendrier des missions", "calendrier");
        var dates = new ArrayList<Dated>();
        for (var mission : facts.terms().missions()) {
            dates.add(new Dated(mission.startOn(), mission.title(), "démarrage prévu"));
            if (mission.startBy() != null) {
                dates.add(new Dated(mission.startBy(), mission.title(), "dernier jour pour démarrer"));
            }
            if (mission.deployedBy() != null) {
                dates.add(new Dated(
                        mission.deployedBy(), mission.title(), "dernier jour pour être entièrement déployée"));
            }
        }
        dates.sort(Comparator.comparing(Dated::on));
        body.add(new Block.Table(
                "Les dates, dans l’ordre",
                List.of(
                        new Block.Column("Date", Block.Align.LEFT, 3),
                        new Block.Column("Mission", Block.Align.LEFT, 6),
                        new Block.Column("Ce qui est attendu", Block.Align.LEFT, 6)),
                dates.stream()
                        .map(date -> Block.Row.of(French.date(date.on()), date.mission(), date.what()))
                        .toList(),
                "Les derniers jours sont ceux de l’accord conventionnel interprofessionnel (ACI)."));
    }
}
