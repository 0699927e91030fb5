package fr.maillage.contract;

import fr.maillage.rules.ledger.Ledger;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Something of a contract that asks for an act: a start to confirm, a mission late, money to give back.
 *
 * @param mission code, or empty
 * @param amount the money at stake, zero when none
 * @param serious whether money may have to be returned
 */
public record Risk(String code, String mission, String sentence, Euros amount, boolean serious) {

    /**
     * The risks of a contract on the day of its account.
     *
     * @param confirmed the missions whose start was recorded
     */
    static List<Risk> of(Contract contract, Ledger ledger, Set<String> confirmed) {
        var risks = new ArrayList<Risk>();
        var day = ledger.on();
        contract.inForceOn(day.isBefore(contract.effectOn()) ? contract.effectOn() : day)
                .ifPresent(terms -> terms.missions().stream()
                        .filter(mission -> !confirmed.contains(mission.mission()))
                        .forEach(mission -> start(risks, mission, paid(ledger, mission.mission()), day)));
        for (var year : ledger.years()) {
            for (var line : year.lines()) {
                if (!line.toReturn().isZero()) {
                    risks.add(new Risk(
                            "A_RESTITUER",
                            line.agreed().key().mission() == null
                                    ? ""
                                    : line.agreed().key().mission(),
                            line.agreed().label() + ", année " + year.number() + "\u00A0: "
                                    + French.amount(line.toReturn()) + " à restituer. Versé "
                                    + French.amount(line.paid()) + ", dû "
                                    + French.amount(line.due().minus(line.withheld())) + ".",
                            line.toReturn(),
                            true));
                }
            }
        }
        return List.copyOf(risks);
    }

    private static void start(List<Risk> risks, Terms.MissionLine mission, Euros paid, LocalDate day) {
        var latest = mission.startBy();
        if (latest != null && day.isAfter(latest)) {
            risks.add(new Risk(
                    "DEMARRAGE_EN_RETARD",
                    mission.mission(),
                    "La mission «\u00A0" + mission.title() + "\u00A0» devait démarrer le " + French.date(latest)
                            + " au plus tard. "
                            + (paid.isZero()
                                    ? "Rien n’a encore été versé pour elle."
                                    : French.amount(paid) + " versés pour elle peuvent être à rendre."),
                    paid,
                    true));
        } else if (!day.isBefore(mission.startOn())) {
            risks.add(new Risk(
                    "DEMARRAGE_A_CONFIRMER",
                    mission.mission(),
                    "La mission «\u00A0" + mission.title() + "\u00A0» était prévue pour le "
                            + French.date(mission.startOn()) + ". Confirmez son démarrage, ou notez sa nouvelle date.",
                    Euros.ZERO,
                    false));
        }
    }

    private static Euros paid(Ledger ledger, String mission) {
        return ledger.lines()
                .filter(line -> mission.equals(line.agreed().key().mission()))
                .map(Ledger.Line::paid)
                .reduce(Euros.ZERO, Euros::plus);
    }
}
