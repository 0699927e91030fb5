package fr.maillage.access.administration;

import fr.maillage.access.Role;
import fr.maillage.shared.French;
import fr.maillage.territory.Departements.Departement;
import fr.maillage.ui.Form;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is typed to create an institution.
 *
 * @param region code; only an ARS head office chooses one, that of the others follows from their départements
 * @param departements codes
 */
public record InstitutionForm(String name, String role, String region, List<String> departements) {

    static final InstitutionForm EMPTY = new InstitutionForm("", "", "", List.of());

    static final List<Option> ROLES = Stream.of(Role.ARS_DELEGATION, Role.ARS_HEAD_OFFICE, Role.CPAM, Role.MSA)
            .map(role -> new Option(
                    role.name(),
                    switch (role) {
                        case ARS_DELEGATION -> "ARS, délégation départementale";
                        case ARS_HEAD_OFFICE -> "ARS, siège";
                        case CPAM -> "CPAM et service médical (ELSM)";
                        default -> "MSA";
                    }))
            .toList();

    boolean isHeadOffice() {
        return role.equals(Role.ARS_HEAD_OFFICE.name());
    }

    FormErrors check(List<Departement> known) {
        var errors = new FormErrors();
        Form.checkName(
                "nom", name, 120, "Indiquez le nom de l’institution, par exemple\u00A0: CPAM de l’Aveyron.", errors);
        if (ROLES.stream().noneMatch(option -> option.value().equals(role))) {
            errors.add("role", "Choisissez ce qu’est l’institution.");
        } else if (isHeadOffice()) {
            if (known.stream().noneMatch(each -> each.region().code().equals(region))) {
                errors.add("region", "Choisissez la région de ce siège.");
            }
        } else {
            checkDepartements(known, errors);
        }
        return errors;
    }

    private void checkDepartements(List<Departement> known, FormErrors errors) {
        var regions = regionsOf(known);
        if (departements.isEmpty() || regions.isEmpty()) {
            errors.add("departements", "Choisissez au moins un département.");
        } else if (role.equals(Role.ARS_DELEGATION.name()) && regions.size() > 1) {
            errors.add(
                    "departements", "Une délégation d’ARS reste dans une région. Gardez les départements d’une seule.");
        }
    }

    /** The régions of the chosen départements. */
    Set<String> regionsOf(List<Departement> known) {
        return known.stream()
                .filter(each -> departements.contains(each.code()))
                .map(each -> each.region().code())
                .collect(Collectors.toSet());
    }

    static List<Option> options(List<Departement> known) {
        return known.stream()
                .map(each -> new Option(each.code(), each.code() + " " + French.printed(each.name())))
                .toList();
    }

    static List<Option> regions(List<Departement> known) {
        return known.stream()
                .map(Departement::region)
                .distinct()
                .map(region -> new Option(region.code(), French.printed(region.name())))
                .sorted(Comparator.comparing(Option::label, French.ORDER))
                .toList();
    }
}
