package fr.maillage.dossier.projection;

import fr.maillage.community.Body;
import fr.maillage.community.Community;
import fr.maillage.community.Governance;
import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantFacts;
import fr.maillage.community.Sector;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.Align;
import fr.maillage.documents.Block.Column;
import fr.maillage.documents.Block.FactLine;
import fr.maillage.documents.Block.Row;
import fr.maillage.documents.Inline;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a document shows of the people, the structures and the governance of a CPTS. */
final class PeopleViews {

    private static final Comparator<Participant> BY_CATEGORY_THEN_NAME = Comparator.comparing(
                    (Participant participant) -> participant.facts().categoryLabel())
            .thenComparing(Participant::fullName);

    private PeopleViews() {}

    static List<Block> identity(Community community, Governance governance) {
        var lines = new ArrayList<FactLine>();
        lines.add(fact("CPTS", community.name()));
        lines.addAll(association(community));
        var representative = governance.representative();
        if (representative != null) {
            lines.add(fact("Représentation légale", representative.name() + ", " + representative.function()));
        }
        return List.of(new Block.Facts(lines));
    }

    static List<Block> legalForm(Community community, Governance governance) {
        var lines = new ArrayList<FactLine>();
        lines.add(fact("Forme", "Association régie par la loi du 1ᵉʳ juillet 1901"));
        lines.addAll(association(community));
        var representative = governance.representative();
        lines.add(fact(
                "Représentation légale",
                representative == null
                        ? "non désignée à ce jour"
                        : representative.name() + ", " + representative.function()));
        return List.of(new Block.Facts(lines));
    }

    private static List<FactLine> association(Community community) {
        var association = community.association();
        var lines = new ArrayList<FactLine>();
        add(lines, "Association", association.name());
        add(lines, "Déclarée le", association.declaredOn() == null ? null : French.date(association.declaredOn()));
        add(lines, "RNA", association.rna());
        add(lines, "SIRET", association.siret());
        add(lines, "Siège", association.seat());
        add(lines, "Téléphone", association.phone());
        add(lines, "Courriel", association.email());
        return lines;
    }

    /** How many persons of each health profession take part. */
    static List<Block> professionals(List<Participant> participants) {
        var byProfession = participants.stream()
                .filter(participant -> participant.facts().kind() == Participant.Kind.PERSON
                        && participant.facts().category().health())
                .collect(Collectors.groupingBy(
                        participant -> participant.facts().category().label(), TreeMap::new, Collectors.counting()));
        if (byProfession.isEmpty()) {
            return none("Aucun professionnel de santé n’est encore inscrit.");
        }
        var rows = new ArrayList<Row>();
        byProfession.forEach((profession, count) -> rows.add(Row.of(profession, French.number(count))));
        return List.of(new Block.Table(
                "Professionnels de santé engagés, par profession",
                List.of(new Column("Profession", Align.LEFT, 5), new Column("Personnes", Align.RIGHT, 2)),
                rows,
                "Source : liste des acteurs de la CPTS."));
    }

    static List<Block> structures(List<Participant> participants, boolean health) {
        Predicate<Participant> kept = participant -> participant.facts().kind() == Participant.Kind.STRUCTURE
                && (participant.facts().sector() == Sector.HEALTH) == health;
        return table(
                health
                        ? "Établissements et structures de santé engagés"
                        : "Structures médico-sociales et sociales engagées",
                participants.stream().filter(kept).toList(),
                health
                        ? "Aucun établissement de santé n’est encore inscrit."
                        : "Aucune structure médico-sociale ou sociale n’est encore inscrite.");
    }

    static List<Block> members(List<Participant> participants) {
        return table(
                "Membres de la CPTS",
                with(participants, Participant.Membership.MEMBER),
                "Aucun membre n’est encore inscrit.");
    }

    static List<Block> partners(List<Participant> participants) {
        return table(
                "Membres partenaires",
                with(participants, Participant.Membership.PARTNER),
                "Aucun partenaire n’est encore inscrit.");
    }

