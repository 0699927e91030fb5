package fr.maillage.professionals;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Participant;
import fr.maillage.community.Participant.Kind;
import fr.maillage.community.Participant.Membership;
import fr.maillage.community.ParticipantFacts;
import fr.maillage.community.ParticipantId;
import fr.maillage.community.Participants;
import fr.maillage.shared.Saving;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes actors of a CPTS out of lines of the directory: what is known is not typed again. */
@Service
class ActorPicking {

    private static final int LONGEST_DETAIL = 120;
    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_GIVEN_NAME = 80;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final Participants participants;

    ActorPicking(Participants participants) {
        this.participants = participants;
    }

    /** What came of it. */
    sealed interface Outcome {
        /** @param again was on the list before, and archived */
        record Added(ParticipantId id, String name, boolean again) implements Outcome {}

        record AlreadyThere(String name) implements Outcome {}

        /** The edition, or the territory, changed since the page was shown. */
        record Gone() implements Outcome {}
    }

    /** Identifiers of the actors in force, by RPPS or FINESS number. */
    Map<String, String> picked(CommunityView view) {
        return participants.of(view.id()).stream()
                .filter(known -> number(known.facts()) != null)
                .collect(Collectors.toMap(
                        known -> String.valueOf(number(known.facts())),
                        known -> known.id().value().toString(),
                        (one, _) -> one));
    }

    /** @param lines of one person, none when they are no longer in the directory */
    @Transactional
    Outcome pick(CommunityView view, List<DirectoryRow> lines) {
        if (lines.isEmpty()) {
            return new Outcome.Gone();
        }
        var row = general(lines);
        var site = row.sites().getFirst();
        var skill = row.sites().stream()
                .filter(candidate -> candidate.skill() != null)
                .sorted((one, other) -> Boolean.compare(isGeneral(row, other), isGeneral(row, one)))
                .findFirst();
        var category = ActorCategories.ofPerson(
                row.profession(), skill.map(DirectoryRow.Site::skill).orElse(null));
        var detail = skill.map(DirectoryRow.Site::skillLabel).orElse(row.professionLabel());
        var facts = new ParticipantFacts(
                Kind.PERSON,
                cut(capitalised(row.name()), LONGEST_NAME),
                cut(capitalised(row.givenName()), LONGEST_GIVEN_NAME),
                category,
                category.other() ? cut(detail, LONGEST_DETAIL) : null,
                category.sector(),
                new ParticipantFacts.Place(site.commune(), site.communeName()),
                site.finess() == null || site.structure() == null ? null : cut(site.structure(), LONGEST_NAME),
                false,
                null,
                true,
                Membership.MEMBER,
                null,
                row.rpps(),
                null,
                null);
        return add(view, facts);
    }

    @Transactional
    Outcome pick(CommunityView view, Optional<EstablishmentRow> line) {
        if (line.isEmpty()) {
            return new Outcome.Gone();
        }
        var row = line.get();
        var category = ActorCategories.ofEstablishment(row.category());
        var facts = new ParticipantFacts(
                Kind.STRUCTURE,
                cut(row.name(), LONGEST_NAME),
                null,
                category,
                category.other() ? cut(row.categoryLabel(), LONGEST_DETAIL) : null,
                category.sector(),
                new ParticipantFacts.Place(row.commune(), row.communeName()),
                null,
                false,
                null,
                true,
                Membership.MEMBER,
                null,
                null,
                row.finess(),
                row.siret() != null && row.siret().matches("\\d{14}") ? row.siret() : null);
        return add(view, facts);
    }

    private Outcome add(CommunityView view, ParticipantFacts facts) {
        var known = sameNumber(participants.everOf(view.id()), facts);
        if (known.isPresent()) {
            var participant = known.get();
            if (!participant.archived()) {
                return new Outcome.AlreadyThere(participant.fullName());
            }
            return switch (participants.restore(view, participant.id())) {
                case Saving.Done _ -> new Outcome.Added(participant.id(), participant.fullName(), true);
                case Saving.Refused _, Saving.Overtaken _ -> new Outcome.AlreadyThere(participant.fullName());
            };
        }
        // The same click sent twice at once has the same id: it adds one actor.
        var id = new ParticipantId(
                UUID.nameUUIDFromBytes((view.id().value() + " " + number(facts)).getBytes(StandardCharsets.UTF_8)));
        return switch (participants.add(view, id, facts)) {
            case Saving.Done _ -> new Outcome.Added(id, facts.fullName(), false);
            case Saving.Refused _, Saving.Overtaken _ -> new Outcome.AlreadyThere(facts.fullName());
        };
    }

    /** Somebody with two professions is first what general practice makes of them, else as the list is ordered. */
    private static DirectoryRow general(List<DirectoryRow> lines) {
        return lines.stream()
                .filter(line -> line.sites().stream().anyMatch(site -> isGeneral(line, site)))
                .findFirst()
                .orElse(lines.getFirst());
    }

    private static boolean isGeneral(DirectoryRow row, DirectoryRow.Site site) {
        return site.skill() != null
                && ActorCategories.ofPerson(row.profession(), site.skill()).generalPractice();
    }

    private static Optional<Participant> sameNumber(Collection<Participant> all, ParticipantFacts facts) {
        var wanted = number(facts);
        return all.stream()
                .filter(known -> wanted != null && wanted.equals(number(known.facts())))
                .min((one, other) -> Boolean.compare(one.archived(), other.archived()));
    }

    private static @Nullable String number(ParticipantFacts facts) {
        return facts.kind() == Kind.PERSON ? facts.rpps() : facts.finess();
    }

    /** The source writes names in capitals: « EXEMPLE-FICTIF » becomes « Exemple-Fictif ». */
    static String capitalised(String name) {
        if (!name.equals(name.toUpperCase(Locale.FRENCH))) {
            return name;
        }
        return WORD.matcher(name)
                .replaceAll(word ->
                        word.group().substring(0, 1) + word.group().substring(1).toLowerCase(Locale.FRENCH));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
