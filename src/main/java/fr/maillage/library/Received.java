package fr.maillage.library;

import fr.maillage.community.CommunityView;
import fr.maillage.library.intake.Checked;
import fr.maillage.library.intake.FileCheck;
import fr.maillage.platform.Settings;
import fr.maillage.shared.Today;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files that somebody sent and that were accepted, until a form makes a document of them: when a field of the form is wrong,
 * the file need not be sent again.
 */
@Service
public class Received {

    /** Kept so long for the form to be mended. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    /** @param id what the form carries instead of the file */
    public record File(UUID id, String name, String sha256, FileFormat format, long size) {}

    /** What came of a file that was sent. */
    public sealed interface Outcome {
        record Kept(File file) implements Outcome {}

        /** @param sentence in French */
        record Refused(String sentence) implements Outcome {}
    }

    private final JdbcClient jdbc;
    private final Contents contents;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Path folder;

    Received(JdbcClient jdbc, Contents contents, TransactionTemplate transaction, Settings settings, Today today) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.transaction = transaction;
        this.today = today;
        // What ends with .en-cours stays out of backups.
        this.folder = settings.home().resolve("documents.en-cours");
    }

    /** As {@link #take(Filer, MultipartFile)}, by one of the people of the CPTS. */
    public Outcome take(CommunityView view, MultipartFile upload) throws IOException {
        return take(Filer.of(view), upload);
    }

    /** Looks at what a browser sent, on the disk, and keeps it if nothing is against it. */
    public Outcome take(Filer filer, MultipartFile upload) throws IOException {
        Files.createDirectories(folder);
        var place = folder.resolve(UUID.randomUUID().toString());
        try {
            upload.transferTo(place.toFile());
            return take(filer, place, upload.getOriginalFilename());
        } finally {
            Files.deleteIfExists(place);
        }
    }

    /** As {@link #take(CommunityView, MultipartFile)}, from a file of this machine, which stays. */
    public Outcome take(CommunityView view, Path file, @org.jspecify.annotations.Nullable String givenName)
            throws IOException {
        return take(Filer.of(view), file, givenName);
    }

    private Outcome take(Filer filer, Path file, @org.jspecify.annotations.Nullable String givenName)
            throws IOException {
        return switch (FileCheck.of(file)) {
            case Checked.Refused(String sentence) -> new Outcome.Refused(sentence);
            case Checked.Accepted(FileFormat format) ->
                new Outcome.Kept(keep(filer, file, FileNames.safe(givenName, format), format));
        };
    }

    private File keep(Filer filer, Path file, String name, FileFormat format) throws IOException {
        var id = UUID.randomUUID();
        var size = Files.size(file);
        return Objects.requireNonNull(transaction.execute(_ -> {
            String sha256;
            try {
                sha256 = contents.store(file, format);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            jdbc.sql("""
                            insert into library.received (id, community_id, account_id, sha256, file_name, received_at)
                            values (:id, :community, :account, :sha256, :name, :at)
                            """)
                    .param("id", id)
                    .param("community", filer.community().value())
                    .param("account", filer.actor().account().value())
                    .param("sha256", sha256)
                    .param("name", name)
                    .param("at", Timestamp.from(today.instant()))
                    .update();
            return new File(id, name, sha256, format, size);
        }));
    }

    /** A file that this person sent for this CPTS; nobody else can take it up. */
    public Optional<File> find(CommunityView view, String id) {
        return find(Filer.of(view), id);
    }

    /** As {@link #find(CommunityView, String)}. */
    public Optional<File> find(Filer filer, String id) {
        if (!id.matches("[0-9a-f-]{36}")) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select r.id, r.file_name as name, r.sha256, c.format, c.size
                        from library.received r join library.content c on c.sha256 = r.sha256
                        where r.id = :id::uuid and r.community_id = :community and r.account_id = :account
                        """)
                .param("id", id)
                .param("community", filer.community().value())
                .param("account", filer.actor().account().value())
                .query(File.class)
                .optional();
    }

    /** Somebody who wants the bytes of a file on the disk. */
    public interface Reader<T> {
        T read(Path file) throws IOException;
    }

    /** Lets somebody read such a file, from a place of the disk that goes away afterwards. */
    public <T> T read(File file, Reader<T> reader) throws IOException {
        Files.createDirectories(folder);
        var place = folder.resolve(UUID.randomUUID().toString());
        try {
            try (var out = Files.newOutputStream(place)) {
                contents.write(file.sha256(), out);
            }
            return reader.read(place);
        } finally {
            Files.deleteIfExists(place);
        }
    }

    void settle(UUID id) {
        jdbc.sql("delete from library.received where id = ?").param(id).update();
    }

    /** What nobody made a document of leaves the database. */
    @Scheduled(cron = "0 41 3 * * *", zone = "Europe/Paris")
    @Transactional
    void forget() {
        jdbc.sql("delete from library.received where received_at < ?")
                .param(Timestamp.from(today.instant().minus(PATIENCE)))
                .update();
        jdbc.sql("""
                        delete from library.content c where stored_at < ?
                        and not exists (select 1 from library.version v where v.sha256 = c.sha256)
                        and not exists (select 1 from library.received r where r.sha256 = c.sha256)
                        """).param(Timestamp.from(today.instant().minus(PATIENCE))).update();
    }
}
