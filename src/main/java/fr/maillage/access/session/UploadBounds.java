package fr.maillage.access.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses large uploads before a byte of them is kept, except those of administrators on the pages of the datasets (the
 * national directory of professionals has a gigabyte) and, up to a bound, the documents of a CPTS.
 */
final class UploadBounds extends OncePerRequestFilter {

    /** Bytes of a file of open data. */
    static final long LARGEST = 2_000_000_000L;

    /** Bytes of what a form carries around a file. */
    static final long AROUND = 2_000_000;

    /** Bytes of any other form with a file. */
    private static final long USUAL = 12L * 1024 * 1024;

    /** Bytes of a form with a document: above the largest one, so that its page can say what is too large. */
    private static final long DOCUMENT = 64L * 1024 * 1024;

    private static final String DATASETS = "/administration/jeux/";

    private static final Pattern DOCUMENTS = Pattern.compile("/cpts/[^/]+/documents/(nouveau|[0-9a-f-]{36}/versions)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (isMultipart(request) && (length < 0 || length > usual(request)) && !isDataset(request)) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static long usual(HttpServletRequest request) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
        return signedIn && DOCUMENTS.matcher(request.getRequestURI()).matches() ? DOCUMENT : USUAL;
    }

    private static boolean isDataset(HttpServletRequest request) {
        var reader = SecurityContextHolder.getContext().getAuthentication();
        return request.getRequestURI().startsWith(DATASETS)
                && reader != null
                && reader.getAuthorities().stream()
                        .anyMatch(right -> SignedIn.ADMINISTRATION.equals(right.getAuthority()));
    }
}
