package fr.maillage.access.signin;

import fr.maillage.ui.FormErrors;

/**
 * The form by which an account is made.
 *
 * @param action where it is sent
 * @param title « Créer votre compte »
 * @param lead what it is for, in one sentence
 * @param emailFixed whether the address is known and cannot be changed
 */
public record NewAccountPage(
        String action,
        String title,
        String lead,
        String name,
        String email,
        boolean emailFixed,
        String passwordHelp,
        FormErrors errors) {}
