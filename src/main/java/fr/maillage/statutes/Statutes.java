package fr.maillage.statutes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the statutes of an association decide, for whatever is computed from them: convocations, quorums, votes, mandates.
 *
 * @param colleges empty when each active member has one vote
 * @param indemnities whether members may be paid for their functions and missions
 * @param paidUpVoteOnly whether only members who have paid their fee vote
 */
public record Statutes(
        OrdinaryAssembly ordinary,
        ExtraordinaryAssembly extraordinary,
        Board board,
        List<College> colleges,
        boolean indemnities,
        boolean paidUpVoteOnly) {

    public Statutes {
        colleges = List.copyOf(colleges);
    }

    /**
     * The yearly assembly.
     *
     * @param month 1 to 12, or null when none is fixed
     * @param noticeDays days between the sending of convocations and the assembly, at least
     * @param quorum share of the members present or represented; null: none is asked
     * @param secondMeetingDays days before a second assembly without quorum
     * @param proxies how many absent members one member may represent
     * @param remote whether one may attend from a distance
     */
    public record OrdinaryAssembly(
            @Nullable Integer month,
            int noticeDays,
            @Nullable Fraction quorum,
            int secondMeetingDays,
            Votes votes,
            int proxies,
            boolean remote) {}

    /**
     * The assembly that changes the statutes or dissolves the association.
     *
     * @param request share of the members who may demand it; one half means one half plus one
     * @param majority one half means more than half
     */
    public record ExtraordinaryAssembly(
            Fraction request, @Nullable Fraction quorum, Fraction majority) {}

    /**
     * The board.
     *
     * @param seats null while the team has not said
     * @param monthsBetweenMeetings at most
     * @param absences consecutive absences without excuse that count as a resignation; 0: none
     */
    public record Board(
            @Nullable Integer seats,
            Renewal renewal,
            int monthsBetweenMeetings,
            @Nullable Fraction quorum,
            Tie tie,
            int absences) {}

    /** Of what a majority is counted. */
    public enum Votes {
        /** Abstentions do not count. */
        CAST,
        /** Abstentions count against. */
        PRESENT_OR_REPRESENTED
    }

    /** What happens when votes are equal. */
    public enum Tie {
        PRESIDENT_DECIDES,
        REJECTED
    }

    /** What was not answered is as the model proposes. */
    static Statutes of(Values answered) {
        var values = TextModel.of(TextKind.STATUTES).proposed().and(answered);
        return new Statutes(
                new OrdinaryAssembly(
                        values.value("ag-mois")
                                .map(month -> Integer.valueOf(month.codes().getFirst()))
                                .orElse(null),
                        number(values, "ag-preavis"),
                        values.fraction("ag-quorum").orElse(null),
                        number(values, "ag-seconde"),
                        values.is("ag-majorite", "presents") ? Votes.PRESENT_OR_REPRESENTED : Votes.CAST,
                        number(values, "ag-pouvoirs"),
                        values.is("ag-distance", "oui")),
                new ExtraordinaryAssembly(
                        values.fraction("age-demande").orElseThrow(),
                        values.fraction("age-quorum").orElse(null),
                        values.fraction("age-majorite").orElseThrow()),
                new Board(
                        values.whole("ca-nombre").map(Long::intValue).orElse(null),
                        Renewal.of(values).orElseThrow(),
                        number(values, "ca-reunions"),
                        values.fraction("ca-quorum").orElse(null),
                        values.is("ca-partage", "rejet") ? Tie.REJECTED : Tie.PRESIDENT_DECIDES,
                        number(values, "ca-absences")),
                values.is("organisation", "colleges") ? values.colleges() : List.of(),
                values.is("fonctions", "indemnisees"),
                values.is("vote-a-jour", "oui") && !values.is("cotisation", "aucune"));
    }

    private static int number(Values values, String key) {
        return values.whole(key).orElseThrow().intValue();
    }
}
