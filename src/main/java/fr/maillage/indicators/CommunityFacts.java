package fr.maillage.indicators;

import fr.maillage.community.CommunityId;
import fr.maillage.community.Participants;
import fr.maillage.community.Perimeters;
import fr.maillage.indicators.spi.Fact;
import fr.maillage.indicators.spi.FactKind;
import fr.maillage.indicators.spi.FactSource;
import fr.maillage.indicators.spi.Period;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the life of the CPTS itself counts: its actors and its territory. See docs/decisions/0180. */
@Component
class CommunityFacts implements FactSource {

    private static final FactKind ACTORS =
            new FactKind("ACTEURS", "Acteurs à la fin de la période", "acteur", "acteurs");
    private static final FactKind JOINED = new FactKind("ACTEURS_ARRIVES", "Acteurs arrivés", "acteur", "acteurs");
    private static final FactKind LEFT = new FactKind("ACTEURS_PARTIS", "Acteurs partis", "acteur", "acteurs");
    private static final FactKind PLACES =
            new FactKind("COMMUNES", "Communes du territoire à la fin de la période", "commune", "communes");
    private static final FactKind PEOPLE =
            new FactKind("HABITANTS", "Habitants du territoire à la fin de la période", "habitant", "habitants");

    private final Participants participants;
    private final Perimeters perimeters;

    CommunityFacts(Participants participants, Perimeters perimeters) {
        this.participants = participants;
        this.perimeters = perimeters;
    }

    @Override
    public List<FactKind> kinds() {
        return List.of(ACTORS, JOINED, LEFT, PLACES, PEOPLE);
    }

    @Override
    public List<Fact> of(CommunityId community, Period period) {
        var facts = new ArrayList<Fact>();
        var moves = participants.moves(community, period.from(), period.to());
        facts.add(Fact.of(
                ACTORS,
                moves.present(),
                "Professionnels et structures inscrits le " + French.date(period.to()) + ", membres et partenaires.",
                "/acteurs"));
        facts.add(Fact.of(JOINED, moves.joined(), "Acteurs inscrits dans la période.", "/acteurs"));
        facts.add(Fact.of(LEFT, moves.left(), "Acteurs retirés de la liste dans la période.", "/acteurs"));
        perimeters.onDay(community, period.to()).ifPresent(version -> {
            var which = "Version " + version.number() + " du territoire, enregistrée le " + French.date(version.since())
                    + ".";
            facts.add(Fact.of(PLACES, version.communes(), which, "/territoire"));
            facts.add(Fact.of(PEOPLE, version.population(), which, "/territoire"));
        });
        return facts;
    }
}
