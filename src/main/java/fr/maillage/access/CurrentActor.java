package fr.maillage.access;

import fr.maillage.access.session.SignedIn;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The signed-in person, for pages that visitors see too. Private pages take an {@link Actor} parameter instead. */
@Component
public class CurrentActor {

    public Optional<Actor> find() {
        return SignedIn.in(SecurityContextHolder.getContext()).map(SignedIn::actor);
    }
}
