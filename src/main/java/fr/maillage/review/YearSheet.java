package fr.maillage.review;

import fr.maillage.documents.Cell;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.documents.Workbook;
import fr.maillage.rules.Mission;
import fr.maillage.shared.French;
import java.util.List;

/** The yearly report as a workbook: results, account, spending. */
final class YearSheet {

    private YearSheet() {}

    static Workbook of(YearFile file, String community) {
        var notes = List.of(
                community + ", contrat " + file.contract().number() + ", année " + file.year() + ", " + file.period()
                        + ".",
                "Arrêté au " + French.date(file.on()) + ".");
        return new Workbook(
                "Bilan de l’année " + file.year(),
                List.of(
                        results(file, notes),
                        account(file, notes),
                        spending(file, notes),
                        unspent(file, notes),
                        grants(file, notes),
                        facts(file, notes)));
    }

    private static Spreadsheet results(YearFile file, List<String> notes) {
        var review = file.review();
        return new Spreadsheet(
                "Résultats",
                notes,
                List.of(
                        "Mission",
                        "Ligne",
                        "Départ",
                        "Ce qui est payé",
                        "Valeur",
                        "Preuves",
                        "Au plus",
                        "Obtenu",
                        "Pourquoi"),
                review == null
                        ? List.of()
                        : review.lines().stream()
                                .map(line -> {
                                    var earned = line.rule().rule().earned(line.value(), line.proven());
                                    return List.of(
                                            Cell.text(line.rule().rule().mission()),
                                            Cell.text(line.rule().label()),
                                            Cell.decimal(line.rule().baseline()),
                                            Cell.text(line.rule().scaleInWords()),
                                            Cell.decimal(line.value()),
                                            Cell.whole(line.proofs().size()),
                                            Cell.amount(line.rule().rule().maximum()),
                                            line.disputed() ? Cell.text("à convenir") : Cell.amount(earned.amount()),
                                            Cell.text(earned.reason()));
                                })
                                .toList());
    }

    private static Spreadsheet unspent(YearFile file, List<String> notes) {
        return new Spreadsheet(
                "Non dépensé",
                notes,
                List.of("Enveloppe", "Année d’origine", "Non dépensé"),
                file.unspent().stream()
                        .flatMap(envelope -> envelope.layers().stream()
                                .map(layer -> List.of(
                                        Cell.text(envelope.title()),
                                        Cell.whole(layer.year()),
                                        Cell.amount(layer.left()))))
                        .toList());
    }

    private static Spreadsheet grants(YearFile file, List<String> notes) {
        return new Spreadsheet(
                "Autres financements",
                notes,
                List.of("Financeur", "Objet", "Du", "Au", "Accordé", "Reçu dans l’année", "Dépensé pour l’année"),
                file.grants().stream()
                        .map(grant -> List.of(
                                Cell.text(grant.funding().facts().funder()),
                                Cell.text(grant.funding().facts().title()),
                                Cell.day(grant.funding().facts().firstDay()),
                                Cell.day(grant.funding().facts().lastDay()),
                                Cell.amount(grant.funding().facts().granted()),
                                Cell.amount(grant.received()),
                                Cell.amount(grant.spent())))
                        .toList());
    }

    private static Spreadsheet facts(YearFile file, List<String> notes) {
        return new Spreadsheet(
                "Faits comptés",
                notes,
                List.of("Fait", "Nombre", "Unité", "Ce qui est compté"),
                file.facts().stream()
                        .map(fact -> List.of(
                                Cell.text(fact.kind().label()),
                                Cell.decimal(fact.value()),
                                Cell.text(fact.kind().units()),
                                Cell.text(fact.counted())))
                        .toList());
    }

    private static Spreadsheet account(YearFile file, List<String> notes) {
        return new Spreadsheet(
                "Compte",
                notes,
                List.of(
                        "Mission et volet",
                        "Convenu",
                        "Dû",
                        "Au plus",
                        "Retenu",
                        "Avance",
                        "Versé",
                        "À venir",
                        "À restituer",
                        "Calcul"),
                file.account().lines().stream()
                        .map(line -> List.of(
                                Cell.text(line.agreed().label()),
                                Cell.amount(line.agreed().yearly()),
                                line.open() ? Cell.text("à évaluer") : Cell.amount(line.due()),
                                Cell.amount(line.ceiling()),
                                Cell.amount(line.withheld()),
                                Cell.amount(line.advanced()),
                                Cell.amount(line.paid()),
                                Cell.amount(line.toCome()),
                                Cell.amount(line.toReturn()),
                                Cell.text(line.dueInWords())))
                        .toList());
    }

    private static Spreadsheet spending(YearFile file, List<String> notes) {
        return new Spreadsheet(
                "Dépenses",
                notes,
                List.of("Mission", "Nature", "Objet", "Payé par", "Preuve", "Montant"),
                file.spendings().stream()
                        .map(spending -> List.of(
                                Cell.text(
                                        spending.mission() == null
                                                ? "Fonctionnement"
                                                : Mission.ofCode(spending.mission())
                                                        .map(Mission::title)
                                                        .orElse(spending.mission())),
                                Cell.text(spending.nature().label()),
                                Cell.text(spending.label()),
                                Cell.text(file.paidBy(spending)),
                                Cell.text(spending.document() == null ? "non" : "oui"),
                                Cell.amount(spending.amount())))
                        .toList());
    }
}
