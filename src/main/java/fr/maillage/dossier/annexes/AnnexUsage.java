package fr.maillage.dossier.annexes;

import fr.maillage.community.CommunityId;
import fr.maillage.dossier.Dossiers;
import fr.maillage.library.Use;
import fr.maillage.library.spi.Usage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Documents may be annexes of the dossiers that a CPTS has begun. */
@Component
class AnnexUsage implements Usage {

    private final Dossiers dossiers;

    AnnexUsage(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public Use.Kind kind() {
        return Use.Kind.ANNEX;
    }

    @Override
    public List<Thing> things(CommunityId community) {
        return dossiers.of(community).stream()
                .map(dossier -> new Thing(
                        dossier.id().value(),
                        dossier.kind().label() + " " + dossier.number(),
                        "/annexes?dossier=" + dossier.kind().path()))
                .toList();
    }
}
