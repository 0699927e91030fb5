package fr.maillage.datasets;

import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.datasets.spi.SourceFile;
import fr.maillage.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The folder {@code jeux} of the data folder: whoever manages the server puts large files there, and the pages offer
 * them. Files sent by a browser wait in a folder of its own, under names that nobody chooses.
 */
@Component
class DropFolder {

    private static final int LONGEST_NAME = 150;

    private final Path folder;
    private final Path sent;
    private final Descriptors descriptors;

    DropFolder(Settings settings, Descriptors descriptors) {
        this.folder = settings.home().resolve("jeux");
        // What ends with .en-cours stays out of backups.
        this.sent = folder.resolve("recus.en-cours");
        this.descriptors = descriptors;
    }

    /** @param descriptor of the dataset whose files are usually named so, or empty */
    record DroppedFile(SourceFile file, long size, Optional<Descriptor> descriptor) {
        String name() {
            return file.name();
        }
    }

    Path path() {
        return folder;
    }

    /** The files there are, by name; descriptors, hidden files, folders and links are no data. */
    List<DroppedFile> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))
                    .map(SourceFile::of)
                    .filter(file -> !file.name().startsWith(".") && !file.name().endsWith(".yaml"))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .map(file -> new DroppedFile(file, sizeOf(file.path()), descriptors.named(file.name())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of this folder, by the name that {@link #files} gave; a name never leads elsewhere. */
    Optional<SourceFile> file(String name) {
        return files().stream()
                .map(DroppedFile::file)
                .filter(file -> file.name().equals(name))
                .findFirst();
    }

    /** Keeps what a browser sent, without holding it in memory. */
    SourceFile keep(MultipartFile upload) throws IOException {
        Files.createDirectories(sent);
        var place = sent.resolve(UUID.randomUUID().toString());
        // On the same disk as the upload: a renaming, not a copy.
        upload.transferTo(place.toFile());
        return new SourceFile(place, displayName(upload.getOriginalFilename()));
    }

    /** What browsers sent and is still there. */
    List<Path> received() {
        if (!Files.isDirectory(sent)) {
            return List.of();
        }
        try (var entries = Files.list(sent)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that a browser sent is of no more use once it is read or refused; one of the server's folder stays. */
    void forget(Path file) {
        if (file.normalize().startsWith(sent)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static String displayName(@org.jspecify.annotations.Nullable String given) {
        var name = given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        name = name.replaceAll("\\p{Cntrl}", "").strip();
        if (name.isEmpty()) {
            return "fichier";
        }
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
