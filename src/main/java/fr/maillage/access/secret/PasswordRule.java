package fr.maillage.access.secret;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password must be: long rather than complicated (ANSSI and NIST SP 800-63B ask for length, and no forced mix of
 * signs), and not what one tries first.
 */
public final class PasswordRule {

    public static final int SHORTEST = 12;

    /** The rule, as shown beside the field. */
    public static final String HELP =
            "12\u00A0signes ou plus\u00A0: par exemple quatre mots sans rapport. Ni votre nom, ni votre adresse.";

    /** What people write to reach twelve signs, once spaces and case are gone. */
    private static final Set<String> COMMON = Set.of(
            "motdepasse",
            "password",
            "azerty",
            "azertyuiop",
            "qwerty",
            "qwertyuiop",
            "123456789",
            "1234567890",
            "123456789012",
            "bonjour",
            "maillage",
            "soleil",
            "loulou",
            "doudou",
            "administrateur",
            "coordination",
            "cpts");

    private PasswordRule() {}

    /** @return what is wrong with it, in French, or nothing */
    public static Optional<String> problem(String password, String name, String email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("Ce mot de passe est trop court. Il lui faut au moins 12\u00A0signes.");
        }
        if (!fitsBcrypt(password)) {
            return Optional.of("Ce mot de passe est trop long. Gardez 72\u00A0signes au plus, accents comptés double.");
        }
        var bare = password.toLowerCase(Locale.FRENCH).replaceAll("[\\s\\-_.]", "");
        if (bare.codePoints().distinct().count() < 5) {
            return Optional.of("Ce mot de passe répète les mêmes signes. Choisissez des mots différents.");
        }
        var core = bare.replaceAll("[0-9!?*.#]+$", "");
        if (COMMON.contains(bare) || COMMON.contains(core) || COMMON.contains(half(core))) {
            return Optional.of("Ce mot de passe est l’un des premiers qu’on essaie. Choisissez des mots sans rapport.");
        }
        for (var known : List.of(email.split("@")[0], name.replace(" ", ""))) {
            if (known.length() >= 4
                    && core.equals(known.toLowerCase(Locale.FRENCH).replaceAll("[\\-_.]", ""))) {
                return Optional.of("Ce mot de passe est votre nom ou votre adresse. Choisissez d’autres mots.");
            }
        }
        return Optional.empty();
    }

    static boolean fitsBcrypt(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= 72;
    }

    /** {@code azertyazerty} → {@code azerty}. */
    private static String half(String text) {
        var middle = text.length() / 2;
        return text.length() % 2 == 0 && text.startsWith(text.substring(middle)) ? text.substring(middle) : text;
    }
}
