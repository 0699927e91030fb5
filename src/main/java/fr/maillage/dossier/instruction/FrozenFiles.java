package fr.maillage.dossier.instruction;

import fr.maillage.dossier.DossierId;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of a dossier, kept in the database so that they are written in the transaction of the act they prove. */
@Component
class FrozenFiles {

    /** A file with its bytes. */
    record Content(String fileName, String mediaType, String sha256, byte[] bytes) {}

    private final JdbcClient jdbc;
    private final Today today;

    FrozenFiles(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    FrozenFile keep(
            DossierId dossier,
            @Nullable UUID deposit,
            @Nullable Long move,
            FrozenFile.Kind kind,
            String fileName,
            String mediaType,
            byte[] bytes) {
        var file = new FrozenFile(UUID.randomUUID(), kind, fileName, mediaType, sha256(bytes), bytes.length);
        jdbc.sql("""
                        insert into dossier.file (id, dossier_id, deposit_id, move_id, kind, file_name, media_type,
                            sha256, content, created_at)
                        values (:id, :dossier, :deposit, :move, :kind, :name, :type, :sha256, :content, :at)
                        """)
                .param("id", file.id())
                .param("dossier", dossier.value())
                .param("deposit", deposit)
                .param("move", move)
                .param("kind", kind.name())
                .param("name", fileName)
                .param("type", mediaType)
                .param("sha256", file.sha256())
                .param("content", bytes)
                .param("at", Timestamp.from(today.instant()))
                .update();
        return file;
    }

    /** The files of each deposit of a dossier, by the id of the deposit. */
    Map<UUID, List<FrozenFile>> ofDeposits(DossierId dossier) {
        var files = new HashMap<UUID, List<FrozenFile>>();
        jdbc.sql("""
                        select deposit_id, id, kind, file_name, media_type, sha256, length(content) as size
                        from dossier.file where dossier_id = :dossier and deposit_id is not null order by kind
                        """).param("dossier", dossier.value()).query(row -> {
            files.computeIfAbsent(row.getObject("deposit_id", UUID.class), _ -> new ArrayList<>())
                    .add(new FrozenFile(
                            row.getObject("id", UUID.class),
                            FrozenFile.Kind.valueOf(row.getString("kind")),
                            row.getString("file_name"),
                            row.getString("media_type"),
                            row.getString("sha256"),
                            row.getLong("size")));
        });
        return files;
    }

    /** The letters, the last first. */
    List<SentLetter> ofMoves(DossierId dossier) {
        return jdbc.sql("""
                        select f.id, m.move, m.at, f.file_name, length(f.content) as size from dossier.file f
                        join dossier.move m on m.id = f.move_id
                        where f.dossier_id = :dossier order by m.id desc
                        """)
                .param("dossier", dossier.value())
                .query(SentLetter.class)
                .list();
    }

    /** Keeps the first time a letter is opened by the CPTS; nothing for the other files. */
    @Transactional
    void openedByCommunity(UUID file, String by) {
        jdbc.sql("""
                        insert into dossier.letter_opened (file_id, opened_at, opened_by)
                        select id, :at, :by from dossier.file where id = :file and kind = 'LETTER'
                        on conflict (file_id) do nothing
                        """)
                .param("at", Timestamp.from(today.instant()))
                .param("by", by)
                .param("file", file)
                .update();
    }

    /** @throws NotFound when the file is not one of this dossier */
    Content read(DossierId dossier, UUID file) {
        return jdbc.sql("""
                        select file_name, media_type, sha256, content as bytes from dossier.file
                        where id = :file and dossier_id = :dossier
                        """)
                .param("file", file)
                .param("dossier", dossier.value())
                .query((row, index) ->
                        new Content(row.getString(1), row.getString(2), row.getString(3), row.getBytes(4)))
                .optional()
                .orElseThrow(() -> new NotFound("file " + file));
    }

    /** A hash in groups of eight, so that the line can break in its column. */
    static String spaced(String sha256) {
        return sha256.replaceAll("(.{8})(?=.)", "$1 ");
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
