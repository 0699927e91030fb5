package fr.maillage.access.administration;

import fr.maillage.access.Actor;
import fr.maillage.access.Institution;
import fr.maillage.access.Institutions;
import fr.maillage.access.Mandates;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.shared.Typed;
import fr.maillage.territory.Departements;
import fr.maillage.territory.Departements.Departement;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
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

/** The institutions that instruct dossiers. */
@Controller
class InstitutionController {

    private final InstitutionDirectory directory;
    private final NewInstitution newInstitution;
    private final Institutions institutions;
    private final InstitutionContacts contacts;
    private final Mandates mandates;
    private final Departements departements;
    private final Today today;

    InstitutionController(
            InstitutionDirectory directory,
            NewInstitution newInstitution,
            Institutions institutions,
            InstitutionContacts contacts,
            Mandates mandates,
            Departements departements,
            Today today) {
        this.directory = directory;
        this.newInstitution = newInstitution;
        this.institutions = institutions;
        this.contacts = contacts;
        this.mandates = mandates;
        this.departements = departements;
        this.today = today;
    }

    @GetMapping("/administration/institutions")
    String list(HttpServletRequest request, Model model) {
        var names = departements.all().stream().collect(Collectors.toMap(Departement::code, Function.identity()));
        model.addAttribute("listing", directory.page(InstitutionDirectory.SPEC.read(request), names));
        model.addAttribute("roles", InstitutionForm.ROLES);
        return "access/institutions";
    }

    @GetMapping("/administration/institutions.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(@PathVariable String format, HttpServletRequest request) {
        var names = departements.all().stream().collect(Collectors.toMap(Departement::code, Function.identity()));
        var lines = directory.all(InstitutionDirectory.SPEC.read(request), names);
        var sheet = new Spreadsheet(
                "Institutions",
                List.of("Extrait le " + French.dateTime(today.instant()) + "."),
                List.of("Nom", "Rôle", "Territoire", "Personnes"),
                lines.stream()
                        .map(line -> List.of(
                                Cell.text(line.name()),
                                Cell.text(line.role()),
                                Cell.text(line.territory()),
                                Cell.whole(line.people())))
                        .toList());
        return Download.of("institutions", sheet, format);
    }

    @GetMapping("/administration/institutions/nouvelle")
    String form(Model model) {
        return formPage(InstitutionForm.EMPTY, FormErrors.NONE, model);
    }

    @PostMapping("/administration/institutions/nouvelle")
    String create(
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "role", defaultValue = "") String role,
            @RequestParam(name = "region", defaultValue = "") String region,
            @RequestParam(name = "departements", defaultValue = "") List<String> chosen,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = new InstitutionForm(name, role, region, chosen);
        var errors = form.check(departements.all());
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return formPage(form, errors, model);
        }
        return switch (newInstitution.create(form, departements.all(), actor)) {
            case NewInstitution.Outcome.Created(Institution institution) -> {
                Flash.notice(flash, institution.name() + " est créée. Invitez les personnes qui y instruisent.");
                yield "redirect:/administration/institutions/" + institution.slug();
            }
            case NewInstitution.Outcome.Exists(String existing) -> {
                response.setStatus(422);
                yield formPage(
                        form, new FormErrors().add("nom", existing + " existe déjà. Choisissez un autre nom."), model);
            }
        };
    }

    @GetMapping("/administration/institutions/{slug}")
    String show(@PathVariable String slug, Model model) {
        var institution = find(slug);
        var contact = institution.contact();
        var form = Form.empty()
                .set("adresse", contact.postalAddress())
                .set("courriel", contact.email())
                .set("telephone", contact.phone())
                .set("version", contact.version());
        return page(institution, form, FormErrors.NONE, model);
    }

    /** How the institution is reached, as the head of its letters prints it. */
    @PostMapping("/administration/institutions/{slug}/coordonnees")
    String changeContact(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var institution = find(slug);
        var form = Form.sent(sent);
        var contact = new Institution.Contact(
                form.lines("adresse", 400), form.free("courriel", 254), form.free("telephone", 40), form.version());
        if (!contact.email().isEmpty() && !Typed.isEmail(contact.email())) {
            form.errors().add("courriel", "Écrivez une adresse électronique entière, comme service@exemple.fr.");
        }
        if (!form.errors().isEmpty()) {
            response.setStatus(422);
            return page(institution, form, form.errors(), model);
        }
        if (!contacts.change(institution, contact, actor)) {
            response.setStatus(409);
            var errors = new FormErrors()
                    .add(
                            "Ces coordonnées ont changé entre-temps. Ce que vous avez écrit est gardé : vérifiez, puis enregistrez.");
            return page(institution, form.set("version", institution.contact().version()), errors, model);
        }
        Flash.notice(flash, "Les coordonnées sont enregistrées. Elles figurent en tête des prochains courriers.");
        return "redirect:/administration/institutions/" + slug;
    }

    private Institution find(String slug) {
        return institutions.findBySlug(slug).orElseThrow(() -> new NotFound("institution " + slug));
    }

    private String page(Institution institution, Form form, FormErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        var names = departements.all().stream().collect(Collectors.toMap(Departement::code, Function.identity()));
        model.addAttribute("institution", institution);
        model.addAttribute(
                "territory", InstitutionDirectory.territory(institution.region(), institution.departements(), names));
        model.addAttribute("people", mandates.ofInstitution(institution.id()));
        return "access/institution";
    }

    private String formPage(InstitutionForm form, FormErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("roles", InstitutionForm.ROLES);
        model.addAttribute("regions", InstitutionForm.regions(departements.all()));
        model.addAttribute("departements", InstitutionForm.options(departements.all()));
        return "access/institution-nouvelle";
    }
}
