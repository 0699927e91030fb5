package fr.maillage.ui;

import fr.maillage.shared.Typed;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Frees every parameter of every request from signs that nobody sees ({@link Typed#clean}): the database refuses some of
 * them, and the others make two names look the same. Nothing that a person typed on purpose is lost.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class CleanParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (!isMultipart(request)) {
                // read now, so that an address or a form that cannot be read is told as such and is no fault of ours
                request.getParameterMap();
            }
        } catch (InvalidParameterException unreadable) {
            response.sendError(unreadable.getErrorCode());
            return;
        }
        chain.doFilter(new Cleaned(request), response);
    }

    /** Files are read later, under their own bounds. */
    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static final class Cleaned extends HttpServletRequestWrapper {

        Cleaned(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var value = super.getParameter(name);
            return value == null ? null : Typed.clean(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = super.getParameterValues(name);
            return values == null ? null : cleaned(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var all = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> all.put(name, cleaned(values)));
            return all;
        }

        private static String[] cleaned(String[] values) {
            return Arrays.stream(values).map(Typed::clean).toArray(String[]::new);
        }
    }
}
