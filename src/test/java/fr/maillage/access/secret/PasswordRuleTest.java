package fr.maillage.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    onze signes    | trop court
                    12345678901    | trop court
                    motdepasse2026 | premiers
                    Mot de passe 1 | premiers
                    azertyazerty   | premiers
                    123456789012   | premiers
                    aaaaaaaaaaaab  | répète
                    abababababab   | répète
                    jeanne.vialaret| votre nom
                    JeanneVialaret12 | votre nom
                    """)
    void refusals(String password, String reason) {
        assertThat(PasswordRule.problem(password, "Jeanne Vialaret", "jeanne.vialaret@cpts.example"))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quatre mots sans rapport", "ÉtésurleLarzac", "🦔 hérisson à bretelles", "xK9#mQ2$vL5p"})
    void accepted(String password) {
        assertThat(PasswordRule.problem(password, "Jeanne Vialaret", "jeanne.vialaret@cpts.example"))
                .isEmpty();
    }

    @Test
    void bcryptReadsSeventyTwoBytesAndNoMore() {
        assertThat(PasswordRule.problem("é1z".repeat(18), "x", "x@y.z")).isPresent();
        assertThat(PasswordRule.problem("abcdefgh".repeat(9), "x", "x@y.z")).isEmpty();
        assertThat(PasswordRule.problem("abcdefgh".repeat(9) + "i", "x", "x@y.z"))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("trop long"));
        var passwords = new Passwords();
        assertThat(passwords.matches("a".repeat(5000), passwords.hash("a".repeat(72))))
                .isFalse();
    }

    @Test
    void aHashNamesItsFunctionAndNeverMatchesNobody() {
        var passwords = new Passwords();
        assertThat(passwords.hash("quatre mots sans rapport")).startsWith("{bcrypt}$2a$12$");
        assertThat(passwords.matches("quatre mots sans rapport", null)).isFalse();
        assertThat(passwords.matches("", null)).isFalse();
    }

    /** No account costs as much as an account: the hash is computed either way. */
    @Test
    void nobodyTakesAsLongAsSomebody() {
        var passwords = new Passwords();
        var hash = passwords.hash("quatre mots sans rapport");
        passwords.matches("échauffement", hash);
        var somebody = time(() -> passwords.matches("un autre mot de passe", hash));
        var nobody = time(() -> passwords.matches("un autre mot de passe", null));
        assertThat((double) nobody / somebody).isBetween(0.3, 3.0);
    }

    private static long time(Runnable work) {
        var start = System.nanoTime();
        for (var i = 0; i < 3; i++) {
            work.run();
        }
        return System.nanoTime() - start;
    }
}
