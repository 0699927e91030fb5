package fr.maillage.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.shared.Today;
import fr.maillage.testing.MutableClock;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A stranger cannot try private addresses of agendas at leisure. */
class PublicPaceTest {

    private final MutableClock clock = new MutableClock();
    private final PublicPace pace = PublicPace.ofPages(new Today(clock));

    @Test
    void anAddressAsksSoManyAgendasInAMinuteThenWaitsForTheNext() throws Exception {
        for (int i = 0; i < PublicPace.MOST_PAGES_PER_MINUTE; i++) {
            assertThat(status("/agenda/" + i + ".ics", "203.0.113.7")).isEqualTo(200);
        }
        assertThat(status("/agenda/encore.ics", "203.0.113.7")).isEqualTo(429);
        assertThat(status("/agenda/encore.ics", "203.0.113.8")).isEqualTo(200);
        assertThat(status("/connexion", "203.0.113.7")).as("not counted here").isEqualTo(200);

        clock.advance(Duration.ofMinutes(1));
        assertThat(status("/agenda/encore.ics", "203.0.113.7")).isEqualTo(200);
    }

    private int status(String path, String from) throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(from);
        var response = new MockHttpServletResponse();
        pace.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
