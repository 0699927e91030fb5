package fr.maillage.dossier.annexes;

import fr.maillage.dossier.annexes.Enclosed.Content;
import fr.maillage.library.Attached;
import fr.maillage.library.FileNames;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * A file of the archive of a dossier.
 *
 * @param name what it is called there, plain and without number
 * @param extension without dot
 * @param made whether Maillage made it
 */
public record Enclosed(
        String name,
        String extension,
        String title,
        String type,
        LocalDate dated,
        boolean made,
        String sha256,
        long size,
        Content content) {

    /** Where its bytes are. */
    public sealed interface Content {
        record Held(byte[] bytes) implements Content {}

        /** In the library, by hash. */
        record Stored() implements Content {}
    }

    /** A file that Maillage made. */
    public static Enclosed made(
            String name, String extension, String title, String type, LocalDate dated, byte[] bytes) {
        return new Enclosed(
                name, extension, title, type, dated, true, sha256(bytes), bytes.length, new Content.Held(bytes));
    }

    static Enclosed of(Attached attached) {
        var document = attached.document();
        var file = document.file();
        return new Enclosed(
                FileNames.plain(attached.label()),
                file.format().extension(),
                attached.label(),
                document.facts().type().label(),
                document.facts().dated(),
                false,
                file.sha256(),
                file.size(),
                new Content.Stored());
    }

    public static Enclosed of(DepositedAnnex annex) {
        return new Enclosed(
                FileNames.plain(annex.title()),
                annex.format().extension(),
                annex.title(),
                annex.typeLabel(),
                annex.dated(),
                false,
                annex.sha256(),
                annex.size(),
                new Content.Stored());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
