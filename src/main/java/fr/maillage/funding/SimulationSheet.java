package fr.maillage.funding;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.rules.aci.Schedule;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The payments of a simulation as a workbook; totals, assumptions and sources stand in its notes. */
final class SimulationSheet {

    private SimulationSheet() {}

    static Spreadsheet of(Simulation simulation) {
        var schedule = simulation.schedule();
        return new Spreadsheet(
                "Versements de l’ACI",
                notes(simulation),
                List.of(
                        "Année du contrat",
                        "Prévu le",
                        "Au plus tard le",
                        "Mission",
                        "Volet",
                        "Nature",
                        "Montant",
                        "Calcul",
                        "Statut du montant annuel",
                        "Source du montant annuel"),
                schedule.payments().stream().map(p -> row(schedule, p)).toList());
    }

    private static List<Cell> row(Schedule schedule, Schedule.Payment payment) {
        var rate = schedule.years().get(payment.year() - 1).lines().stream()
                .filter(line -> line.subject().equals(payment.subject()))
                .findFirst()
                .orElseThrow()
                .rate();
        var mission = payment.subject().missionTitle();
        return List.of(
                Cell.whole(payment.year()),
                Cell.day(payment.planned()),
                Cell.day(payment.limit()),
                Cell.text(mission == null ? "Toutes" : mission),
                Cell.text(payment.subject().partTitle()),
                Cell.text(payment.nature().label()),
                payment.amount() == null ? Cell.text("inconnu") : Cell.amount(payment.amount()),
                Cell.text(payment.arithmetic()),
                Cell.text(rate.status().label()),
                Cell.text(rate.source().title()));
    }

    private static List<String> notes(Simulation simulation) {
        var schedule = simulation.schedule();
        var notes = new ArrayList<String>();
        notes.add(subtitle(simulation));
        notes.add("Estimation au plus. Elle n’engage ni l’ARS ni l’Assurance Maladie.");
        for (var year : schedule.years()) {
            notes.add("Année " + year.number() + ", du " + French.date(year.firstDay()) + " au "
                    + French.date(year.lastDay()) + French.NBSP + ": " + total(year.total()));
        }
        notes.add("Cinq années" + French.NBSP + ": " + total(schedule.total()));
        simulation.notices().forEach(notice -> notes.add("À noter" + French.NBSP + ": " + notice.message()));
        schedule.assumptions().forEach(a -> notes.add("Hypothèse" + French.NBSP + ": " + a.text()));
        var source = simulation.grid().source();
        notes.add("Source" + French.NBSP + ": " + source.title() + (source.href() == null ? "" : ", " + source.href()));
        return notes;
    }

    /** « Barème…, taille 2 (de 40 000 à 80 000 habitants), contrat signé le 15 mars 2024 ». */
    static String subtitle(Simulation simulation) {
        return simulation.grid().title() + ", taille " + simulation.size().number() + " ("
                + simulation.size().label() + "), contrat signé le "
                + French.date(simulation.schedule().plan().signature()) + ".";
    }

    static String total(Optional<Euros> total) {
        return total.map(French::amount).orElse("inconnu, tant que des montants manquent");
    }
}
