package fr.maillage.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The vote by which a team ranks its general objectives, with every ballot kept. Each person puts the objectives in
 * order; with n objectives the first place is worth n points, the next one less, and so on (method of Borda).
 *
 * @param closedAt null while it is open
 * @param ballots in the order they were cast
 */
public record Ranking(
        UUID id,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        List<Ballot> ballots) {

    /** @param choices from the first place on */
    public record Ballot(UUID account, String name, Instant at, List<Choice> choices) {}

    /** @param title as it was when the vote was cast */
    public record Choice(ObjectiveId objective, String title) {}

    /**
     * What an objective got.
     *
     * @param place 1 for the most points; shared by those who tie
     * @param firsts how many people put it first
     */
    public record Standing(ObjectiveId objective, String title, int place, int points, int firsts) {}

    public boolean open() {
        return closedAt == null;
    }

    public Optional<Ballot> of(UUID account) {
        return ballots.stream()
                .filter(ballot -> ballot.account().equals(account))
                .findFirst();
    }

    /**
     * By points; those who tie share their place and keep the order they had.
     *
     * @param before the objectives in their order before the vote; whoever is in no ballot has no point
     */
    public List<Standing> standings(List<Choice> before) {
        int most = ballots.stream()
                .mapToInt(ballot -> ballot.choices().size())
                .max()
                .orElse(0);
        Map<ObjectiveId, Choice> candidates = new LinkedHashMap<>();
        before.forEach(choice -> candidates.put(choice.objective(), choice));
        ballots.forEach(
                ballot -> ballot.choices().forEach(choice -> candidates.putIfAbsent(choice.objective(), choice)));
        var sorted = candidates.values().stream()
                .sorted(Comparator.comparingInt((Choice choice) -> -points(choice.objective(), most)))
                .toList();
        var standings = new ArrayList<Standing>();
        for (var choice : sorted) {
            int points = points(choice.objective(), most);
            int place = standings.isEmpty() || standings.getLast().points() != points
                    ? standings.size() + 1
                    : standings.getLast().place();
            standings.add(new Standing(choice.objective(), choice.title(), place, points, firsts(choice.objective())));
        }
        return standings;
    }

    private int points(ObjectiveId objective, int most) {
        return ballots.stream()
                .mapToInt(ballot -> {
                    int place = place(ballot, objective);
                    return place == 0 ? 0 : most - place + 1;
                })
                .sum();
    }

    private int firsts(ObjectiveId objective) {
        return Math.toIntExact(
                ballots.stream().filter(ballot -> place(ballot, objective) == 1).count());
    }

    /** From 1; 0 when the ballot does not name it. */
    private static int place(Ballot ballot, ObjectiveId objective) {
        for (int i = 0; i < ballot.choices().size(); i++) {
            if (ballot.choices().get(i).objective().equals(objective)) {
                return i + 1;
            }
        }
        return 0;
    }
}
