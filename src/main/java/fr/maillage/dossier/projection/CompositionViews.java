package fr.maillage.dossier.projection;

import fr.maillage.community.Community;
import fr.maillage.community.Governance;
import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantFacts;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.Emphasis;
import fr.maillage.documents.Block.FactLine;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The lists of actors with the columns of the regional trames. Who is not certain yet is in orange, as they ask, and said
 * in words, for who does not see the colour.
 */
final class CompositionViews {

    /** The people, then the structures. */
    private static final Comparator<Participant> BY_CATEGORY_THEN_NAME = Comparator.comparing(
                    (Participant participant) -> participant.facts().kind())
            .thenComparing(participant -> participant.facts().categoryLabel())
            .thenComparing(Participant::fullName);

    private CompositionViews() {}

    /** Everybody, with the sector: « Composition de la CPTS » of the URPS Occitanie. */
    static List<Block> composition(List<Participant> participants) {
        return table(
                "Composition de la CPTS",
                List.of(
                        new Column("NOM Prénom", Align.LEFT, 5),
                        new Column("Profession", Align.LEFT, 5),
                        new Column("Secteur d’activité", Align.LEFT, 4),
                        new Column("Lieu d’exercice", Align.LEFT, 4),
                        new Column("Structure d’appartenance (le cas échéant)", Align.LEFT, 5),
                        new Column("Participation à la gouvernance", Align.CENTER, 4)),
                participants,
                "Aucun acteur n’est encore inscrit.",
                participant -> {
                    var facts = participant.facts();
                    return List.of(
                            who(facts),
                            facts.categoryLabel(),
                            facts.sector().label(),
                            place(facts),
                            structure(facts),
                            facts.governance() ? "Oui" : "Non");
                });
    }

    /** The people, with the columns of annexes 3 and 4 of the ARS Auvergne-Rhône-Alpes. */
    static List<Block> people(List<Participant> participants) {
        return table(
                "Liste des professionnels de santé et des autres personnes participant à la CPTS",
                List.of(
                        new Column("Catégorie de professionnels de santé", Align.LEFT, 5),
                        new Column("Nom Prénom", Align.LEFT, 5),
                        new Column("Lieu d’exercice", Align.LEFT, 4),
                        new Column("Structure d’appartenance", Align.LEFT, 4),
                        new Column("Participation à la gouvernance (oui/non)", Align.CENTER, 4)),
                of(participants, Participant.Kind.PERSON),
                "Aucune personne n’est encore inscrite.",
                participant -> {
                    var facts = participant.facts();
                    return List.of(
                            facts.categoryLabel(), who(facts), place(facts), structure(facts), yes(facts.governance()));
                });
    }

    /** The structures, with the columns of the same annexes. */
    static List<Block> structures(List<Participant> participants) {
        return table(
                "Liste des services et établissements participant à la CPTS",
                List.of(
                        new Column("Service et/ou établissement", Align.LEFT, 6),
                        new Column("Nom Prénom", Align.LEFT, 5),
                        new Column("Localisation", Align.LEFT, 4),
                        new Column("Participation à la gouvernance (oui/non)", Align.CENTER, 4)),
                of(participants, Participant.Kind.STRUCTURE),
                "Aucun service ou établissement n’est encore inscrit.",
                participant -> {
                    var facts = participant.facts();
                    return List.of(
                            facts.name() + " (" + French.inSentence(facts.categoryLabel()) + ")" + uncertain(facts),
                            facts.attachedTo() == null ? "–" : facts.attachedTo(),
                            place(facts),
                            yes(facts.governance()));
                });
    }

    /** Members and employees of the association, for a demande de subvention. */
    static List<Block> means(CommunityFacts facts) {
        long people = members(facts.participants(), Participant.Kind.PERSON);
        long structures = members(facts.participants(), Participant.Kind.STRUCTURE);
        var lines = new ArrayList<FactLine>();
        lines.add(
                people + structures == 0
                        ? Absent.line("Adhérents")
                        : PeopleViews.fact(
                                "Adhérents",
                                French.count(people, "personne physique", "personnes physiques") + ", "
                                        + French.count(structures, "personne morale", "personnes morales")));
        lines.addAll(staff(facts));
        return List.of(new Block.Facts(lines));
    }

