package fr.maillage.access.session;

import fr.maillage.access.secret.Token;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.DeferredCsrfToken;

/**
 * Proves that a form comes from a page of ours: its hidden value is derived from the browser's cookie, which pages of
 * others cannot read. Nothing is kept on the server, so a page stays valid when the program restarts and when the
 * session has ended: what was typed then still arrives, and the answer can be « reconnectez-vous » instead of an error.
 */
final class CookieCsrf implements CsrfTokenRepository {

    private static final String PARAMETER = "_csrf";

    /** Twice the 43 signs of a value, in Base64, and room. */
    private static final int LONGEST_MASKED = 200;

    @Override
    public DeferredCsrfToken loadDeferredToken(HttpServletRequest request, HttpServletResponse response) {
        return new DeferredCsrfToken() {
            @Override
            public CsrfToken get() {
                var cookie = SessionCookie.read(request).orElseGet(() -> SessionCookie.renew(request, response));
                return token(value(cookie));
            }

            @Override
            public boolean isGenerated() {
                return SessionCookie.read(request).isEmpty();
            }
        };
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return SessionCookie.read(request).map(cookie -> token(value(cookie))).orElse(null);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        throw new UnsupportedOperationException("the token is derived from the cookie");
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        throw new UnsupportedOperationException("the token is derived from the cookie");
    }

    /** What forms carry for the browser of this cookie, before Spring Security masks it. */
    static String value(Token cookie) {
        return cookie.derived("csrf");
    }

    /** The value that a form sent, without its mask: first the mask, then as many bytes combined with it. */
    static Optional<String> sent(HttpServletRequest request) {
        var masked = request.getParameter(PARAMETER);
        if (masked == null || masked.length() > LONGEST_MASKED) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(masked);
            var value = new byte[bytes.length / 2];
            for (int i = 0; i < value.length; i++) {
                value[i] = (byte) (bytes[i] ^ bytes[value.length + i]);
            }
            return Optional.of(new String(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", PARAMETER, value);
    }
}
