package fr.maillage.bench;

import fr.maillage.access.TestAccounts;
import fr.maillage.access.secret.Token;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.instruction.TestDossiers;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.testing.DatabaseSnapshot;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** One CPTS with the whole project of the demonstration, and the session of its coordination; or a thousand such. */
record World(CommunityView community, Token session, DatabaseSnapshot alone, JdbcTemplate jdbc) {

    static final int THOUSAND = 1_000;

    /** Lévézou and Ségala, as in the demonstration. */
    private static final List<String> GROUPINGS = List.of("241200658", "241200765");

    static World with(Program program) {
        var communes = program.bean(Communes.class);
        var codes = GROUPINGS.stream()
                .flatMap(epci -> communes.ofEpci(epci).stream())
                .map(Commune::code)
                .toList();
        var community = program.bean(TestDossiers.class).communityReadyToDeposit("CPTS Lévézou et Ségala", codes);
        var session = program.bean(TestAccounts.class).session(community.actor().account());
        var world =
                new World(community, session, program.bean(DatabaseSnapshot.class), program.bean(JdbcTemplate.class));
        world.alone.take();
        world.tidy();
        return world;
    }

    /** From now on there are a thousand CPTS, each as full as the first one and with communes of its own. */
    void crowd() {
        crowd(THOUSAND);
    }

    /** The same with fewer, none larger than among a thousand. */
    void crowd(int count) {
        Copies.make(jdbc, count - 1, THOUSAND - 1);
        tidy();
    }

    /** Back to the one CPTS. */
    void empty() {
        alone.restore();
        tidy();
    }

    long communities() {
        var count = jdbc.queryForObject("select count(*) from community.community", Long.class);
        return count == null ? 0 : count;
    }

    /** What autovacuum does a minute later. */
    private void tidy() {
        Stream.of("vacuum analyze", "checkpoint").forEach(jdbc::execute);
    }
}
