package fr.maillage.project.budget;

import fr.maillage.community.CommunityId;
import fr.maillage.community.Perimeters;
import fr.maillage.rules.aci.Grids;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import fr.maillage.shared.Today;
import fr.maillage.ui.Form;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the ACI pays at most in a year to a CPTS of this size: the income that nearly every budget begins with. */
@Component
public class AciIncome {

    /** The line of the budget form where the Assurance Maladie stands. */
    static final String ACCOUNT = "P74_ORGANISMES_SOCIAUX";

    private static final String LABEL = "Assurance Maladie, accord conventionnel interprofessionnel (ACI)";

    private final Perimeters perimeters;
    private final Today today;

    AciIncome(Perimeters perimeters, Today today) {
        this.perimeters = perimeters;
        this.today = today;
    }

    /**
     * @param amount whole euros, every mission and full results
     * @param population the one the size and the simulator are computed from
     */
    public record Proposal(long amount, int size, long population, String grid, Source source) {

        /** The simulator on the same territory, with its arithmetic. */
        public String simulator() {
            return "/simulateur?base=population&population=" + population;
        }

        public String words() {
            return French.number(amount) + French.NBSP + "€";
        }

        Form fill(Form form) {
            return form.set("compte", ACCOUNT).set("libelle", LABEL).set("montant", amount);
        }
    }

    /** Empty before a territory is chosen, or when an amount of the grid is unknown. */
    Optional<Proposal> of(CommunityId community) {
        var grid = Grids.shipped().defaultOn(today.day(), List.of());
        return perimeters
                .current(community)
                .flatMap(perimeter -> grid.yearlyMaximum(perimeter.size().number())
                        .map(amount -> new Proposal(
                                amount.value().longValue(),
                                perimeter.size().number(),
                                perimeter.population(),
                                grid.title(),
                                grid.source())));
    }
}
