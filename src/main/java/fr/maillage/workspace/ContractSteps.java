package fr.maillage.workspace;

import fr.maillage.contract.Contract;
import fr.maillage.shared.French;
import fr.maillage.ui.Step;
import fr.maillage.workspace.Parcours.Task;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The two last steps of the parcours: the contract, then the years under it. */
final class ContractSteps {

    private ContractSteps() {}

    /** @param estimate the simulator, for as long as there is no contract */
    static Step contract(String home, @Nullable Contract contract, boolean validated, String estimate) {
        if (contract == null) {
            return new Step(
                    "Contrat",
                    validated ? Step.Status.HERE : Step.Status.TO_COME,
                    validated ? "À préparer" : "À venir",
                    "estimer le financement",
                    validated ? home + "/contrat" : estimate);
        }
        var signed = contract.first().signedOn();
        return signed == null
                ? new Step("Contrat", Step.Status.HERE, "À signer", null, home + "/contrat")
                : new Step("Contrat", Step.Status.DONE, "Signé", "le " + French.date(signed), home + "/contrat");
    }

    static Step active(String home, @Nullable Contract contract, LocalDate today) {
        if (contract == null || contract.state() == Contract.State.DRAFT) {
            return new Step("En activité", Step.Status.TO_COME, "À venir", null, null);
        }
        if (contract.state() == Contract.State.ENDED || !today.isBefore(contract.term())) {
            return new Step("En activité", Step.Status.DONE, "Contrat terminé", null, home + "/contrat");
        }
        var year = Math.max(0, ChronoUnit.YEARS.between(contract.effectOn(), today)) + 1;
        return new Step(
                "En activité",
                Step.Status.HERE,
                "Année " + year + " sur " + contract.years(),
                "jusqu’au " + French.date(contract.term().minusDays(1)),
                home + "/contrat");
    }

    static Task task(String home, @Nullable Contract contract) {
        if (contract == null) {
            return new Task(
                    "Préparer le contrat",
                    "Le projet de santé est validé. Le contrat reprend ses missions et ses dates ; le barème propose les montants.",
                    "Préparer le contrat",
                    home + "/contrat");
        }
        if (contract.state() == Contract.State.DRAFT) {
            return new Task(
                    "Faire signer le contrat",
                    "Complétez les montants avec l’annexe financière, puis notez les trois signatures.",
                    "Ouvrir le contrat",
                    home + "/contrat");
        }
        return new Task(
                "Suivre l’année du contrat",
                "Les versements attendus, ce qui est reçu, les missions à démarrer.",
                "Ouvrir le contrat",
                home + "/contrat");
    }
}
