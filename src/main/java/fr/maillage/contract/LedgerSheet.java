package fr.maillage.contract;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.documents.Workbook;
import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.List;

/** The account of a contract as a workbook: its lines by year, its payments, its civil years. */
final class LedgerSheet {

    private LedgerSheet() {}

    static Workbook of(Contract contract, Ledger ledger) {
        var notes = List.of(
                "Contrat " + contract.number() + ", à effet du " + French.date(contract.effectOn()) + ".",
                "Compte arrêté au " + French.date(ledger.on()) + ". Jours exacts, arrondi au centime.",
                "Montants convenus : contrat signé et ses avenants. Calcul : contrat type de l’ACI, article 6.");
        return new Workbook(
                "Compte du contrat",
                List.of(lines(ledger, notes), payments(ledger, notes), civil(contract, ledger, notes)));
    }

    private static Spreadsheet lines(Ledger ledger, List<String> notes) {
        var rows = new ArrayList<List<Cell>>();
        for (var year : ledger.years()) {
            for (var line : year.lines()) {
                rows.add(List.of(
                        Cell.whole(year.number()),
                        Cell.day(year.firstDay()),
                        Cell.day(year.lastDay()),
                        Cell.text(LedgerPage.name(line.agreed())),
                        Cell.text(line.agreed().partTitle()),
                        Cell.amount(line.agreed().yearly()),
                        line.open() ? Cell.text("à évaluer") : Cell.amount(line.due()),
                        Cell.amount(line.ceiling()),
                        Cell.amount(line.withheld()),
                        Cell.amount(line.advanced()),
                        Cell.amount(line.paid()),
                        Cell.amount(line.toCome()),
                        Cell.amount(line.toReturn()),
                        Cell.text(line.dueInWords())));
            }
        }
        return new Spreadsheet(
                "Années",
                notes,
                List.of(
                        "Année",
                        "Du",
                        "Au",
                        "Mission",
                        "Volet",
                        "Convenu",
                        "Dû",
                        "Au plus",
                        "Retenu",
                        "Avance",
                        "Versé",
                        "À venir",
                        "À restituer",
                        "Calcul"),
                rows);
    }

    private static Spreadsheet payments(Ledger ledger, List<String> notes) {
        return new Spreadsheet(
                "Versements",
                notes,
                List.of(
                        "Année",
                        "Objet",
                        "Prévu le",
                        "Au plus tard le",
                        "Montant",
                        "Reçu",
                        "Reçu le",
                        "État",
                        "Calcul",
                        "Règle"),
                ledger.expected().stream()
                        .map(payment -> List.of(
                                Cell.whole(payment.year()),
                                Cell.text(LedgerPage.object(payment)),
                                Cell.day(payment.planned()),
                                Cell.day(payment.limit()),
                                Cell.amount(payment.amount()),
                                Cell.amount(payment.received()),
                                Cell.day(payment.receivedOn()),
                                Cell.text(payment.state().label()),
                                Cell.text(payment.arithmetic()),
                                Cell.text(payment.rule())))
                        .toList());
    }

    private static Spreadsheet civil(Contract contract, Ledger ledger, List<String> notes) {
        return new Spreadsheet(
                "Années civiles",
                notes,
                List.of("Année civile", "Reçu", "Attendu"),
                CivilYears.of(contract.effectOn(), ledger).stream()
                        .map(row -> List.of(
                                Cell.whole(row.year()), Cell.amount(row.received()), Cell.amount(row.expected())))
                        .toList());
    }
}
