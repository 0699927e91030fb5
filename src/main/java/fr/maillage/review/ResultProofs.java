package fr.maillage.review;

import fr.maillage.community.CommunityId;
import fr.maillage.contract.Contracts;
import fr.maillage.library.Use;
import fr.maillage.library.spi.Usage;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Documents may prove a line of results of a year. */
@Component
class ResultProofs implements Usage {

    private final Contracts contracts;
    private final YearlyLines lines;

    ResultProofs(Contracts contracts, YearlyLines lines) {
        this.contracts = contracts;
        this.lines = lines;
    }

    @Override
    public Use.Kind kind() {
        return Use.Kind.RESULT_PROOF;
    }

    /** What proved a line when its review was closed is what was paid for. */
    @Override
    public boolean closed(UUID line) {
        return lines.closed(line);
    }

    @Override
    public List<Thing> things(CommunityId community) {
        return contracts.of(community).stream()
                .flatMap(contract -> lines.of(contract).stream())
                .map(line -> new Thing(
                        line.id(), "Année " + line.year() + "\u00A0: " + line.label(), "/bilan/" + line.year()))
                .toList();
    }
}
