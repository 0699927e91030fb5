package fr.maillage.access.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.modulith.NamedInterface;

/**
 * A secret of 256 random bits that travels in a cookie or a link. The database only knows its hash: who reads the
 * database cannot use it. A plain SHA-256 is enough, since nobody can guess the value.
 */
@NamedInterface("secret")
public record Token(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Token random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] hash() {
        return sha256(value);
    }

    /** Another secret made from this one, for one use; this one cannot be found from it. */
    public String derived(String use) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(use + ":" + value));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Hides the value from logs. */
    @Override
    public String toString() {
        return "Token[…]";
    }
}
