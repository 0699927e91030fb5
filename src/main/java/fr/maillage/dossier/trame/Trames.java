package fr.maillage.dossier.trame;

import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.completeness.ProjectRule;
import fr.maillage.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The trames the program knows: those it ships, then the files of the folder {@code trames} of the data folder, so that
 * a region adds its own without code. A file with a fault is left out and its faults are told, in the log and on the
 * administration page; a file that bears the id of a shipped trame is one of the faults.
 */
@Component
public class Trames {

    private static final Logger LOG = LoggerFactory.getLogger(Trames.class);

    private final Map<String, Trame> byId = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    Trames(Settings settings) throws IOException {
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath:trames/*.yaml")) {
            add(String.valueOf(resource.getFilename()), resource.getContentAsString(StandardCharsets.UTF_8));
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("a shipped trame is broken: " + faults);
        }
        addFolder(settings.home().resolve("trames"));
        faults.forEach(fault -> LOG.warn("Trame écartée : {}", fault));
    }

    /** @throws IllegalStateException when a dossier follows a trame whose file was taken away */
    public Trame find(String id) {
        return byId(id).orElseThrow(() -> new IllegalStateException("no trame " + id));
    }

    public Optional<Trame> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The trames for a kind of dossier, the shipped ones first. */
    public List<Trame> of(DossierKind kind) {
        return byId.values().stream().filter(trame -> trame.kind() == kind).toList();
    }

    /** The shipped trame for a kind of dossier. */
    public Trame byDefault(DossierKind kind) {
        return of(kind).getFirst();
    }

    public List<Trame> all() {
        return List.copyOf(byId.values());
    }

    /** What is wrong in the files of the data folder; empty when all is well. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    private void addFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList()) {
                var name = String.valueOf(file.getFileName());
                try {
                    add(name, Files.readString(file));
                } catch (CharacterCodingException _) {
                    faults.add(new Fault(
                            name, 1, "le fichier n’est pas en UTF-8.", "Enregistrez-le avec l’encodage UTF-8."));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String file, String yaml) {
        switch (TrameReader.read(file, yaml, ProjectRule.codes())) {
            case Reading.Broken(var broken) -> faults.addAll(broken);
            case Reading.Read(var trame) -> {
                if (byId.putIfAbsent(trame.id(), trame) != null) {
                    faults.add(new Fault(
                            file,
                            1,
                            "l’identifiant « " + trame.id() + " » est déjà celui d’une autre trame.",
                            "Donnez-en un autre ; identifiants pris : "
                                    + byId.keySet().stream().sorted().collect(Collectors.joining(", "))
                                    + "."));
                }
            }
        }
    }
}
