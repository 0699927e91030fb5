package fr.maillage.platform;

import fr.maillage.shared.Today;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only clock of the program; tests put their own in front of it. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    Clock clock() {
        return Clock.system(Today.PARIS);
    }

    @Bean
    Today today(Clock clock) {
        return new Today(clock);
    }
}
