package fr.maillage.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.shared.Today;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/** The whole program starts on its own database. */
@MaillageTest
class StartTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Today today;

    @Autowired
    MutableClock clock;

    @Test
    void saysThatItIsReady() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":\"UP\"");
        }
    }

    /** Jobs that run during a restoration, or between the lines of a test, would act on what is not theirs. */
    @Test
    void runsNoJobOfItselfWhereSchedulingIsOff(@Autowired ListableBeanFactory beans) {
        assertThat(beans.getBeansOfType(ScheduledAnnotationBeanPostProcessor.class))
                .isEmpty();
    }

    @Test
    void hasTheExtensionsAndSortsInFrench() {
        assertThat(jdbc.sql("select extname from pg_extension")
                        .query(String.class)
                        .list())
                .contains("unaccent", "pg_trgm", "btree_gist", "btree_gin", "citext", "pgcrypto");
        assertThat(jdbc.sql("select n from (values ('Zoug'), ('Étampes'), ('Evry')) as t(n) order by n")
                        .query(String.class)
                        .list())
                .containsExactly("Étampes", "Evry", "Zoug");
        assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
    }

    @Test
    void theDayFollowsTheClockOfTheTest() {
        assertThat(today.day()).isEqualTo(LocalDate.of(2026, 11, 22));
        clock.advance(Period.ofMonths(2));
        clock.advance(Duration.ofHours(1));
        assertThat(today.day()).isEqualTo(LocalDate.of(2027, 1, 22));
    }
}
