package fr.maillage.project.context;

import fr.maillage.community.CommunityId;
import fr.maillage.library.Use;
import fr.maillage.library.spi.Usage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Documents may be the convention with a partner. */
@Component
class ConventionUse implements Usage {

    private final Partnerships partnerships;

    ConventionUse(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    public Use.Kind kind() {
        return Use.Kind.CONVENTION;
    }

    @Override
    public List<Thing> things(CommunityId community) {
        return partnerships.of(community).stream()
                .map(line -> new Thing(
                        line.id(),
                        line.facts().name(),
                        "/contexte/" + ContextPart.PARTNERSHIPS.path() + "/" + line.id()))
                .toList();
    }
}
