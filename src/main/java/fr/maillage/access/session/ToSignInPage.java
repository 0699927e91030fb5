package fr.maillage.access.session;

import fr.maillage.access.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends a visitor of a private page to the sign-in page, which leads back afterwards. A request of htmx gets 401 with the
 * same address in {@code HX-Redirect}: otherwise the sign-in page would land inside a table. What a form carried is kept.
 */
@Component
class ToSignInPage implements AuthenticationEntryPoint {

    private final Sessions sessions;

    ToSignInPage(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException visitor)
            throws IOException {
        answer(
                request,
                response,
                SessionCookie.read(request).flatMap(sessions::formerly).orElse(null));
    }

    /** @param typist who filled the form that arrives, null when unknown */
    void answer(HttpServletRequest request, HttpServletResponse response, @Nullable AccountId typist) {
        var partial = isPartial(request);
        var read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var back = partial || !read ? referer(request) : asked(request);
        var address = UriComponentsBuilder.fromPath("/connexion");
        if (back != null) {
            address.queryParam("suite", "{suite}");
        }
        if (partial || !read) {
            address.queryParam("fin", "1");
        }
        if (!partial && !read && typist != null) {
            PendingForm.keep(typist, request);
        }
        lead(
                request,
                response,
                back == null
                        ? address.build().toUriString()
                        : address.encode().buildAndExpand(back).toUriString());
    }

    /** Sends the browser to another page, whole. */
    static void lead(HttpServletRequest request, HttpServletResponse response, String url) {
        if (isPartial(request)) {
            response.setHeader("HX-Redirect", url);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", url);
        }
    }

    private static boolean isPartial(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The page on which the form stood, when the browser tells it and it is one of ours. */
    private static @Nullable String referer(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (referer == null) {
            return null;
        }
        try {
            var page = new URI(referer);
            var query = page.getRawQuery();
            return request.getServerName().equals(page.getHost()) && page.getRawPath() != null
                    ? page.getRawPath() + (query == null ? "" : "?" + query)
                    : null;
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
