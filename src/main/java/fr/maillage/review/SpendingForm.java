package fr.maillage.review;

import fr.maillage.shared.Euros;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A spending as a form, or a line of a table, says it: both are held to the same rules. */
final class SpendingForm {

    private SpendingForm() {}

    /**
     * Null when something is missing or wrong, which the form then says.
     *
     * @param missions what it may be for
     * @param grants of the CPTS
     * @param document its proof, known to be of the CPTS
     */
    static Spendings.@Nullable Spending read(
            Form form, UUID id, List<Option> missions, List<Option> grants, @Nullable UUID document) {
        var mission = form.value("mission");
        if (missions.stream().noneMatch(option -> option.value().equals(mission))) {
            form.errors().add("mission", "Choisissez la mission, ou le fonctionnement.");
        }
        var nature = form.choice("nature", Spendings.Nature::ofCode, "Choisissez la nature de la dépense.");
        var label = form.text("objet", 160, "Dites à quoi l’argent a servi.");
        var amount = form.decimal("montant", 2);
        if (form.errors().message("montant") == null
                && (amount == null || amount.signum() <= 0 || amount.precision() - amount.scale() > 7)) {
            form.errors().add("montant", "Indiquez le montant, plus grand que zéro.");
        }
        var funding = Optional.of(form.value("financement")).filter(value -> !value.isEmpty());
        if (funding.isPresent()
                && grants.stream().noneMatch(option -> option.value().equals(funding.get()))) {
            form.errors().add("financement", "Choisissez dans la liste des financements.");
        }
        return !form.errors().isEmpty() || nature == null || amount == null
                ? null
                : new Spendings.Spending(
                        id,
                        mission.equals("FONCTIONNEMENT") ? null : mission,
                        nature,
                        label,
                        new Euros(amount.stripTrailingZeros().setScale(2)),
                        document,
                        funding.map(UUID::fromString).orElse(null));
    }
}