    /** The posts that the CPTS employs, one by one when they are described, else the coordination alone. */
    private static List<FactLine> staff(CommunityFacts facts) {
        var coordination = facts.governance().coordination();
        var employed = facts.context().posts().stream()
                .filter(post -> !post.isCoordination() || coordination.state() == Governance.CoordinationState.FILLED)
                .filter(post -> isOwn(post.employer(), facts.community()))
                .toList();
        if (!employed.isEmpty()) {
            var times =
                    employed.stream().map(post -> ContextViews.fte(post, facts)).toList();
            return List.of(
                    PeopleViews.fact(
                            "Salariés",
                            French.count(employed.size(), "poste", "postes") + French.NBSP + ": "
                                    + employed.stream()
                                            .map(post -> French.inSentence(post.label()))
                                            .collect(Collectors.joining(", "))),
                    times.contains(Optional.<BigDecimal>empty())
                            ? Absent.line("Salariés en équivalent temps plein")
                            : PeopleViews.fact(
                                    "Salariés en équivalent temps plein",
                                    French.decimal(
                                            times.stream().map(Optional::get).reduce(BigDecimal.ZERO, BigDecimal::add),
                                            2)));
        }
        if (coordination.state() != Governance.CoordinationState.FILLED) {
            return List.of(PeopleViews.fact(
                    "Salariés",
                    "aucun à ce jour ; poste de coordination : "
                            + French.inSentence(coordination.state().label())));
        }
        return List.of(
                PeopleViews.fact("Salariés", "1 poste de coordination"),
                coordination.percent() == null
                        ? Absent.line("Salariés en équivalent temps plein")
                        : PeopleViews.fact(
                                "Salariés en équivalent temps plein",
                                French.decimal(BigDecimal.valueOf(coordination.percent(), 2), 2)));
    }

    /** Whether the association of the CPTS is the employer, by its name or in the words that teams use. */
    private static boolean isOwn(String employer, Community community) {
        var plain = employer.toLowerCase(Locale.FRENCH);
        var name = community.association().name();
        return plain.isBlank()
                || plain.contains("association")
                || plain.equals("cpts")
                || plain.contains("la cpts")
                || name != null && plain.equals(name.toLowerCase(Locale.FRENCH));
    }

    private static long members(List<Participant> participants, Participant.Kind kind) {
        return of(participants, kind).stream()
                .filter(participant -> participant.facts().membership() == Participant.Membership.MEMBER)
                .count();
    }

    private static List<Participant> of(List<Participant> participants, Participant.Kind kind) {
        return participants.stream()
                .filter(participant -> participant.facts().kind() == kind)
                .toList();
    }

    private static List<Block> table(
            String caption,
            List<Column> columns,
            List<Participant> participants,
            String otherwise,
            Function<Participant, List<String>> cells) {
        if (participants.isEmpty()) {
            return Absent.sentence(otherwise);
        }
        var rows = participants.stream()
                .sorted(BY_CATEGORY_THEN_NAME)
                .map(participant -> new Row(
                        participant.facts().certain() ? Emphasis.NONE : Emphasis.UNCERTAIN,
                        cells.apply(participant).stream().map(Inline::text).toList()))
                .toList();
        boolean allCertain = participants.stream()
                .allMatch(participant -> participant.facts().certain());
        return List.of(new Block.Table(
                caption, columns, rows, allCertain ? "" : "En orange : participation encore incertaine."));
    }

    /** « EXEMPLE Camille »; of a structure, the person one may reach there. */
    private static String who(ParticipantFacts facts) {
        if (facts.kind() == Participant.Kind.STRUCTURE) {
            return (facts.attachedTo() == null ? "–" : facts.attachedTo()) + uncertain(facts);
        }
        var family = facts.name().toUpperCase(Locale.FRENCH);
        return (facts.givenName() == null ? family : family + " " + facts.givenName()) + uncertain(facts);
    }

    private static String structure(ParticipantFacts facts) {
        if (facts.kind() == Participant.Kind.STRUCTURE) {
            return facts.name();
        }
        return facts.attachedTo() == null ? "–" : facts.attachedTo();
    }

    private static String place(ParticipantFacts facts) {
        return facts.place() == null ? "–" : facts.place().name();
    }

    private static String uncertain(ParticipantFacts facts) {
        return facts.certain() ? "" : " (incertain)";
    }

    private static String yes(boolean governance) {
        return governance ? "oui" : "non";
    }
}
