package fr.maillage.workspace;

import fr.maillage.rulebook.Rulebook;
import fr.maillage.shared.French;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.territory.EpciFound;
import fr.maillage.territory.Overview;
import fr.maillage.territory.Overviewed;
import fr.maillage.territory.Territories;
import fr.maillage.workspace.HomeEstimate.Place;
import fr.maillage.workspace.HomeEstimate.Result;
import fr.maillage.workspace.HomeEstimate.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers the form of the home page: places found by name, their population, size and yearly maximum. */
@Service
class HomeEstimates {

    private static final String EPCI = "epci-";
    private static final String COMMUNE = "commune-";
    private static final int MOST_PLACES = 30;
    private static final int SUGGESTED = 4;

    private static final Pattern LEGAL_FORM =
            Pattern.compile("^(CC|CA|CU)\\s+(de la |de l['’]|du |des |de |d['’])?", Pattern.CASE_INSENSITIVE);

    private final Communes communes;
    private final Territories territories;
    private final Rulebook rulebook;

    HomeEstimates(Communes communes, Territories territories, Rulebook rulebook) {
        this.rulebook = rulebook;
        this.communes = communes;
        this.territories = territories;
    }

    HomeEstimate estimate(@Nullable List<String> asked, String search, LocalDate signature) {
        var chosen = new ArrayList<Place>();
        var codes = new LinkedHashSet<String>();
        var places = asked == null
                ? HomeTerritory.EXAMPLE.stream().map(epci -> EPCI + epci).toList()
                : asked;
        for (var code : places.stream().distinct().limit(MOST_PLACES).toList()) {
            read(code, chosen, codes);
        }
        var suggestions = suggestions(search, chosen);
        // One typed exactly, and Enter: no need to choose again.
        if (suggestions.size() == 1) {
            read(suggestions.getFirst().place().code(), chosen, codes);
            return new HomeEstimate(chosen, "", List.of(), signature, false, result(codes, signature));
        }
        return new HomeEstimate(chosen, search, suggestions, signature, asked == null, result(codes, signature));
    }

    private void read(String place, List<Place> chosen, LinkedHashSet<String> codes) {
        if (place.startsWith(EPCI)) {
            var members = communes.ofEpci(place.substring(EPCI.length()));
            if (!members.isEmpty() && members.getFirst().epci() != null) {
                chosen.add(new Place(place, shortName(members.getFirst().epci().name())));
                members.forEach(commune -> codes.add(commune.code()));
            }
        } else if (place.startsWith(COMMUNE)) {
            communes.withCode(place.substring(COMMUNE.length())).ifPresent(commune -> {
                chosen.add(new Place(place, commune.name()));
                codes.add(commune.code());
            });
        }
    }

    private List<Suggestion> suggestions(String search, List<Place> chosen) {
        if (search.length() < 2) {
            return List.of();
        }
        var found = new ArrayList<Suggestion>();
        communes.searchEpci(search, SUGGESTED).forEach(epci -> found.add(suggestion(epci)));
        communes.search(search, SUGGESTED).forEach(commune -> found.add(suggestion(commune)));
        found.removeIf(suggestion -> chosen.contains(suggestion.place()));
        return found;
    }

    private static Suggestion suggestion(EpciFound found) {
        return new Suggestion(
                new Place(EPCI + found.epci().code(), shortName(found.epci().name())),
                French.count(found.communes(), "commune", "communes") + ", "
                        + French.count(found.population(), "habitant", "habitants"));
    }

    /** « CC de Millau Grands Causses » is told as « Millau Grands Causses ». */
    private static String shortName(String name) {
        var told = LEGAL_FORM.matcher(name).replaceFirst("");
        return told.substring(0, 1).toUpperCase(Locale.FRENCH) + told.substring(1);
    }

    private static Suggestion suggestion(Commune commune) {
        return new Suggestion(
                new Place(COMMUNE + commune.code(), commune.name()),
                String.join(" ", commune.postalCodes().stream().limit(1).toList()) + ", "
                        + commune.departement().name());
    }

    private @Nullable Result result(LinkedHashSet<String> codes, LocalDate signature) {
        if (codes.isEmpty()) {
            return null;
        }
        return switch (territories.overview(List.copyOf(codes), List.of(), null)) {
            case Overviewed.Done(var found) -> result(found, signature, List.copyOf(codes));
            // A city with its arrondissements: the simulator tells what to mend.
            case Overviewed.Refused _ -> null;
        };
    }

    private Result result(Overview found, LocalDate signature, List<String> codes) {
        var inForce = rulebook.grids().inForceOn(signature);
        var known = rulebook.grids().defaultOn(signature, List.of());
        var size = found.size();
        return new Result(
                codes.size(),
                found.population(),
                found.vintage(),
                size,
                known.yearlyMaximum(size.number()).orElse(null),
                known.title(),
                known.equals(inForce),
                codes);
    }
}
