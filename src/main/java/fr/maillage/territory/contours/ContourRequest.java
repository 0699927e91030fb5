package fr.maillage.territory.contours;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was typed after « contours ».
 *
 * @param path folder or file; empty with the API
 * @param api address of the API, null with files
 * @param attribution null for the usual one
 * @param vintage empty when not said
 */
record ContourRequest(
        String path, @Nullable URI api, @Nullable String attribution, String vintage) {

    private static final String API = "https://geo.api.gouv.fr";

    /** Null when the words are not understood. */
    static @Nullable ContourRequest read(List<String> args) {
        String path = "";
        URI api = null;
        String attribution = null;
        String vintage = "";
        for (int i = 0; i < args.size(); i++) {
            var word = args.get(i);
            var value = i + 1 < args.size() ? args.get(i + 1) : null;
            switch (word) {
                case "--api" -> api = URI.create(API);
                case "--adresse", "--source", "--millesime" -> {
                    if (value == null) {
                        return null;
                    }
                    i++;
                    switch (word) {
                        case "--adresse" -> api = URI.create(value);
                        case "--source" -> attribution = value;
                        default -> vintage = value;
                    }
                }
                default -> {
                    if (word.startsWith("--") || !path.isEmpty()) {
                        return null;
                    }
                    path = word;
                }
            }
        }
        return path.isEmpty() == (api == null) ? null : new ContourRequest(path, api, attribution, vintage);
    }
}
