package fr.maillage.funding;

import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.Heading;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Block.Table;
import fr.maillage.documents.Document;
import fr.maillage.documents.Inline;
import fr.maillage.documents.Opening;
import fr.maillage.documents.Opening.Fact;
import fr.maillage.rules.aci.Schedule;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A simulation on paper: the years, the payments with their arithmetic, the assumptions and the sources. */
final class SimulationDocument {

    private final SimulatorPage page;
    private final Simulation simulation;
    private final Schedule schedule;
    private final Set<Source> cited = new HashSet<>();

    private SimulationDocument(SimulatorPage page, Simulation simulation) {
        this.page = page;
        this.simulation = simulation;
        this.schedule = simulation.schedule();
    }

    /** @param day the day it is printed */
    static Document of(SimulatorPage page, Simulation simulation, LocalDate day) {
        return new SimulationDocument(page, simulation).document(day);
    }

    private Document document(LocalDate day) {
        var body = new ArrayList<Block>();
        body.add(new Block.Paragraph(List.of(
                new Inline.Text(
                        "Cette estimation donne des maxima. Elle n’engage ni l’ARS ni l’Assurance Maladie. Elle suit"
                                + " l’accord conventionnel"),
                new Inline.Note(simulation.grid().source(), ""),
                new Inline.Text(" et ses règles de versement"),
                new Inline.Note(simulation.grid().terms().source(), ""),
                new Inline.Text("."))));
        simulation.notices().forEach(notice -> body.add(Block.paragraph(notice.message())));
        body.add(new Heading(2, "", "Dû pour chaque année du contrat", "annees"));
        body.add(years());
        body.add(new Heading(2, "", "Versements et calculs", "versements"));
        schedule.years().forEach(year -> body.add(payments(year)));
        body.add(new Heading(2, "", "Hypothèses", "hypotheses"));
        body.add(new Block.BulletList(schedule.assumptions().stream()
                .map(a -> new Block.Item(List.of(Block.paragraph(a.text()))))
                .toList()));
        return new Document(
                "Maillage, simulateur public",
                "Estimation du financement d’une CPTS",
                "Estimation du " + French.date(day),
                false,
                day,
                new Opening.Letterhead("Accord conventionnel interprofessionnel (ACI)", facts()),
                body);
    }

    private List<Fact> facts() {
        var territory = simulation.territory();
        var population = territory == null
                ? ""
                : ", " + French.count(territory.population(), "habitant", "habitants")
                        + (territory.vintage() == null ? "" : " (population municipale " + territory.vintage() + ")");
        return List.of(
                new Fact(
                        "Taille",
                        "Taille " + simulation.size().number() + ", "
                                + simulation.size().label() + population),
                new Fact("Signature", French.date(schedule.plan().signature())),
                new Fact("Barème", simulation.grid().title()),
                new Fact("Cinq années, au plus", SimulationSheet.total(schedule.total())));
    }

    private Table years() {
        var columns = new ArrayList<Column>();
        columns.add(new Column("Mission et volet", Align.LEFT, 5));
        columns.add(new Column("Par an", Align.RIGHT, 3));
        schedule.years().forEach(year -> columns.add(new Column("Année " + year.number(), Align.RIGHT, 3)));
        var rows = new ArrayList<Row>();
        for (var row : page.rows()) {
            var cells = new ArrayList<List<Inline>>();
            cells.add(subject(row));
            cells.add(Inline.text(SimulatorPage.plain(row.rate().amount())));
            row.due().forEach(line -> cells.add(Inline.text(line == null ? "–" : SimulatorPage.plain(line.due()))));
            rows.add(new Row(Emphasis.NONE, cells));
        }
        var totals = new ArrayList<List<Inline>>();
        totals.add(Inline.text("Total"));
        totals.add(Inline.text(""));
        schedule.years()
                .forEach(year ->
                        totals.add(Inline.text(SimulatorPage.plain(year.total().orElse(null)))));
        rows.add(new Row(Emphasis.TOTAL, totals));
        return new Table(
                "Montants dus, en euros",
                columns,
                rows,
                "Une année du contrat va d’un anniversaire de la signature à la veille du suivant.");
    }

    /** The source of an amount is called once, where it first serves. */
    private List<Inline> subject(SimulatorPage.Row row) {
        var name = new Inline.Text(SimulatorPage.name(row.subject()));
        var rate = row.rate();
        return cited.add(rate.source())
                ? List.of(
                        name,
                        new Inline.Note(
                                rate.source(), "Statut : " + rate.status().label() + "."))
                : List.of(name);
    }

    private Table payments(Schedule.ContractYear year) {
        var rows = new ArrayList<Row>();
        for (var payment : page.paymentsOf(year.number())) {
            var limit = payment.limit().equals(payment.planned())
                    ? ""
                    : ", au plus tard le " + French.date(payment.limit());
            rows.add(new Row(
                    Emphasis.NONE,
                    List.of(
                            List.of(
                                    new Inline.Strong(Inline.text(SimulatorPage.name(payment.subject()))),
                                    new Inline.LineBreak(),
                                    new Inline.Text(payment.nature().label() + " : " + payment.arithmetic())),
                            Inline.text(French.date(payment.planned()) + limit),
                            Inline.text(SimulatorPage.amount(payment.amount())))));
        }
        rows.add(new Row(
                Emphasis.TOTAL,
                List.of(
                        Inline.text("Total de l’année " + year.number()),
                        Inline.text(""),
                        Inline.text(year.total().map(French::amount).orElse("inconnu")))));
        return new Table(
                "Versements de l’année " + year.number() + ", du " + French.date(year.firstDay()) + " au "
                        + French.date(year.lastDay()),
                List.of(
                        new Column("Objet et calcul", Align.LEFT, 9),
                        new Column("Prévu le", Align.LEFT, 4),
                        new Column("Montant", Align.RIGHT, 3)),
                rows,
                "");
    }
}
