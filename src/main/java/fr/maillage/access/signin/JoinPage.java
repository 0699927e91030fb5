package fr.maillage.access.signin;

import fr.maillage.access.Actor;
import fr.maillage.access.Invitation;
import org.jspecify.annotations.Nullable;

/**
 * An invitation for somebody who has an account.
 *
 * @param place what one joins, in words
 * @param actor who is signed in, or null: that person signs in first
 */
public record JoinPage(
        String token,
        Invitation invitation,
        String place,
        @Nullable Actor actor) {}
