package fr.maillage.access.session;

import fr.maillage.shared.Today;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one network address from taking for itself what anybody may have computed: so many requests in a minute, counted
 * by each node in memory. Programs of the same machine are not limited.
 */
final class PublicPace extends OncePerRequestFilter {

    /** Of the REST interface. */
    static final int MOST_PER_MINUTE = 600;

    /** Of the pages and files that cost: many people share the address of a hospital. */
    static final int MOST_PAGES_PER_MINUTE = 240;

    private static final Set<String> COSTLY_PAGES = Set.of(
            "/simulateur",
            "/simulateur.pdf",
            "/simulateur.xlsx",
            "/portrait",
            "/portrait.pdf",
            "/portrait.docx",
            "/portrait.xlsx",
            "/cpts.xlsx",
            "/cpts.csv");

    /** Agendas read these addresses by themselves; a stranger would try them at random. */
    private static final String AGENDAS = "/agenda/";

    private final Today today;
    private final int most;
    private final boolean everyPath;
    private final ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private volatile long minute;

    private PublicPace(Today today, int most, boolean everyPath) {
        this.today = today;
        this.most = most;
        this.everyPath = everyPath;
    }

    static PublicPace ofPrograms(Today today) {
        return new PublicPace(today, MOST_PER_MINUTE, true);
    }

    static PublicPace ofPages(Today today) {
        return new PublicPace(today, MOST_PAGES_PER_MINUTE, false);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !everyPath && !COSTLY_PAGES.contains(path) && !path.startsWith(AGENDAS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAllowed(request.getRemoteAddr())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private boolean isAllowed(String address) {
        if (NetworkAddress.isThisMachine(address)) {
            return true;
        }
        var now = today.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            counts.clear();
        }
        return counts.computeIfAbsent(NetworkAddress.counted(address), _ -> new AtomicInteger())
                        .incrementAndGet()
                <= most;
    }
}
