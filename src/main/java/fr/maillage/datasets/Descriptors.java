package fr.maillage.datasets;

import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The datasets that the program knows: those it ships in {@code datasets/sources/}, and those that an administrator adds
 * in the folder {@code jeux} of the data folder, without touching code. Of two with one key the added one wins.
 */
@Component
public class Descriptors {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, Descriptor> byKey = new TreeMap<>();

    Descriptors(Settings settings) {
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (var place :
                    new String[] {"classpath*:/datasets/sources/*.yaml", "file:" + settings.home() + "/jeux/*.yaml"}) {
                for (var resource : resolver.getResources(place)) {
                    var descriptor = read(resource);
                    byKey.put(descriptor.key(), descriptor);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Collection<Descriptor> all() {
        return byKey.values();
    }

    public Optional<Descriptor> of(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The dataset whose files are usually named like this one. */
    public Optional<Descriptor> named(String fileName) {
        var path = Path.of(fileName).getFileName();
        return byKey.values().stream()
                .filter(descriptor -> isNamed(descriptor, path))
                .findFirst();
    }

    /** Whether the files of a dataset are usually named so. */
    static boolean isNamed(Descriptor descriptor, String fileName) {
        try {
            return isNamed(descriptor, Path.of(fileName));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static boolean isNamed(Descriptor descriptor, Path fileName) {
        return descriptor.fileNames().stream()
                .anyMatch(pattern -> FileSystems.getDefault()
                        .getPathMatcher("glob:" + pattern)
                        .matches(fileName));
    }

    private static Descriptor read(Resource resource) throws IOException {
        try (var yaml = resource.getInputStream()) {
            return YAML.readValue(yaml, Descriptor.class);
        } catch (RuntimeException e) {
            throw new IllegalStateException("the descriptor " + resource.getFilename() + " cannot be read", e);
        }
    }
}
