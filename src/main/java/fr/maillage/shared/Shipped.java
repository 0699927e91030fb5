package fr.maillage.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the small lists that are shipped with the program as YAML. */
public final class Shipped {

    /** Absent flags are false; a key that no record knows is a mistake in the file and stops the program. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Shipped() {}

    /**
     * @param path from the root of the class path: {@code /rules/participants.yaml}
     * @param type the record that the whole file is read into
     */
    public static <T> T yaml(String path, Class<T> type) {
        try (InputStream stream = Shipped.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("no such file: " + path);
            }
            return YAML.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
