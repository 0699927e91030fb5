package fr.maillage.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the shell of a page from the request. */
@Component
class Shells {

    private final ObjectProvider<ShellSource> source;

    Shells(ObjectProvider<ShellSource> source) {
        this.source = source;
    }

    Shell of(HttpServletRequest request) {
        var known = source.getIfAvailable();
        return new Shell(
                known == null ? null : known.person(request),
                known == null ? Workplace.NONE : known.workplace(request),
                request.getRequestURI(),
                Theme.of(request),
                flash(request),
                csrf(request));
    }

    /** The shell of an error page: it must come out even when accounts or the database do not answer. */
    Shell ofVisitor(HttpServletRequest request) {
        return new Shell(null, Workplace.NONE, request.getRequestURI(), Theme.of(request), null, csrf(request));
    }

    private static @Nullable Flash flash(HttpServletRequest request) {
        Map<String, ?> once = RequestContextUtils.getInputFlashMap(request);
        return once != null && once.get(Flash.ATTRIBUTE) instanceof Flash flash ? flash : null;
    }

    private static @Nullable CsrfToken csrf(HttpServletRequest request) {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }
}
