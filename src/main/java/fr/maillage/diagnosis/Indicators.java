package fr.maillage.diagnosis;

import fr.maillage.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The indicators that the program knows: those it ships in {@code datasets/indicateurs/}, and those that an
 * administrator adds in the folder {@code indicateurs} of the data folder. Of two with one code the added one wins.
 */
@Component
public class Indicators {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Sheet(List<Indicator> indicators) {}

    private final Map<String, Indicator> byCode = new LinkedHashMap<>();

    Indicators(Settings settings) {
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (var place : new String[] {
                "classpath*:/datasets/indicateurs/*.yaml", "file:" + settings.home() + "/indicateurs/*.yaml"
            }) {
                for (var resource : resolver.getResources(place)) {
                    read(resource).forEach(indicator -> byCode.put(indicator.code(), indicator));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, by theme, in the order of the files. */
    public List<Indicator> all() {
        var sorted = new ArrayList<>(byCode.values());
        sorted.sort(java.util.Comparator.comparing(Indicator::theme));
        return sorted;
    }

    public Optional<Indicator> withCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static List<Indicator> read(Resource resource) throws IOException {
        try (var yaml = resource.getInputStream()) {
            return YAML.readValue(yaml, Sheet.class).indicators();
        } catch (RuntimeException e) {
            throw new IllegalStateException("the indicators of " + resource.getFilename() + " cannot be read", e);
        }
    }
}
