package fr.maillage.access.signin;

import fr.maillage.access.Places;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import java.util.List;

/** What the page of one's account shows. */
public record AccountPage(
        String name,
        String email,
        String gender,
        List<Option> genders,
        List<Places.Named> places,
        String passwordHelp,
        FormErrors errors) {}
