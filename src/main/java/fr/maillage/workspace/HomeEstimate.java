package fr.maillage.workspace;

import fr.maillage.rules.SizeClass;
import fr.maillage.shared.Euros;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The estimate on the home page.
 *
 * @param chosen the places, in the order chosen
 * @param search what is being looked for
 * @param suggestions what was found for it and is not chosen yet
 * @param signature the day of signature
 * @param example whether the places are the example of the first visit
 * @param result null as long as nothing is chosen
 */
public record HomeEstimate(
        List<Place> chosen,
        String search,
        List<Suggestion> suggestions,
        LocalDate signature,
        boolean example,
        @Nullable Result result) {

    /** A chosen commune or EPCI by its code in the address. */
    public record Place(String code, String name) {}

    /** @param detail « 12100, Aveyron », « 15 communes, 28 900 habitants » */
    public record Suggestion(Place place, String detail) {}

    /**
     * @param vintage year of the populations
     * @param maximum the most a year pays with every mission and full results, or null when the grid does not say
     * @param grid the title of the grid of that maximum
     * @param inForce whether that grid is the one in force on the day of signature
     */
    public record Result(
            int communes,
            long population,
            String vintage,
            SizeClass size,
            @Nullable Euros maximum,
            String grid,
            boolean inForce,
            List<String> codes) {}

    public String linkWith(Place added) {
        return link(Stream.concat(chosen.stream(), Stream.of(added)).toList());
    }

    public String linkWithout(Place removed) {
        return link(chosen.stream().filter(place -> !place.equals(removed)).toList());
    }

    private String link(List<Place> places) {
        var uri = UriComponentsBuilder.fromPath("/");
        if (places.isEmpty()) {
            uri.queryParam("lieu", "");
        }
        places.forEach(place -> uri.queryParam("lieu", place.code()));
        return uri.queryParam("dateSignature", signature).fragment("estimation").toUriString();
    }

    /** The full simulator, on the same communes and day. */
    public String simulatorLink() {
        var uri = UriComponentsBuilder.fromPath("/simulateur").queryParam("dateSignature", signature);
        if (result != null) {
            // Between brackets an INSEE code is not taken for a postal code.
            uri.queryParam(
                    "communes",
                    String.join(
                            ",",
                            result.codes().stream()
                                    .map(code -> "(" + code + ")")
                                    .toList()));
        }
        return uri.toUriString();
    }
}
