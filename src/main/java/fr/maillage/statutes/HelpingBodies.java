package fr.maillage.statutes;

import fr.maillage.access.Institution;
import fr.maillage.access.Institutions;
import fr.maillage.access.Role;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import fr.maillage.territory.Departements;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bodies that help a CPTS: kinds from {@code statutes/interlocuteurs.yaml}, institutions from the program. */
@Component
class HelpingBodies {

    private record File(Source source, List<Group> groups) {}

    private record Group(String title, List<Kind> bodies) {}

    private record Kind(
            String key,
            String title,
            String first,
            List<String> helps,
            @Nullable List<String> parts,
            List<Role> roles,
            String find) {}

    private static final File FILE = Shipped.yaml("/statutes/interlocuteurs.yaml", File.class);

    private final Communities communities;
    private final Institutions institutions;
    private final Departements departements;

    HelpingBodies(Communities communities, Institutions institutions, Departements departements) {
        this.communities = communities;
        this.institutions = institutions;
        this.departements = departements;
    }

    HelpPage of(CommunityView view) {
        var community = communities.find(view.id());
        var place = departements.all().stream()
                .filter(departement -> departement.code().equals(community.seatDepartement()))
                .findFirst()
                .map(departement ->
                        departement.name() + ", " + departement.region().name())
                .orElse(community.seatDepartement());
        var known = institutions.covering(community.regionCode(), community.seatDepartement());
        return new HelpPage(
                view,
                place,
                FILE.source(),
                FILE.groups().stream()
                        .map(group -> new HelpPage.Group(
                                group.title(),
                                group.bodies().stream()
                                        .map(kind -> body(kind, known))
                                        .toList()))
                        .toList());
    }

    private static HelpPage.Body body(Kind kind, List<Institution> known) {
        return new HelpPage.Body(
                kind.key(),
                kind.title(),
                kind.first(),
                kind.helps(),
                kind.parts() == null ? List.of() : kind.parts(),
                known.stream()
                        .filter(institution -> kind.roles().contains(institution.role()))
                        .toList(),
                !kind.roles().isEmpty(),
                kind.find());
    }
}
