package fr.maillage.access.session;

import fr.maillage.shared.Today;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one network address from taking the REST interface for itself: so many requests in a minute, counted by each node
 * in memory. Programs of the same machine are not limited.
 */
final class ApiPace extends OncePerRequestFilter {

    static final int MOST_PER_MINUTE = 600;

    private final Today today;
    private final ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private volatile long minute;

    ApiPace(Today today) {
        this.today = today;
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

    private boolean isAllowed(String address) throws IOException {
        if (InetAddress.getByName(address).isLoopbackAddress()) {
            return true;
        }
        var now = today.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            counts.clear();
        }
        return counts.computeIfAbsent(address, _ -> new AtomicInteger()).incrementAndGet() <= MOST_PER_MINUTE;
    }
}
