package fr.maillage.access.signin;

import fr.maillage.access.secret.PasswordRule;
import fr.maillage.shared.Typed;
import fr.maillage.ui.Form;
import fr.maillage.ui.FormErrors;

/**
 * What is typed to make an account.
 *
 * @param email typed, or known from the invitation
 */
record NewAccountForm(String name, String email, String password) {

    static final int LONGEST_NAME = 120;

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
        Form.checkName("nom", name, LONGEST_NAME, "Indiquez votre prénom et votre nom.", errors);
    }

    static void checkEmail(String email, FormErrors errors) {
        if (email.isBlank()) {
            errors.add("courriel", "Indiquez une adresse électronique.");
        } else if (!Typed.isEmail(email)) {
            errors.add("courriel", "Cette adresse n’est pas complète. Elle s’écrit ainsi\u00A0: prenom.nom@exemple.fr");
        }
    }
}
