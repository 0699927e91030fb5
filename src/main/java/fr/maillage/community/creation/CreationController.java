package fr.maillage.community.creation;

import fr.maillage.access.Actor;
import fr.maillage.access.CurrentActor;
import fr.maillage.access.Role;
import fr.maillage.community.CommunityId;
import fr.maillage.documents.Download;
import fr.maillage.shared.French;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finds CPTS, for everybody, and creates one, for whoever is signed in. */
@Controller
class CreationController {

    private static final int FOUND = 10;

    private final Directory directory;
    private final Founding founding;
    private final Communes communes;
    private final CurrentActor current;

    CreationController(Directory directory, Founding founding, Communes communes, CurrentActor current) {
        this.directory = directory;
        this.founding = founding;
        this.communes = communes;
        this.current = current;
    }

    @GetMapping("/cpts")
    String list(HttpServletRequest request, Model model) {
        var reader = current.find().orElse(null);
        model.addAttribute("listing", directory.page(Directory.SPEC.read(request), reader));
        model.addAttribute("signedIn", reader != null);
        return "community/directory";
    }

    @GetMapping("/cpts.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(@PathVariable String format, HttpServletRequest request) {
        return Download.of("cpts", directory.sheet(Directory.SPEC.read(request)), format);
    }

    @GetMapping("/cpts/nouvelle")
    String blank(Actor actor, Model model) {
        return page(Form.empty().set("id", UUID.randomUUID()).set("role", Role.COORDINATION.name()), model);
    }

    /** The button « chercher » shows what was found beside the choices made; the other one creates. */
    @PostMapping("/cpts/nouvelle")
    String create(
            Actor actor, @RequestParam MultiValueMap<String, String> typed, Model model, RedirectAttributes flash) {
        var form = Form.sent(typed);
        // the Enter key presses the first button of a form, which is the search
        if (form.value("action").equals("chercher") && !form.value("recherche").isBlank()) {
            return page(form, model);
        }
        var name = form.name("nom", 160, "Indiquez le nom de la CPTS.");
        if (!name.isEmpty() && name.length() < 3) {
            form.errors().add("nom", "Le nom compte au moins trois lettres.");
        }
        var role = form.choice("role", CreationController::role, "Dites quel rôle vous tenez.");
        var chosen = chosen(form);
        var seat = seat(form, chosen);
        if (seat.isEmpty()) {
            form.errors().add("recherche", "Cherchez, puis cochez au moins une commune ou une intercommunalité.");
        }
        if (role == null || seat.isEmpty() || !form.errors().isEmpty()) {
            return page(form, model);
        }
        var codes = chosen.stream().map(Commune::code).toList();
        return switch (founding.found(actor, new CommunityId(form.id()), name, role, seat.get(), codes)) {
            case Founding.Outcome.Founded(var slug) -> {
                Flash.notice(
                        flash,
                        name + " est créée, avec " + French.count(codes.size(), "commune", "communes")
                                + ". Invitez maintenant votre équipe, ou complétez le territoire.");
                yield "redirect:/cpts/" + slug;
            }
            case Founding.Outcome.Refused(var field, var sentences) -> {
                sentences.forEach(sentence -> form.errors().add(field, sentence));
                yield page(form, model);
            }
        };
    }

