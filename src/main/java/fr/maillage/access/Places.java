package fr.maillage.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Says mandates in words: role, place, address of the place. */
@Service
public class Places {

    private final Institutions institutions;
    private final ObjectProvider<CommunityNames> communities;

    Places(Institutions institutions, ObjectProvider<CommunityNames> communities) {
        this.institutions = institutions;
        this.communities = communities;
    }

    /**
     * A mandate in words.
     *
     * @param place « CPTS des Grands Causses », « la plateforme »
     * @param href first page of the place
     */
    public record Named(Mandate mandate, String role, String place, String href) {}

    /** In the given order, with at most two queries. */
    public List<Named> name(Collection<Mandate> mandates) {
        var communityNames = communityNames(mandates);
        var institutionsById = new HashMap<InstitutionId, Institution>();
        if (mandates.stream().anyMatch(mandate -> mandate.institution() != null)) {
            institutions.all().forEach(institution -> institutionsById.put(institution.id(), institution));
        }
        return mandates.stream()
                .map(mandate -> name(mandate, communityNames, institutionsById))
                .toList();
    }

    /** All CPTS, by name. */
    public List<CommunityNames.Named> communities() {
        var names = communities.getIfAvailable();
        return names == null ? List.of() : names.all();
    }

    /** The CPTS of an address. */
    public Optional<Place> community(String slug) {
        return communities().stream()
                .filter(named -> named.slug().equals(slug))
                .map(named -> Place.community(named.id(), named.name()))
                .findFirst();
    }

    private Map<UUID, CommunityNames.Named> communityNames(Collection<Mandate> mandates) {
        var ids = mandates.stream()
                .map(Mandate::community)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var names = communities.getIfAvailable();
        return names == null || ids.isEmpty() ? Map.of() : names.names(ids);
    }

    private static Named name(
            Mandate mandate,
            Map<UUID, CommunityNames.Named> communities,
            Map<InstitutionId, Institution> institutions) {
        var role = mandate.role().label();
        var community = mandate.community() == null ? null : communities.get(mandate.community());
        if (community != null) {
            return new Named(mandate, role, community.name(), "/cpts/" + community.slug());
        }
        var institution = mandate.institution() == null ? null : institutions.get(mandate.institution());
        if (institution != null) {
            return new Named(mandate, role, institution.name(), "/institutions/" + institution.slug());
        }
        return mandate.role() == Role.ADMINISTRATION
                ? new Named(mandate, role, "Toute la plateforme", "/administration")
                : new Named(mandate, role, "CPTS", "/");
    }
}
