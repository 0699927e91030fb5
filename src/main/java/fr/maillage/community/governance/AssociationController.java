package fr.maillage.community.governance;

import fr.maillage.community.Association;
import fr.maillage.community.Communities;
import fr.maillage.community.Community;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Identifiers;
import fr.maillage.community.Right;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import fr.maillage.shared.Typed;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Overtaken;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The facts of the association that carries a CPTS. */
@Controller
class AssociationController {

    private static final Map<String, String> LABELS = labels();

    private final Communities communities;
    private final Today today;

    AssociationController(Communities communities, Today today) {
        this.communities = communities;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/gouvernance/association")
    String edit(CommunityView view, Model model) {
        view.require(Right.WRITE);
        return page(view, filled(communities.find(view.id())), null, model);
    }

    @PostMapping("/cpts/{slug}/gouvernance/association")
    String change(
            CommunityView view,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var form = Form.sent(typed);
        var name = form.name("nom", 160, "Indiquez le nom de la CPTS.");
        if (!name.isEmpty() && name.length() < 3) {
            form.errors().add("nom", "Le nom compte au moins trois lettres.");
        }
        var association = read(form);
        if (!form.errors().isEmpty()) {
            return page(view, form, null, model);
        }
        return switch (communities.change(view, form.version(), name, association)) {
            case Saving.Done _ -> {
                Flash.notice(flash, "Les informations de l’association sont enregistrées.");
                yield "redirect:" + view.at("/gouvernance");
            }
            case Saving.Refused(var field, var sentence) -> {
                form.errors().add(field, sentence);
                yield page(view, form, null, model);
            }
            case Saving.Overtaken(var other) -> {
                var stored = filled(communities.find(view.id()));
                var overtaken = form.overtakenBy(other, stored, LABELS, value -> value);
                yield page(view, form, overtaken, model);
            }
        };
    }

    private Association read(Form form) {
        var declaredOn = form.day("declaration");
        if (declaredOn != null && declaredOn.isAfter(today.day())) {
            form.errors()
                    .add(
                            "declaration",
                            "Cette date est à venir. Laissez vide tant que l’association n’est pas déclarée.");
        }
        var rna = form.compact("rna");
        if (rna != null && !Identifiers.isRna(rna)) {
            form.errors().add("rna", "Un numéro RNA commence par W, suivi de 9 chiffres. Vérifiez-le.");
        }
        var siret = form.compact("siret");
        if (siret != null && !Identifiers.isSiret(siret)) {
            form.errors()
                    .add(
                            "siret",
                            "Un numéro SIRET compte 14 chiffres, dont le dernier contrôle les autres. Vérifiez-le.");
        }
        var postalCode = form.compact("code-postal");
        if (postalCode != null && !postalCode.matches("\\d{5}")) {
            form.errors().add("code-postal", "Un code postal compte 5 chiffres.");
        }
        var email = form.optional("courriel", 254);
        if (email != null && !Typed.isEmail(email)) {
            form.errors().add("courriel", "Cette adresse électronique est incomplète. Exemple : contact@exemple.fr");
        }
        var phone = form.optional("telephone", 30);
        if (phone != null
                && (!phone.matches("\\+?[\\d\\s.()\\-\\u00A0\\u202F]+")
                        || phone.replaceAll("\\D", "").length() < 10)) {
            form.errors().add("telephone", "Un numéro de téléphone compte 10 chiffres. Exemple\u00A0: 05 36 49 00 00");
        }
        return new Association(
                form.optional("association", 200),
                declaredOn,
                rna,
                siret,
                form.optional("rue", 200),
                postalCode,
                form.optional("ville", 120),
                email,
                phone);
    }

    private static Form filled(Community community) {
        var association = community.association();
        return Form.empty()
                .set("version", community.version())
                .set("nom", community.name())
                .set("association", association.name())
                .set("declaration", association.declaredOn())
                .set("rna", association.rna())
                .set("siret", association.siret())
                .set("rue", association.street())
                .set("code-postal", association.postalCode())
                .set("ville", association.town())
                .set("courriel", association.email())
                .set("telephone", association.phone());
    }

    private static String page(CommunityView view, Form form, @Nullable Overtaken overtaken, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        return "community/association";
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("nom", "Nom de la CPTS");
        labels.put("association", "Nom de l’association");
        labels.put("declaration", "Date de déclaration");
        labels.put("rna", "Numéro RNA");
        labels.put("siret", "Numéro SIRET");
        labels.put("rue", "Adresse du siège");
        labels.put("code-postal", "Code postal");
        labels.put("ville", "Ville");
        labels.put("courriel", "Adresse électronique");
        labels.put("telephone", "Téléphone");
        return labels;
    }
}
