package fr.maillage.access.signin;

import fr.maillage.access.DemoAccounts.DemoAccount;
import fr.maillage.ui.FormErrors;
import java.util.List;

/**
 * What the sign-in page shows.
 *
 * @param next where one goes once signed in
 * @param ended whether the session just ended while the person was at work
 */
public record SignInPage(
        String email,
        String next,
        boolean ended,
        boolean signUpAllowed,
        List<DemoAccount> demoAccounts,
        FormErrors errors) {}
