package fr.maillage.dossier.projection;

import fr.maillage.community.Association;
import fr.maillage.community.Governance;
import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantId;
import fr.maillage.documents.Block;
import fr.maillage.documents.Block.FactLine;
import fr.maillage.documents.Inline;
import fr.maillage.shared.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity tables of the regional trames, label by label, and the block where the legal representative signs. What the
 * program does not know stays visible as left to complete; no telephone or e-mail of a person is kept, those of the
 * association stand in.
 */
final class IdentityViews {

    static final char CHECKED = '☒';
    static final char UNCHECKED = '☐';

    private static final String SIGNED_ON = "Date de la signature";

    private static final String DOTS = "…………………………………………………";

    private IdentityViews() {}

    /** The two tables of the first page of « Outil 4 » of the URPS Occitanie. */
    static List<Block> occitanie(CommunityFacts facts) {
        var community = facts.community();
        var association = community.association();
        var contact = contact(facts);
        var representative = representative(facts);
        return List.of(
                new Block.Facts(List.of(
                        line(
                                "Intitulé du projet",
                                "Projet de santé de " + (community.name().startsWith("CPTS ") ? "la " : "")
                                        + community.name()),
                        line("Date de création", association.declaredOn() == null ? null : date(association)),
                        line("Rédacteur", contact.map(Contact::line).orElse(null)),
                        line("Adresse du rédacteur", association.seat()),
                        line("Mail du rédacteur", association.email()),
                        line("Téléphone", association.phone()))),
                new Block.Facts(List.of(
                        new FactLine(
                                "Statut juridique",
                                options(List.of("SISA", "Association loi 1901", "Autre (préciser)"), 1)),
                        line("Nom de la structure porteuse du projet", association.name()),
                        line("N° FINESS (le cas échéant)", "sans objet à ce jour"),
                        new FactLine(
                                "Coordonnées de la structure porteuse du projet de CPTS", coordinates(association)),
                        new FactLine(
                                "Personne contact",
                                contact.map(IdentityViews::contactLines).orElse(Absent.CELL)),
                        new FactLine(
                                "Représentant légal de la structure porteuse du projet de CPTS",
                                representative.map(IdentityViews::nameLines).orElse(Absent.CELL)))));
    }

    /** The table above part 1 of annex 4 of the guide of the ARS Auvergne-Rhône-Alpes. */
    static List<Block> aura(CommunityFacts facts, String establishedOn) {
        var association = facts.community().association();
        int created = association.declaredOn() != null ? 0 : association.name() == null ? 1 : 2;
        return List.of(new Block.Facts(List.of(
                line("Établi en date du", establishedOn),
                new FactLine(
                        "Création de l’association de loi 1901", options(List.of("Oui", "Non", "en cours"), created)),
                line("Nom de l’association", association.name()),
                line("N° SIRET Association", association.siret()),
                new FactLine("Coordonnées de la structure porteuse du projet de CPTS", coordinates(association)),
                line("Personne contact", contact(facts).map(Contact::line).orElse(null)),
                line(
                        "Représentant légal de la structure porteuse du projet de CPTS",
                        representative(facts).map(Contact::line).orElse(null)),
                line("Coordonnées bancaires", "relevé d’identité bancaire joint au dépôt"))));
    }

    static List<Block> signature(CommunityFacts facts) {
        return List.of(new Block.Facts(List.of(
                line("Nom et prénom", representative(facts).map(Contact::line).orElse(null)),
                line(SIGNED_ON, DOTS),
                new FactLine(
                        "Signature", List.of(new Inline.Text(DOTS), new Inline.LineBreak(), new Inline.Text(DOTS))))));
    }

    /** Whether a block is the one above, which a deposit fills when the signature was recorded. */
    static boolean isSignature(Block block) {
        return block instanceof Block.Facts facts
                && facts.lines().stream().anyMatch(line -> line.label().equals(SIGNED_ON));
    }

    /** Each choice with its box, on a line of its own. */
    static List<Inline> options(List<String> choices, int chosen) {
        var inlines = new ArrayList<Inline>();
        for (int i = 0; i < choices.size(); i++) {
            if (i > 0) {
                inlines.add(new Inline.LineBreak());
            }
            inlines.add(new Inline.Text((i == chosen ? CHECKED : UNCHECKED) + "" + French.NBSP + choices.get(i)));
        }
        return inlines;
    }

    /** @param profession in words, or what they do in the CPTS */
    private record Contact(String familyName, String givenName, String profession) {
        String line() {
            return (familyName + " " + givenName).strip() + (profession.isEmpty() ? "" : " – " + profession);
        }
    }

    /** Who coordinates; before, who signs. */
    private static Optional<Contact> contact(CommunityFacts facts) {
        var coordination = facts.governance().coordination();
        return person(facts, coordination.participant(), coordination.name(), "")
                .or(() -> representative(facts));
    }

    private static Optional<Contact> representative(CommunityFacts facts) {
        Governance.Representative representative = facts.governance().representative();
        return representative == null
                ? Optional.empty()
                : person(facts, representative.participant(), representative.name(), representative.function());
    }

    private static Optional<Contact> person(
            CommunityFacts facts, @Nullable ParticipantId id, @Nullable String name, String function) {
        var participant = facts.participants().stream()
                .filter(candidate -> candidate.id().equals(id))
                .map(Participant::facts)
                .findFirst();
        if (participant.isPresent() && participant.get().givenName() != null) {
            var person = participant.get();
            return Optional.of(new Contact(
                    person.name().toUpperCase(Locale.FRENCH),
                    String.valueOf(person.givenName()),
                    function.isEmpty()
                            ? person.categoryLabel()
                            : person.categoryLabel() + ", " + function.toLowerCase(Locale.FRENCH)));
        }
        return name == null ? Optional.empty() : Optional.of(new Contact(name, "", function));
    }

    private static List<Inline> contactLines(Contact contact) {
        var lines = new ArrayList<>(nameLines(contact));
        lines.add(new Inline.LineBreak());
        lines.add(new Inline.Text("Profession" + French.NBSP + ": " + contact.profession()));
        return lines;
    }

    private static List<Inline> nameLines(Contact contact) {
        return contact.givenName().isEmpty()
                ? Inline.text(contact.familyName())
                : List.of(
                        new Inline.Text("NOM" + French.NBSP + ": " + contact.familyName()),
                        new Inline.LineBreak(),
                        new Inline.Text("Prénom" + French.NBSP + ": " + contact.givenName()));
    }

    private static List<Inline> coordinates(Association association) {
        if (association.seat() == null && association.phone() == null && association.email() == null) {
            return Absent.CELL;
        }
        var lines = new ArrayList<>(part("Adresse postale", association.seat()));
        lines.add(new Inline.LineBreak());
        lines.addAll(part("Téléphone", association.phone()));
        lines.add(new Inline.LineBreak());
        lines.addAll(part("Courriel", association.email()));
        return lines;
    }

    private static List<Inline> part(String label, @Nullable String value) {
        var words = new Inline.Text(label + French.NBSP + ": " + (value == null ? "" : value));
        return value == null ? List.of(words, Absent.CELL.getFirst()) : List.of(words);
    }

    private static @Nullable String date(Association association) {
        return association.declaredOn() == null ? null : French.date(association.declaredOn());
    }

    private static FactLine line(String label, @Nullable String value) {
        return value == null || value.isBlank() ? Absent.line(label) : new FactLine(label, Inline.text(value));
    }
}
