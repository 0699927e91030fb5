package fr.maillage.access.secret;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with bcrypt, strength 12 (docs/decisions/0050); the hash names its function, so it can change. */
@Component
public class Passwords {

    private static final String FUNCTION = "bcrypt";
    private static final int STRENGTH = 12;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder(FUNCTION, Map.of(FUNCTION, new BCryptPasswordEncoder(STRENGTH)));

    /** Of a password nobody knows: compared with when there is no account, so that both answers take the same time. */
    private final String nobody = encoder.encode(Token.random().value());

    public String hash(String password) {
        return encoder.encode(password);
    }

    /**
     * Takes the same time whether there is a hash or not.
     *
     * @param hash of the account's password, or null when there is no such account
     */
    public boolean matches(String password, @Nullable String hash) {
        // bcrypt reads 72 bytes; a longer password was never accepted, so it cannot be the right one.
        var readable = PasswordRule.fitsBcrypt(password) ? password : "";
        return encoder.matches(readable, hash == null ? nobody : hash) && hash != null && !readable.isEmpty();
    }
}
