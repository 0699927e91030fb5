package fr.maillage.access.signin;

import fr.maillage.access.DemoAccounts.DemoAccount;
import fr.maillage.ui.FormErrors;
import java.util.List;

/**
 * What the sign-in page shows.
 *
 * @param next where one goes once signed in
 * @param ended whether the session just ended while the person was at work
 * @param kept whether what was sent then waits to be sent again
 */
public record SignInPage(
        String email,
        String next,
        boolean ended,
        boolean kept,
        boolean signUpAllowed,
        List<DemoAccount> demoAccounts,
        FormErrors errors) {}
