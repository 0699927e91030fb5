package fr.maillage.funding;

import fr.maillage.rules.SizeClasses;
import fr.maillage.rules.aci.Grid;
import fr.maillage.shared.Today;
import fr.maillage.territory.CommuneWords;
import fr.maillage.territory.CommuneWords.Understood;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Makes the page of the simulator from its address. */
@Component
class SimulatorPages {

    /** The home of a CPTS: the one place the simulator leads back to. */
    private static final Pattern HOME = Pattern.compile("/cpts/[a-z0-9-]{1,120}");

    private final Simulations simulations;
    private final CommuneWords communeWords;
    private final Today today;

    SimulatorPages(Simulations simulations, CommuneWords communeWords, Today today) {
        this.simulations = simulations;
        this.communeWords = communeWords;
        this.today = today;
    }

    /** @param query the address after « ? », as received; null when there is nothing */
    SimulatorPage page(MultiValueMap<String, String> address, @Nullable String query) {
        var nextMonth = today.day().plusMonths(1).withDayOfMonth(1);
        var form = SimulatorForm.of(address, simulations.grids(), nextMonth);
        if (address.isEmpty()) {
            return page(form, FormErrors.NONE, null, "", null);
        }
        var asked = query == null ? "" : query;
        var said = address.getFirst("retour");
        var back = said != null && HOME.matcher(said).matches() ? said : null;
        var faults = new Faults();
        List<String> codes = null;
        if (form.basis().equals("communes")) {
            Understood understood = communeWords.read(form.communes());
            codes = understood.codes();
            form = form.withCommunes(understood.text());
            if (understood.fault() != null) {
                faults.add("communes", understood.fault());
            }
        }
        return switch (simulations.simulate(form.draft(codes), faults)) {
            case Simulated.Done(var simulation) -> page(form, FormErrors.NONE, simulation, asked, back);
            case Simulated.Refused(var told) -> page(form, form.errors(told), null, asked, back);
        };
    }

    private SimulatorPage page(
            SimulatorForm form,
            FormErrors errors,
            @Nullable Simulation simulation,
            String query,
            @Nullable String back) {
        return new SimulatorPage(form, errors, simulation, usual(), gridOptions(), sizeOptions(), query, back);
    }

    /** The newest grid entirely known. */
    private Grid usual() {
        return simulations.grids().defaultOn(today.day(), List.of());
    }

    private List<Option> gridOptions() {
        var options = new ArrayList<Option>();
        options.add(new Option("", "Le dernier entièrement connu"));
        simulations.grids().all().reversed().forEach(grid -> options.add(new Option(grid.code(), grid.title())));
        return options;
    }

    private List<Option> sizeOptions() {
        return SizeClasses.on(today.day()).all().stream()
                .map(size -> new Option(String.valueOf(size.number()), "Taille " + size.number() + ", " + size.label()))
                .toList();
    }
}
