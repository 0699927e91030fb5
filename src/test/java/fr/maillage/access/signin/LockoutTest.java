package fr.maillage.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.TestAccounts;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Strangers guess slowly, and lock nobody out. */
@MaillageTest
class LockoutTest {

    private static final String EMAIL = "jeanne@cpts.example";
    private static final String HOME = "198.51.100.7";

    @Autowired
    TestAccounts accounts;

    @Autowired
    SignIn signIn;

    @Autowired
    Attempts attempts;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void anAccount() {
        accounts.create("Jeanne Vialaret", EMAIL);
    }

    @Test
    void theOwnerStillSignsInFromAKnownAddress() {
        assertThat(enter(HOME)).isInstanceOf(SignIn.Outcome.Recognised.class);
        clock.advance(Duration.ofDays(20));
        attempts.forgetOld();
        strangersGuess();

        assertThat(enter(HOME)).isInstanceOf(SignIn.Outcome.Recognised.class);
        assertThat(enter("198.51.100.8")).isInstanceOf(SignIn.Outcome.TooMany.class);
    }

    @Test
    void aKnownAddressIsForgottenAfterThirtyDays() {
        enter(HOME);
        clock.advance(Duration.ofDays(31));
        strangersGuess();

        assertThat(enter(HOME)).isInstanceOf(SignIn.Outcome.TooMany.class);
    }

    @Test
    void aKnownAddressDoesNotGuessForEver() {
        enter(HOME);
        for (int i = 0; i < 5; i++) {
            guess(HOME);
        }

        assertThat(enter(HOME)).isInstanceOf(SignIn.Outcome.TooMany.class);
    }

    /** Whoever changes address within the /64 of a subscriber is still the same subscriber. */
    @Test
    void anotherAddressOfTheSameSubscriberIsTheSame() {
        for (int i = 0; i < 5; i++) {
            guess("2001:db8:1:2::" + i);
        }

        assertThat(enter("2001:db8:1:2::ffff")).isInstanceOf(SignIn.Outcome.TooMany.class);
        assertThat(enter("2001:db8:1:3::1")).isInstanceOf(SignIn.Outcome.Recognised.class);
    }

    private void strangersGuess() {
        for (int i = 0; i < 20; i++) {
            guess("203.0.113." + i);
        }
    }

    private void guess(String address) {
        signIn.attempt(EMAIL, "ce n’est pas lui", address);
    }

    private SignIn.Outcome enter(String address) {
        return signIn.attempt(EMAIL, TestAccounts.PASSWORD, address);
    }
}
