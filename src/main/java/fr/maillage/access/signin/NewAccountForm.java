package fr.maillage.access.signin;

import fr.maillage.access.secret.PasswordRule;
import fr.maillage.ui.FormErrors;

/**
 * What is typed to make an account.
 *
 * @param email typed, or known from the invitation
 */
record NewAccountForm(String name, String email, String password) {

    static final int LONGEST_NAME = 120;
    static final int LONGEST_EMAIL = 254;

    FormErrors check() {
        var errors = new FormErrors();
        checkName(name, errors);
        checkEmail(email, errors);
        if (password.isEmpty()) {
            errors.add("motdepasse", "Choisissez un mot de passe.");
        } else {
            PasswordRule.problem(password, name, email).ifPresent(problem -> errors.add("motdepasse", problem));
        }
        return errors;
    }

    static void checkName(String name, FormErrors errors) {
        if (name.isBlank()) {
            errors.add("nom", "Indiquez votre prénom et votre nom.");
        } else if (name.strip().length() > LONGEST_NAME) {
            errors.add("nom", "Ce nom est trop long. Gardez 120\u00A0signes au plus.");
        }
    }

    static void checkEmail(String email, FormErrors errors) {
        if (email.isBlank()) {
            errors.add("courriel", "Indiquez une adresse électronique.");
        } else if (email.strip().length() > LONGEST_EMAIL
                || !email.strip()
                        .matches("[^@\\s\\p{Cntrl}<>,;]+@[^@\\s\\p{Cntrl}<>,;.]+(\\.[^@\\s\\p{Cntrl}<>,;.]+)+")) {
            errors.add("courriel", "Cette adresse n’est pas complète. Elle s’écrit ainsi\u00A0: prenom.nom@exemple.fr");
        }
    }
}
