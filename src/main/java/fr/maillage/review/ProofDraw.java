package fr.maillage.review;

import fr.maillage.review.ReviewProofs.Proof;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A draw at random that anybody can repeat: proofs are put in the order of SHA-256 of « graine:preuve:document », and the
 * first ones are taken. The order in which they were listed plays no part.
 */
final class ProofDraw {

    private ProofDraw() {}

    static List<Proof> draw(List<Proof> among, String seed, int count) {
        return among.stream()
                .sorted(Comparator.comparing(proof -> rank(seed, proof.code())))
                .limit(count)
                .toList();
    }

    static String rank(String seed, String code) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((seed + ":" + code).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
