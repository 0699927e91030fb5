package fr.maillage.rulebook;

import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Grids;
import fr.maillage.rules.data.BrokenDataFile;
import fr.maillage.shared.French;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A grid as a file from outside that reads well.
 *
 * @param sha256 of its bytes, in hexadecimal
 */
record GridFile(String yaml, String sha256, Grid grid) {

    /** Bytes; the largest grid known has 8 000. */
    static final int LARGEST = 200_000;

    sealed interface Reading {

        record Read(GridFile file) implements Reading {}

        /** Every fault with its place in the file, in French. */
        record Refused(List<String> faults) implements Reading {}
    }

    static Reading read(byte[] bytes) {
        if (bytes.length == 0) {
            return refused("Choisissez un fichier de barème (.yaml).");
        }
        if (bytes.length > LARGEST) {
            return refused("Ce fichier dépasse " + French.bytes(LARGEST) + ".");
        }
        try {
            var yaml = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Reading.Read(new GridFile(yaml, sha256(bytes), Grids.read("reçu", yaml)));
        } catch (CharacterCodingException _) {
            return refused("Ce fichier n’est pas du texte UTF-8.");
        } catch (BrokenDataFile broken) {
            return new Reading.Refused(broken.faults());
        }
    }

    private static Reading refused(String sentence) {
        return new Reading.Refused(List.of(sentence));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
