package fr.maillage.access.session;

import fr.maillage.access.secret.Token;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The one cookie that names a browser: a random token. Signed in or not, forms are protected by a value derived from it
 * (see {@link CookieCsrf}); signed in, its hash is the key of the session row.
 */
final class SessionCookie {

    private static final String NAME = "connexion";
    /** Over https the browser itself then refuses a cookie set by another host or without encryption. */
    private static final String SECURE_NAME = "__Host-connexion";

    private static final String FRESH = SessionCookie.class.getName();

    private SessionCookie() {}

    /** The token of this browser, as sent or as just given to it. */
    static Optional<Token> read(HttpServletRequest request) {
        if (request.getAttribute(FRESH) instanceof Token fresh) {
            return Optional.of(fresh);
        }
        @Nullable Cookie cookie = WebUtils.getCookie(request, name(request));
        return cookie == null || cookie.getValue().length() != 43
                ? Optional.empty()
                : Optional.of(new Token(cookie.getValue()));
    }

    /** Gives the browser a new token; the old one means nothing any more. */
    static Token renew(HttpServletRequest request, HttpServletResponse response) {
        var token = Token.random();
        var cookie = ResponseCookie.from(name(request), token.value())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        request.setAttribute(FRESH, token);
        return token;
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE_NAME : NAME;
    }
}
