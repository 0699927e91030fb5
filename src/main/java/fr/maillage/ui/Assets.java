package fr.maillage.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.DigestUtils;

/**
 * Addresses of the static files, with the hash of their content: {@code /css/base-<md5>.css}. Browsers keep them for a
 * year; a changed file has a new address.
 */
public final class Assets {

    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    private Assets() {}

    /**
     * The address of a file of {@code src/main/resources/static}.
     *
     * @param path {@code css/base.css}, without a slash in front
     * @throws IllegalArgumentException when there is no such file: a misspelt template
     */
    public static String url(String path) {
        return URLS.computeIfAbsent(path, Assets::hashed);
    }

    /** The address of one icon in the sprite. */
    public static String icon(String name) {
        return url("vendor/lucide/icons.svg") + "#" + name;
    }

    private static String hashed(String path) {
        try (var file = Assets.class.getResourceAsStream("/static/" + path)) {
            if (file == null) {
                throw new IllegalArgumentException("no static file " + path);
            }
            var dot = path.lastIndexOf('.');
            // The same hash as Spring's ContentVersionStrategy, which answers these addresses.
            return "/" + path.substring(0, dot) + "-" + DigestUtils.md5DigestAsHex(file) + path.substring(dot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
