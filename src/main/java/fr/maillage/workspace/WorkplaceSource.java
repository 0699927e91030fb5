package fr.maillage.workspace;

import fr.maillage.access.Actor;
import fr.maillage.access.CurrentActor;
import fr.maillage.access.Institution;
import fr.maillage.access.Institutions;
import fr.maillage.access.Mandate;
import fr.maillage.access.Role;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityId;
import fr.maillage.community.PerimeterPlace;
import fr.maillage.community.Perimeters;
import fr.maillage.dossier.instruction.Inbox;
import fr.maillage.shared.French;
import fr.maillage.territory.Maps;
import fr.maillage.ui.Person;
import fr.maillage.ui.ShellSource;
import fr.maillage.ui.Tab;
import fr.maillage.ui.Workplace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from the address of a page where the person works: a CPTS, an institution, the administration, or nowhere. */
@Component
class WorkplaceSource implements ShellSource {

    private final CurrentActor current;
    private final Communities communities;
    private final Institutions institutions;
    private final Inbox inbox;
    private final Perimeters perimeters;
    private final Maps maps;

    WorkplaceSource(
            CurrentActor current,
            Communities communities,
            Institutions institutions,
            Inbox inbox,
            Perimeters perimeters,
            Maps maps) {
        this.current = current;
        this.communities = communities;
        this.institutions = institutions;
        this.inbox = inbox;
        this.perimeters = perimeters;
        this.maps = maps;
    }

    @Override
    public @Nullable Person person(HttpServletRequest request) {
        return current.find().map(actor -> Person.named(actor.name())).orElse(null);
    }

    @Override
    public Workplace workplace(HttpServletRequest request) {
        var actor = current.find().orElse(null);
        var path = request.getRequestURI().split("/");
        if (actor == null) {
            return Workplace.NONE;
        }
        if (path.length > 2 && path[1].equals("cpts")) {
            return inCommunity(actor, path[2]);
        }
        if (path.length > 2 && path[1].equals("institutions")) {
            return inInstitution(actor, path[2].replaceAll("\\.(xlsx|csv)$", ""));
        }
        if (path.length > 1 && path[1].equals("administration") && actor.administrator()) {
            return administration(actor);
        }
        return Workplace.NONE;
    }

    private Workplace inCommunity(Actor actor, String slug) {
        return communities
                .seenBy(actor, slug)
                .map(view -> {
                    var home = "/cpts/" + slug;
                    return new Workplace(
                            Workplace.Kind.CPTS,
                            view.name(),
                            roles(actor, mandate -> view.id().value().equals(mandate.community())),
                            home,
                            silhouette(view.id()),
                            List.of(
                                    new Tab("Parcours", home, "route"),
                                    new Tab("Territoire", home + "/territoire", "map"),
                                    new Tab("Diagnostic", home + "/diagnostic", "chart-no-axes-column"),
                                    new Tab("Acteurs", home + "/acteurs", "users"),
                                    new Tab("Gouvernance", home + "/gouvernance", "scale"),
                                    new Tab("Objectifs et actions", home + "/objectifs", "target"),
                                    new Tab("Budget", home + "/budget", "wallet"),
                                    new Tab("Projet de santé", home + "/projet-de-sante", "file-text"),
                                    new Tab("Documents", home + "/documents", "archive"),
                                    new Tab("Instruction", home + "/instruction", "send"),
                                    new Tab("Contrat", home + "/contrat", "landmark"),
                                    new Tab("Échéances", home + "/echeances", "calendar-days")),
                            spaces(actor, home),
                            0,
                            null);
                })
                .orElse(Workplace.NONE);
    }

    private @Nullable String silhouette(CommunityId community) {
        return perimeters
                .current(community)
                .flatMap(perimeter -> maps.silhouette(perimeter.places().stream()
                        .map(PerimeterPlace::commune)
                        .distinct()
                        .toList()))
                .orElse(null);
    }

    private Workplace inInstitution(Actor actor, String slug) {
        return institutions
                .findBySlug(slug)
                .filter(institution -> !actor.rolesIn(institution.id()).isEmpty())
                .map(institution -> {
                    var home = "/institutions/" + slug;
                    return new Workplace(
                            Workplace.Kind.INSTITUTION,
                            institution.name(),
                            roles(actor, mandate -> institution.id().equals(mandate.institution())),
                            home,
                            null,
                            List.of(
                                    new Tab("Dossiers", home, "inbox"),
                                    new Tab("CPTS suivies", home + "/portefeuille", "table"),
                                    new Tab("Échéances", home + "/echeances", "calendar-days")),
                            spaces(actor, home),
                            inbox.toDo(institution.id()),
                            home + "?etat=a-traiter");
                })
                .orElse(Workplace.NONE);
    }

    private Workplace administration(Actor actor) {
        var home = "/administration";
        return new Workplace(
                Workplace.Kind.ADMINISTRATION,
                "Administration",
                Role.ADMINISTRATION.label(),
                home,
                null,
                List.of(
                        new Tab("Accueil", home, "settings"),
                        new Tab("Comptes", home + "/comptes", "users"),
                        new Tab("Institutions", home + "/institutions", "landmark"),
                        new Tab("Courriels", home + "/courriels", "mail"),
                        new Tab("Journal", home + "/journal", "history"),
                        new Tab("Réglages", home + "/reglages", "settings")),
                spaces(actor, home),
                0,
                null);
    }

    /** Every place where the person holds a role, by name, but the one at the given address. */
    List<Workplace.Mandate> spaces(Actor actor, String but) {
        var spaces = new ArrayList<Workplace.Mandate>();
        var ids = actor.mandates().stream()
                .map(Mandate::community)
                .filter(Objects::nonNull)
                .distinct()
                .map(CommunityId::new)
                .toList();
        if (!ids.isEmpty()) {
            for (var community : communities.find(ids)) {
                spaces.add(new Workplace.Mandate(
                        community.name(),
                        roles(actor, mandate -> community.id().value().equals(mandate.community())),
                        "/cpts/" + community.slug()));
            }
        }
        var offices = actor.mandates().stream()
                .map(Mandate::institution)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!offices.isEmpty()) {
            institutions.find(offices).forEach(institution -> spaces.add(space(actor, institution)));
        }
        if (actor.administrator()) {
            spaces.add(new Workplace.Mandate("Administration", Role.ADMINISTRATION.label(), "/administration"));
        }
        spaces.removeIf(space -> space.href().equals(but));
        spaces.sort(Comparator.comparing(Workplace.Mandate::name, French.ORDER));
        return List.copyOf(spaces);
    }

    private static Workplace.Mandate space(Actor actor, Institution institution) {
        return new Workplace.Mandate(
                institution.name(),
                roles(actor, mandate -> institution.id().equals(mandate.institution())),
                "/institutions/" + institution.slug());
    }

    private static String roles(Actor actor, java.util.function.Predicate<Mandate> here) {
        return actor.mandates().stream()
                .filter(here)
                .map(mandate -> mandate.role().label())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