    private String page(Form form, Model model) {
        var search = form.value("recherche").strip();
        var chosen = chosen(form);
        var found = search.isEmpty() ? List.<Commune>of() : communes.search(search, FOUND);
        var groups = search.isEmpty() ? List.<Option>of() : epci(search, found, chosen);
        model.addAttribute("form", form);
        model.addAttribute("roles", ROLES);
        model.addAttribute("found", communeOptions(near(found, search, chosen), form.values("commune")));
        model.addAttribute(
                "foundEpci",
                groups.stream()
                        .filter(option -> !form.values("epci").contains(option.value()))
                        .toList());
        model.addAttribute(
                "chosen",
                communeOptions(
                        communes.withCodes(form.values("commune")).stream()
                                .sorted(Comparator.comparing(Commune::name, French.ORDER))
                                .toList(),
                        List.of()));
        model.addAttribute(
                "chosenEpci",
                form.values("epci").stream()
                        .flatMap(code -> communes.ofEpci(code).stream().limit(1))
                        .map(commune -> Optional.ofNullable(commune.epci()))
                        .flatMap(Optional::stream)
                        .map(epci -> new Option(epci.code(), epci.name()))
                        .toList());
        model.addAttribute("departements", departements(chosen));
        model.addAttribute("count", chosen.size());
        model.addAttribute(
                "population",
                chosen.stream()
                        .mapToLong(commune -> commune.population() == null ? 0 : commune.population())
                        .sum());
        model.addAttribute(
                "vintage",
                chosen.stream()
                        .map(Commune::vintage)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" et ")));
        return "community/creation";
    }

    private static final List<Option> ROLES = List.of(
            new Option(
                    Role.COORDINATION.name(), "Coordination", "Vous préparez le projet et les dossiers au quotidien"),
            new Option(
                    Role.PRESIDENCY.name(), "Présidence", "Vous représentez l’association ou son équipe fondatrice"));

    private static Optional<Role> role(String code) {
        return ROLES.stream()
                .filter(option -> option.value().equals(code))
                .map(option -> Role.valueOf(option.value()))
                .findFirst();
    }

    /** The communes ticked one by one and those of the EPCI ticked, each once. */
    private List<Commune> chosen(Form form) {
        Map<String, Commune> chosen = new LinkedHashMap<>();
        form.values("epci")
                .forEach(code -> communes.ofEpci(code).forEach(commune -> chosen.put(commune.code(), commune)));
        communes.withCodes(form.values("commune")).forEach(commune -> chosen.put(commune.code(), commune));
        return List.copyOf(chosen.values());
    }

    /** The most populated commune, of the département chosen when the territory crosses a border. */
    private static Optional<Commune> seat(Form form, List<Commune> chosen) {
        var wanted = form.value("departement");
        var inWanted = chosen.stream()
                .filter(commune -> commune.departement().code().equals(wanted))
                .toList();
        return (inWanted.isEmpty() ? chosen : inWanted)
                .stream()
                        .max(Comparator.comparingInt(
                                commune -> commune.population() == null ? 0 : commune.population()));
    }

    private static List<Option> departements(List<Commune> chosen) {
        return chosen.stream()
                .map(Commune::departement)
                .distinct()
                .sorted(Comparator.comparing(departement -> departement.code()))
                .map(departement ->
                        new Option(departement.code(), departement.name() + " (" + departement.code() + ")"))
                .toList();
    }

    /** Exact names first, then those of the départements already chosen; for the rest the order of the search. */
    private static List<Commune> near(List<Commune> found, String search, List<Commune> chosen) {
        var here = departementsOf(chosen);
        return found.stream()
                .sorted(Comparator.<Commune, Boolean>comparing(commune -> !French.same(commune.name(), search))
                        .thenComparing(
                                commune -> !here.contains(commune.departement().code())))
                .toList();
    }

    /** The EPCI of the départements already chosen, or of the best commune found, come first. */
    private List<Option> epci(String search, List<Commune> found, List<Commune> chosen) {
        var here = departementsOf(
                chosen.isEmpty() ? near(found, search, chosen).stream().limit(1).toList() : chosen);
        return communes.searchEpci(search, FOUND).stream()
                .sorted(Comparator.comparing(
                        group -> communes.ofEpci(group.epci().code()).stream()
                                .noneMatch(commune ->
                                        here.contains(commune.departement().code()))))
                .map(group -> new Option(
                        group.epci().code(),
                        group.epci().name(),
                        French.count(group.communes(), "commune", "communes") + ", "
                                + French.count(group.population(), "habitant", "habitants")))
                .toList();
    }

    private static Set<String> departementsOf(List<Commune> communes) {
        return communes.stream().map(commune -> commune.departement().code()).collect(Collectors.toSet());
    }

    private static List<Option> communeOptions(List<Commune> communes, List<String> except) {
        return communes.stream()
                .filter(commune -> !except.contains(commune.code()))
                .map(commune -> new Option(
                        commune.code(),
                        French.printed(commune.name()) + " ("
                                + commune.departement().code() + ")",
                        String.join(", ", commune.postalCodes())
                                + (commune.population() == null
                                        ? ""
                                        : " · " + French.count(commune.population(), "habitant", "habitants"))))
                .toList();
    }
}