    /** Every person and structure that takes part, for the annex of commitments. */
    static List<Block> commitments(List<Participant> participants) {
        return table("Personnes et structures engagées", participants, "Aucun acteur n’est encore inscrit.");
    }

    private static List<Participant> with(List<Participant> participants, Participant.Membership membership) {
        return participants.stream()
                .filter(participant -> participant.facts().membership() == membership)
                .toList();
    }

    private static List<Block> table(String caption, List<Participant> participants, String otherwise) {
        if (participants.isEmpty()) {
            return none(otherwise);
        }
        return List.of(new Block.Table(
                caption,
                List.of(
                        new Column("Nom", Align.LEFT, 5),
                        new Column("Profession ou nature", Align.LEFT, 5),
                        new Column("Secteur", Align.LEFT, 3),
                        new Column("Lieu et structure", Align.LEFT, 5),
                        new Column("Gouvernance", Align.CENTER, 3),
                        new Column("Participation", Align.LEFT, 3)),
                participants.stream()
                        .sorted(BY_CATEGORY_THEN_NAME)
                        .map(PeopleViews::row)
                        .toList(),
                ""));
    }

    private static Row row(Participant participant) {
        ParticipantFacts facts = participant.facts();
        var where = new ArrayList<String>();
        if (facts.place() != null) {
            where.add(facts.place().name());
        }
        if (facts.attachedTo() != null) {
            where.add(facts.attachedTo());
        }
        return Row.of(
                participant.fullName(),
                facts.categoryLabel(),
                facts.sector().label(),
                where.isEmpty() ? "–" : String.join(", ", where),
                facts.governance() ? "oui" : "non",
                facts.certain() ? "certaine" : "à confirmer");
    }

    static List<Block> governance(Governance governance) {
        var blocks = new ArrayList<Block>();
        if (governance.bodies().isEmpty()) {
            blocks.addAll(none("Aucune instance n’est encore décrite."));
        } else {
            blocks.add(new Block.Table(
                    "Instances de la CPTS",
                    List.of(
                            new Column("Instance", Align.LEFT, 4),
                            new Column("Rôle", Align.LEFT, 7),
                            new Column("Rythme", Align.LEFT, 3)),
                    governance.bodies().stream()
                            .map(body -> Row.of(
                                    body.facts().name(),
                                    orDash(body.facts().role()),
                                    orDash(body.facts().frequency())))
                            .toList(),
                    ""));
        }
        var seats = governance.bodies().stream()
                .flatMap(body -> body.seats().stream().map(seat -> seat(body, seat)))
                .toList();
        if (!seats.isEmpty()) {
            blocks.add(new Block.Table(
                    "Mandats",
                    List.of(
                            new Column("Instance", Align.LEFT, 4),
                            new Column("Personne", Align.LEFT, 5),
                            new Column("Fonction", Align.LEFT, 4)),
                    seats,
                    ""));
        }
        coordination(governance.coordination(), blocks);
        return blocks;
    }

    private static Row seat(Body body, Body.Seat seat) {
        return Row.of(
                body.facts().name(), seat.participantName(), seat.function().label());
    }

    private static void coordination(Governance.Coordination coordination, List<Block> blocks) {
        var lines = new ArrayList<FactLine>();
        lines.add(fact("Poste de coordination", coordination.state().label()));
        add(lines, "Titulaire", coordination.name());
        add(
                lines,
                "Temps de travail",
                coordination.percent() == null ? null : coordination.percent() + "" + French.NBSP + "%");
        add(lines, "Missions", coordination.tasks());
        blocks.add(new Block.Facts(lines));
    }

    static List<Block> none(String sentence) {
        return Absent.sentence(sentence);
    }

    static FactLine fact(String label, String value) {
        return new FactLine(label, Inline.text(value));
    }

    private static void add(List<FactLine> lines, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(fact(label, value));
        }
    }

    static String orDash(String text) {
        return text.isBlank() ? "–" : text;
    }
}
