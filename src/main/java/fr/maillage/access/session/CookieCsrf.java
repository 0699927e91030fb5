package fr.maillage.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    @Override
    public DeferredCsrfToken loadDeferredToken(HttpServletRequest request, HttpServletResponse response) {
        return new DeferredCsrfToken() {
            @Override
            public CsrfToken get() {
                var cookie = SessionCookie.read(request).orElseGet(() -> SessionCookie.renew(request, response));
                return token(cookie.derived("csrf"));
            }

            @Override
            public boolean isGenerated() {
                return SessionCookie.read(request).isEmpty();
            }
        };
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return SessionCookie.read(request)
                .map(cookie -> token(cookie.derived("csrf")))
                .orElse(null);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        throw new UnsupportedOperationException("the token is derived from the cookie");
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        throw new UnsupportedOperationException("the token is derived from the cookie");
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
    }
}
