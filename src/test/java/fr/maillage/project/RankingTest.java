package fr.maillage.project;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.project.Ranking.Ballot;
import fr.maillage.project.Ranking.Choice;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The count of a vote by hand: objectives A, B and C, before it in that order. */
class RankingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            votes       | result
                        | 1A0 1B0 1C0
            ABC         | 1A3 2B2 3C1
            CBA         | 1C3 2B2 3A1
            ABC CBA     | 1A4 1B4 1C4
            BAC BCA     | 1B6 2A3 2C3
            ABC ABC CAB | 1A8 2B5 2C5
            AB CAB      | 1A5 2B3 2C3
            """, useHeadersInDisplayName = true)
    void pointsAddUpAndTiesAreSaid(String votes, String result) {
        var ballots = votes == null
                ? List.<Ballot>of()
                : Arrays.stream(votes.split(" ")).map(RankingTest::ballot).toList();
        var ranking = new Ranking(new UUID(0, 1), Instant.EPOCH, "Camille Exemple", null, null, ballots);

        assertThat(ranking.standings(choices("ABC")))
                .extracting(standing -> standing.place() + standing.title() + standing.points())
                .containsExactly(result.split(" "));
    }

    private static Ballot ballot(String order) {
        return new Ballot(UUID.randomUUID(), "Odile Carrière", Instant.EPOCH, choices(order));
    }

    private static List<Choice> choices(String order) {
        return order.chars()
                .mapToObj(letter -> new Choice(new ObjectiveId(new UUID(0, letter)), String.valueOf((char) letter)))
                .toList();
    }
}
