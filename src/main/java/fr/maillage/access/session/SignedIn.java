package fr.maillage.access.session;

import fr.maillage.access.Actor;
import fr.maillage.access.Gender;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;

/** The proof that a browser belongs to a person: what one session row says, read anew for each request. */
public final class SignedIn extends AbstractAuthenticationToken {

    /** The only authority the URL rules know; everything else is decided by mandates. */
    static final String ADMINISTRATION = "ADMINISTRATION";

    private final transient Actor actor;
    private final Gender gender;

    SignedIn(Actor actor, Gender gender) {
        super(authorities(actor));
        this.actor = actor;
        this.gender = gender;
        setAuthenticated(true);
    }

    public static Optional<SignedIn> in(SecurityContext context) {
        return context.getAuthentication() instanceof SignedIn signedIn ? Optional.of(signedIn) : Optional.empty();
    }

    public Actor actor() {
        return actor;
    }

    public Gender gender() {
        return gender;
    }

    @Override
    public Object getPrincipal() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.account().value().toString();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    private static List<GrantedAuthority> authorities(Actor actor) {
        return actor.administrator() ? List.of(new SimpleGrantedAuthority(ADMINISTRATION)) : List.of();
    }
}
