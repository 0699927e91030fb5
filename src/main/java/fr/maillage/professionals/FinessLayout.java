package fr.maillage.professionals;

import fr.maillage.datasets.spi.Descriptor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What changes from one territory to another in a FINESS file: the {@code layout} of descriptors of shape {@code finess}.
 *
 * @param overseas code of the département at the Insee, by the two signs of the FINESS
 * @param communes code of the commune at the Insee, where the FINESS has another one
 * @param projections how positions are read, by the words that name a projection
 * @param byDepartement name of the projection by département, for files whose records name none
 */
record FinessLayout(
        Map<String, String> overseas,
        Map<String, String> communes,
        List<Named> projections,
        Map<String, String> byDepartement) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * @param names words of a record, any of which tells this projection
     * @param definition in the words of PROJ
     */
    record Named(List<String> names, String definition) {}

    static FinessLayout of(Descriptor descriptor) {
        return JSON.treeToValue(
                Objects.requireNonNull(descriptor.layout(), () -> descriptor.key() + " has no layout"),
                FinessLayout.class);
    }

    /** The département at the Insee. */
    String departement(String code) {
        return overseas.getOrDefault(code, code);
    }

    /**
     * The code of the commune at the Insee.
     *
     * @param departement two signs
     * @param commune three digits, the first of which belongs to the département overseas
     */
    String commune(String departement, String commune) {
        if (departement.isEmpty() || commune.isEmpty()) {
            return "";
        }
        var code = departement(departement).substring(0, 2) + commune;
        return communes.getOrDefault(code, code);
    }

    /** The definition of the projection that these words name; null when it is none of ours. */
    @Nullable
    String projection(String words) {
        return projections.stream()
                .filter(projection -> projection.names().stream().anyMatch(words::contains))
                .map(Named::definition)
                .findFirst()
                .orElse(null);
    }

    /** The name of the projection used in a département. */
    String projectionOf(String departement) {
        return byDepartement.getOrDefault(
                departement, projections.getFirst().names().getFirst());
    }
}
