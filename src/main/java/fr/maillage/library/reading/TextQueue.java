package fr.maillage.library.reading;

import fr.maillage.library.Contents;
import fr.maillage.library.FileFormat;
import fr.maillage.library.TextState;
import fr.maillage.platform.Settings;
import fr.maillage.shared.Today;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the text of files one after the other, after they were sent. Several nodes may run it at once: each claims a file
 * first. A file that a node died on is
 * not tried again: its text is told unreadable after a while.
 */
@Component
public class TextQueue {

    private static final Logger LOG = LoggerFactory.getLogger(TextQueue.class);

    /** A claim older than this was left by a node that died on the file. */
    private static final Duration LOST = Duration.ofMinutes(10);

    /** What the index of the database takes of a text whose words are all different. */
    private static final int CERTAIN = 60_000;

    private final JdbcClient jdbc;
    private final Contents contents;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Path folder;

    TextQueue(JdbcClient jdbc, Contents contents, TransactionTemplate transaction, Settings settings, Today today) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.transaction = transaction;
        this.today = today;
        this.folder = settings.home().resolve("documents.en-cours");
    }

    private record Claimed(String sha256, FileFormat format) {}

    /** @return how many files were read */
    public int readWaiting() {
        giveUpLost();
        int read = 0;
        for (var next = claim(); next.isPresent(); next = claim()) {
            read(next.get());
            read++;
        }
        return read;
    }

    /** One statement, its own transaction: when it returns, no other node can take the same file. */
    private Optional<Claimed> claim() {
        return jdbc.sql("""
                        update library.content set text_state = 'READING', claimed_at = :now
                        where sha256 = (select sha256 from library.content where text_state = 'WAITING'
                                        order by stored_at, sha256 limit 1 for update skip locked)
                        returning sha256, format
                        """)
                .param("now", Timestamp.from(today.instant()))
                .query(Claimed.class)
                .optional();
    }

    private void giveUpLost() {
        jdbc.sql("update library.content set text_state = 'UNREADABLE' where text_state = 'READING' and claimed_at < ?")
                .param(Timestamp.from(today.instant().minus(LOST)))
                .update();
    }

    private void read(Claimed claimed) {
        var extracted = extract(claimed);
        try {
            keep(claimed.sha256(), extracted);
        } catch (DataAccessException tooManyWords) {
            LOG.info("The text of {} is too rich for the index, its beginning is kept", claimed.sha256());
            var beginning = extracted
                    .text()
                    .substring(0, Math.min(CERTAIN, extracted.text().length()));
            keep(claimed.sha256(), new Extracted(TextState.CUT, beginning));
        }
    }

    private Extracted extract(Claimed claimed) {
        var place = folder.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(folder);
            try (var out = Files.newOutputStream(place)) {
                contents.write(claimed.sha256(), out);
            }
            return TextExtractor.of(place, claimed.format());
        } catch (IOException e) {
            LOG.warn("The text of {} could not be read", claimed.sha256(), e);
            return Extracted.UNREADABLE;
        } finally {
            try {
                Files.deleteIfExists(place);
            } catch (IOException e) {
                LOG.warn("{} stays on the disk", place, e);
            }
        }
    }

    /** The text goes to every document whose current version has these bytes, whatever its CPTS. */
    private void keep(String sha256, Extracted extracted) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("update library.content set text_state = ?, body = ? where sha256 = ?")
                    .params(extracted.state().name(), extracted.text(), sha256)
                    .update();
            jdbc.sql("update library.document set body = ? where sha256 = ?")
                    .params(extracted.text(), sha256)
                    .update();
        });
    }
}
