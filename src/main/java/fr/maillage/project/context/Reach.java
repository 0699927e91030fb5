package fr.maillage.project.context;

import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantCategory;
import fr.maillage.community.Perimeter;
import fr.maillage.community.PerimeterPlace;
import fr.maillage.professionals.DirectoryCounts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Holds who was told of the project, and who takes part, against the directory. */
@Service
public class Reach {

    private final DirectoryCounts directory;

    Reach(DirectoryCounts directory) {
        this.directory = directory;
    }

    /** Health professions that were told, take part, or practise in the territory; in the order of the list of actors. */
    public Reached of(@Nullable Perimeter territory, List<Participant> participants, List<Outreach> outreach) {
        var counts = territory == null ? Optional.<DirectoryCounts.Counts>empty() : counts(territory);
        return shares(
                counts.map(DirectoryCounts.Counts::persons).orElse(null),
                counts.map(DirectoryCounts.Counts::source).orElse(null),
                participants,
                outreach);
    }

    /** @param persons of the territory by code of profession; null when the directory does not cover it */
    static Reached shares(
            @Nullable Map<String, Integer> persons,
            @Nullable String source,
            List<Participant> participants,
            List<Outreach> outreach) {
        var shares = ParticipantCategory.of(Participant.Kind.PERSON).stream()
                .filter(ParticipantCategory::health)
                .map(profession -> new Reached.Share(
                        profession,
                        persons == null ? null : persons.getOrDefault(profession.code(), 0),
                        informed(profession, outreach),
                        takingPart(profession, participants)))
                .filter(share -> share.informed() != null
                        || share.takingPart() > 0
                        || share.inTerritory() != null && share.inTerritory() > 0)
                .toList();
        return new Reached(shares, source);
    }

    private Optional<DirectoryCounts.Counts> counts(Perimeter territory) {
        return directory.of(territory.places().stream()
                .collect(Collectors.toMap(PerimeterPlace::commune, PerimeterPlace::departement, (one, _) -> one)));
    }

    private static @Nullable Integer informed(ParticipantCategory profession, List<Outreach> outreach) {
        return outreach.stream()
                .filter(step -> profession.equals(step.audience()))
                .map(Outreach::informed)
                .filter(Objects::nonNull)
                .max(Integer::compareTo)
                .orElse(null);
    }

    private static int takingPart(ParticipantCategory profession, List<Participant> participants) {
        return Math.toIntExact(participants.stream()
                .filter(participant -> participant.facts().category().equals(profession))
                .filter(participant -> participant.facts().certain())
                .count());
    }
}
