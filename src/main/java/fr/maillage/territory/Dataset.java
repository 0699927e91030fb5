package fr.maillage.territory;

import fr.maillage.shared.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The data pack of communes shipped with the program: its version, its vintages, its licence.
 *
 * @param version compared with the one in the database at each start
 * @param vintage « Code officiel géographique au 1ᵉʳ janvier 2026 »
 * @param attribution to print wherever the data is shown
 * @param populations the source of the populations of each year
 */
public record Dataset(
        String version,
        String title,
        String vintage,
        String attribution,
        String licence,
        Map<Integer, Source> populations) {

    static final String FOLDER = "/datasets/territoires/";

    private static final Dataset SHIPPED = read();

    public static Dataset shipped() {
        return SHIPPED;
    }

    /** What to print beside a population made of these vintages. */
    public List<Source> populationSources(Collection<Integer> vintages) {
        return vintages.stream()
                .distinct()
                .sorted()
                .map(year -> populations.getOrDefault(year, new Source("Population de " + year, null)))
                .toList();
    }

    private static Dataset read() {
        try (InputStream yaml = Dataset.class.getResourceAsStream(FOLDER + "descripteur.yaml")) {
            JsonNode root = new YAMLMapper().readTree(yaml);
            var populations = root.required("populations")
                    .valueStream()
                    .collect(Collectors.toUnmodifiableMap(
                            entry -> entry.required("vintage").asInt(),
                            entry -> new Source(text(entry, "label"), text(entry, "href"))));
            return new Dataset(
                    text(root, "version"),
                    text(root, "title"),
                    text(root, "vintage"),
                    text(root, "attribution"),
                    text(root, "licence"),
                    populations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode node, String key) {
        return node.required(key).asString();
    }
}
