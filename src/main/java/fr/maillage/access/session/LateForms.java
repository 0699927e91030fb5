package fr.maillage.access.session;

import fr.maillage.access.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Answers what is refused to a browser. A form of ours, filled before this browser lost its session or got another one,
 * is kept for the person it was shown to; a forged one is refused; what one may not see does not exist.
 */
@Component
class LateForms implements AccessDeniedHandler {

    private final Sessions sessions;
    private final ToSignInPage toSignInPage;

    LateForms(Sessions sessions, ToSignInPage toSignInPage) {
        this.sessions = sessions;
        this.toSignInPage = toSignInPage;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (!(denied instanceof CsrfException)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var shownTo = CookieCsrf.sent(request).flatMap(sessions::shownTo);
        if (shownTo.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            keep(shownTo.get(), request, response);
        }
    }

    private void keep(AccountId shownTo, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reader = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? signedIn.actor()
                : null;
        if (reader == null) {
            toSignInPage.answer(request, response, shownTo);
        } else if (reader.account().equals(shownTo) && PendingForm.keep(shownTo, request)) {
            ToSignInPage.lead(request, response, "/reprise");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
