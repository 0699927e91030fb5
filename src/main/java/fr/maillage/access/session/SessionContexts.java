package fr.maillage.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Tells Spring Security who asks, from the cookie; the database is only read when a page wants to know. */
@Component
class SessionContexts implements SecurityContextRepository {

    /** Set by a page that asks by itself, every few seconds: nobody needs to be before the screen. */
    private static final String BY_ITSELF = "X-Maillage-By-Itself";

    private final Sessions sessions;

    SessionContexts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {
            private @Nullable SecurityContext context;

            @Override
            public SecurityContext get() {
                if (context == null) {
                    context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(signedIn(request).orElse(null));
                }
                return context;
            }

            @Override
            public boolean isGenerated() {
                return get().getAuthentication() == null;
            }
        };
    }

    private Optional<SignedIn> signedIn(HttpServletRequest request) {
        boolean byItself = request.getHeader(BY_ITSELF) != null;
        return SessionCookie.read(request).flatMap(token -> sessions.find(token, byItself));
    }

    /** Required by the interface and replaced by {@link #loadDeferredContext}. */
    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Sessions are opened and closed by name, in Sessions.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return SessionCookie.read(request).isPresent();
    }
}
