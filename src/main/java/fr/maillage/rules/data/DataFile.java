package fr.maillage.rules.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file of rules: read as a tree, checked whole, refused with all its faults at once. */
public final class DataFile {

    /** A key given twice would silently hide an amount: it is a fault. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private DataFile() {}

    /**
     * Reads a text into a value, or says everything that is wrong with it.
     *
     * @param file the name told in the messages
     * @throws BrokenDataFile when the text is not YAML or when the reader noted a fault
     */
    public static <T> T read(String file, String yaml, Function<DataNode, T> reader) {
        List<String> faults = new ArrayList<>();
        var root = new DataNode("", parse(file, yaml), faults);
        T value = reader.apply(root);
        if (!faults.isEmpty()) {
            throw new BrokenDataFile(file, faults);
        }
        return value;
    }

    /** Reads a file shipped with the program, for instance {@code rules/size-classes.yaml}. */
    public static <T> T shipped(String file, Function<DataNode, T> reader) {
        return read(file, textOf(file), reader);
    }

    /**
     * The names of the YAML files in a folder shipped with the program, sorted: a new file is found without being
     * listed anywhere. Works from classes on disk, a plain jar and the nested jar of the packaged program.
     */
    public static List<String> namesIn(String folder) {
        var url = DataFile.class.getResource("/" + folder + "/");
        if (url == null) {
            throw new IllegalArgumentException("no such data folder: " + folder);
        }
        try {
            return namesAt(url, folder + "/");
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot list " + url, e);
        }
    }

    static List<String> namesAt(URL url, String prefix) throws IOException, URISyntaxException {
        if (url.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .filter(DataFile::isYaml)
                    .sorted()
                    .toList();
        }
        try (var files = Files.list(Path.of(url.toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(DataFile::isYaml)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yaml") && !name.contains("/");
    }

    static String textOf(String file) {
        try (InputStream stream = DataFile.class.getResourceAsStream("/" + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("no such data file: " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static tools.jackson.databind.JsonNode parse(String file, String yaml) {
        try {
            var root = YAML.readTree(yaml);
            return root == null ? MissingNode.getInstance() : root;
        } catch (JacksonException e) {
            var at = e.getLocation();
            var place = at == null ? "" : "ligne " + at.getLineNr() + ", colonne " + at.getColumnNr() + " : ";
            throw new BrokenDataFile(file, List.of(place + "ce n’est pas du YAML lisible (" + firstLine(e) + ")"));
        }
    }

    private static String firstLine(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }
}
