package fr.maillage.diagnosis;

import fr.maillage.professionals.Establishments.CategoryCount;
import fr.maillage.professionals.Supply.ProfessionCount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What open data say of a list of communes.
 *
 * @param communes their codes, former ones replaced
 * @param population of the reference, all communes whole
 * @param populationVintage its year, « 2023 »
 * @param departement the one where most inhabitants live
 * @param note how the places of comparison were chosen, when the territory lies in several; null when there is no choice
 * @param professionals of the communes that the directory covers; none when fewer than half of the inhabitants live there
 * @param staffed inhabitants of these communes: what densities divide by
 * @param establishments of the communes that the FINESS covers; none when fewer than half of the inhabitants live there
 * @param measures every indicator, in the order of the definitions
 */
public record Diagnosis(
        List<String> communes,
        long population,
        String populationVintage,
        Zone departement,
        Zone region,
        @Nullable String note,
        List<Measure> measures,
        List<ProfessionCount> professionals,
        long staffed,
        List<CategoryCount> establishments,
        List<AplValue> accessibilities) {

    public Diagnosis {
        communes = List.copyOf(communes);
        measures = List.copyOf(measures);
        professionals = List.copyOf(professionals);
        establishments = List.copyOf(establishments);
        accessibilities = List.copyOf(accessibilities);
    }

    public List<Measure> of(DiagnosisTheme theme) {
        return measures.stream()
                .filter(measure -> measure.indicator().theme() == theme)
                .toList();
    }

    public Optional<Measure> measure(String code) {
        return measures.stream()
                .filter(measure -> measure.indicator().code().equals(code))
                .findFirst();
    }

    /** How many indicators have a value or a context. */
    public int known() {
        return (int) measures.stream().filter(Measure::known).count();
    }
}
