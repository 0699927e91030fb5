package fr.maillage.statutes;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Download;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The adoption of a text, the adopted texts, and the draft that follows one. */
@Controller
@RequestMapping("/cpts/{slug}/{kind:statuts|reglement-interieur}")
class AdoptionController {

    /** Who adopts. */
    enum Assembly {
        CONSTITUTIVE("constitutive", "L’assemblée générale constitutive"),
        EXTRAORDINARY("extraordinaire", "L’assemblée générale extraordinaire"),
        ORDINARY("ordinaire", "L’assemblée générale ordinaire"),
        BOARD("conseil", "Le conseil d’administration");

        private final String code;
        private final String label;

        Assembly(String code, String label) {
            this.code = code;
            this.label = label;
        }

        static Optional<Assembly> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(assembly -> assembly.code.equals(code))
                    .findFirst();
        }

        /** Statutes are changed by an extraordinary assembly; the board alone adopts internal rules. */
        static List<Assembly> of(TextKind kind) {
            return switch (kind) {
                case STATUTES -> List.of(CONSTITUTIVE, EXTRAORDINARY);
                case INTERNAL_RULES -> List.of(ORDINARY, CONSTITUTIVE, EXTRAORDINARY, BOARD);
            };
        }
    }

    private final TextPages pages;
    private final AssociationTexts texts;
    private final Adoptions adoptions;
    private final Adopting adopting;
    private final Today today;

    AdoptionController(TextPages pages, AssociationTexts texts, Adoptions adoptions, Adopting adopting, Today today) {
        this.pages = pages;
        this.texts = texts;
        this.adoptions = adoptions;
        this.adopting = adopting;
        this.today = today;
    }

    @GetMapping("/adoption")
    String form(CommunityView view, @PathVariable String kind, Model model) {
        view.require(Right.MANAGE);
        var town = texts.of(view.id()).facts().words(KnownFacts.Fact.TOWN).orElse(null);
        var form = Form.empty()
                .set("id", UUID.randomUUID())
                .set("date", today.day())
                .set("lieu", town);
        return page(view, StatutesController.kindOf(kind), form, model);
    }

    @PostMapping("/adoption")
    String adopt(
            CommunityView view,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.MANAGE);
        var text = StatutesController.kindOf(kind);
        var form = Form.sent(typed);
        var act = act(text, form);
        if (act == null) {
            return page(view, text, form, model);
        }
        var base = "redirect:" + view.at("/" + kind);
        return switch (adopting.adopt(view, text, form.id(), act)) {
            case AdoptionOutcome.Recorded(var number) -> {
                Flash.notice(
                        flash, text.title() + "\u00A0: l’adoption du " + French.date(act.on()) + " est enregistrée.");
                yield base + "/adoptes/" + number;
            }
            case AdoptionOutcome.Blocked _ -> {
                form.errors().add("Des points sont à corriger avant l’adoption. Ils sont dits ci-dessous.");
                yield page(view, text, form, model);
            }
            case AdoptionOutcome.Changed _ -> {
                form.errors()
                        .add("Quelqu’un vient de modifier un article. Relisez le texte, puis enregistrez l’adoption.");
                yield page(view, text, form, model);
            }
            case AdoptionOutcome.Closed _ -> {
                Flash.notice(flash, "Ce texte est déjà adopté.");
                yield base;
            }
            case AdoptionOutcome.Refused(var field, var sentence) -> {
                form.errors().add(field, sentence);
                yield page(view, text, form, model);
            }
        };
    }

    private TextDocument.@Nullable Act act(TextKind kind, Form form) {
        var on = form.day("date");
        if (on == null && form.errors().message("date") == null) {
            form.errors().add("date", "Indiquez le jour de l’adoption.");
        } else if (on != null && on.isAfter(today.day())) {
            form.errors().add("date", "Cette date est à venir. L’adoption s’enregistre une fois votée.");
        }
        var assembly = form.choice(
                "instance",
                code -> Assembly.ofCode(code).filter(Assembly.of(kind)::contains),
                "Choisissez l’instance qui a adopté le texte.");
        var place = form.text("lieu", 120, "Indiquez la commune où le texte a été signé.");
        return form.errors().isEmpty()
                ? new TextDocument.Act(Objects.requireNonNull(on), Objects.requireNonNull(assembly).label, place)
                : null;
    }

    private String page(CommunityView view, TextKind kind, Form form, Model model) {
        model.addAttribute("page", pages.text(view, kind));
        model.addAttribute("form", form);
        model.addAttribute(
                "assemblies",
                Assembly.of(kind).stream()
                        .map(assembly -> new Option(assembly.code, assembly.label))
                        .toList());
        model.addAttribute(
                "signatories",
                texts.of(view.id()).facts().signatories().stream()
                        .limit(TextDocument.SIGNATURES)
                        .map(who -> who.name() + ", " + who.function())
                        .toList());
        return "statutes/adoption";
    }

    /** Begins the next draft. */
    @PostMapping("/modification")
    String takeUpAgain(CommunityView view, @PathVariable String kind, RedirectAttributes flash) {
        view.require(Right.MANAGE);
        adoptions.takeUpAgain(view, StatutesController.kindOf(kind));
        Flash.notice(flash, "Un nouveau projet est ouvert. Le texte adopté reste lisible.");
        return "redirect:" + view.at("/" + kind);
    }

    @GetMapping("/adoptes/{number:\\d{1,4}}")
    String adopted(CommunityView view, @PathVariable String kind, @PathVariable int number, Model model) {
        view.require(Right.READ);
        var text = StatutesController.kindOf(kind);
        model.addAttribute("view", view);
        model.addAttribute("adoption", adoptions.find(view.id(), text, number));
        return "statutes/adopted";
    }

    @GetMapping("/adoptes/{number:\\d{1,4}}.{format:pdf|docx}")
    ResponseEntity<byte[]> file(
            CommunityView view, @PathVariable String kind, @PathVariable int number, @PathVariable String format) {
        view.require(Right.READ);
        var text = StatutesController.kindOf(kind);
        var docx = format.equals("docx");
        return Download.of(
                kind + "-" + view.slug() + "-version-" + number + "." + format,
                docx ? DocumentRenderer.DOCX : DocumentRenderer.PDF,
                adoptions.bytes(view.id(), text, number, docx));
    }
}
