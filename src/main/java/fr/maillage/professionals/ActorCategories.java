package fr.maillage.professionals;

import fr.maillage.community.ParticipantCategory;
import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which category of actor somebody of the directory falls under, from {@code rules/directory-categories.yaml}. */
final class ActorCategories {

    private record File(
            Source source,
            Map<String, String> skills,
            Map<String, String> professions,
            Map<String, String> establishments) {}

    private static final File FILE = Shipped.yaml("/rules/directory-categories.yaml", File.class);

    private ActorCategories() {}

    /**
     * @param profession code of the RPPS
     * @param skill code of the RPPS, or null
     */
    static ParticipantCategory ofPerson(String profession, @Nullable String skill) {
        var bySkill = skill == null ? null : FILE.skills.get(skill);
        return category(bySkill == null ? FILE.professions.get(profession) : bySkill, "AUTRE_PERSONNE");
    }

    /** @param category three digits */
    static ParticipantCategory ofEstablishment(String category) {
        return category(FILE.establishments.get(category), "AUTRE_STRUCTURE");
    }

    /** Every category that the file names. */
    static Stream<String> named() {
        return Stream.of(FILE.skills, FILE.professions, FILE.establishments).flatMap(map -> map.values().stream());
    }

    private static ParticipantCategory category(@Nullable String code, String otherwise) {
        return Optional.ofNullable(code)
                .flatMap(ParticipantCategory::ofCode)
                .or(() -> ParticipantCategory.ofCode(otherwise))
                .orElseThrow();
    }
}
