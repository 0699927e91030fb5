package fr.maillage.project.context;

import fr.maillage.community.Communities;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Participants;
import fr.maillage.community.Perimeters;
import fr.maillage.community.Right;
import fr.maillage.documents.Download;
import fr.maillage.library.Attachments;
import fr.maillage.library.Use;
import fr.maillage.project.PrsPlan;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.Form;
import fr.maillage.ui.Overtaken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hub of the context, and the list and the form of each of its registers. */
@Controller
class ContextController {

    private static final String PART = "/cpts/{slug}/contexte/{part:partenariats|information-des-acteurs"
            + "|systemes-information|postes|historique|communication|usagers-et-qualite|evaluations}";

    private static final String LINE = PART + "/{id:[0-9a-f-]{36}}";

    private final Map<ContextPart, RegisterPage<?>> pages = new EnumMap<>(ContextPart.class);
    private final ContextList list;
    private final Contexts contexts;
    private final Reach reach;
    private final Participants participants;
    private final Communities communities;
    private final Perimeters perimeters;
    private final Attachments attachments;

    ContextController(
            List<RegisterPage<?>> pages,
            ContextList list,
            Contexts contexts,
            Reach reach,
            Participants participants,
            Communities communities,
            Perimeters perimeters,
            Attachments attachments) {
        pages.forEach(page -> this.pages.put(page.part(), page));
        this.list = list;
        this.contexts = contexts;
        this.reach = reach;
        this.participants = participants;
        this.communities = communities;
        this.perimeters = perimeters;
        this.attachments = attachments;
    }

    @GetMapping("/cpts/{slug}/contexte")
    String hub(CommunityView view, Model model) {
        var context = contexts.of(view.id());
        var counts = Arrays.stream(ContextPart.values())
                .map(part -> page(part).register().of(view.id()).size())
                .toList();
        var plan = PrsPlan.of(communities.find(view.id()).regionCode());
        model.addAttribute("view", view);
        model.addAttribute(
                "hub", ContextHub.of(view, counts, context.prs().comments().size(), plan.isPresent()));
        return "project/context/hub";
    }

    @GetMapping(PART)
    String list(CommunityView view, @PathVariable String part, HttpServletRequest request, Model model) {
        var page = page(part);
        var rows = rows(page, view);
        model.addAttribute("view", view);
        model.addAttribute("part", page.part());
        model.addAttribute("heads", page.heads());
        model.addAttribute("listing", list.page(rows, ContextList.SPEC.read(request)));
        model.addAttribute("reached", page.part() == ContextPart.OUTREACH ? reached(view) : null);
        return "project/context/register";
    }

    @GetMapping(PART + ".{format:xlsx|csv}")
    ResponseEntity<byte[]> export(
            CommunityView view, @PathVariable String part, @PathVariable String format, HttpServletRequest request) {
        var page = page(part);
        var sheet = list.sheet(page, rows(page, view), view.name(), ContextList.SPEC.read(request));
        return Download.of(page.part().path() + "-" + view.slug(), sheet, format);
    }

    @GetMapping(PART + "/nouveau")
    String blank(CommunityView view, @PathVariable String part, Model model) {
        view.require(Right.WRITE);
        return form(view, page(part), null, Form.empty().set("id", UUID.randomUUID()), null, model);
    }

    @PostMapping(PART + "/nouveau")
    String add(
            CommunityView view,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        return add(view, page(part), Form.sent(typed), model, flash);
    }

    private <F> String add(CommunityView view, RegisterPage<F> page, Form form, Model model, RedirectAttributes flash) {
        F facts = page.read(form, choices(view));
        if (facts == null) {
            return form(view, page, null, form, null, model);
        }
        page.register().add(view, form.id(), facts);
        Flash.notice(flash, "C’est enregistré.");
        return back(view, page);
    }

    @GetMapping(LINE)
    String edit(CommunityView view, @PathVariable String part, @PathVariable UUID id, Model model) {
        return edit(view, page(part), id, model);
    }

    private <F> String edit(CommunityView view, RegisterPage<F> page, UUID id, Model model) {
        var line = page.register().find(view, id);
        return form(view, page, line, filled(page, line), null, model);
    }

    @PostMapping(LINE)
    String change(
            CommunityView view,
            @PathVariable String part,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        return change(view, page(part), id, Form.sent(typed), model, flash);
    }

    private <F> String change(
            CommunityView view, RegisterPage<F> page, UUID id, Form form, Model model, RedirectAttributes flash) {
        var line = page.register().find(view, id);
        var choices = choices(view);
        F facts = page.read(form, choices);
        if (facts == null) {
            return form(view, page, line, form, null, model);
        }
        if (page.register().change(view, id, form.version(), facts) instanceof Saving.Overtaken(var other)) {
            var stored = page.register().find(view, id);
            var overtaken = form.overtakenBy(other, filled(page, stored), page.labels(), choices::inWords);
            return form(view, page, stored, form, overtaken, model);
        }
        Flash.notice(flash, "C’est enregistré.");
        return back(view, page);
    }

    @PostMapping(LINE + "/archive")
    String archive(CommunityView view, @PathVariable String part, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var page = page(part);
        page.register().archive(view, id);
        Flash.undoable(flash, "La ligne est retirée.", at(view, page) + "/" + id + "/retour");
        return back(view, page);
    }

    @PostMapping(LINE + "/retour")
    String restore(CommunityView view, @PathVariable String part, @PathVariable UUID id, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var page = page(part);
        page.register().restore(view, id);
        Flash.notice(flash, "La ligne est de nouveau dans la liste.");
        return back(view, page);
    }

    private String form(
            CommunityView view,
            RegisterPage<?> page,
            @Nullable Line<?> line,
            Form form,
            @Nullable Overtaken overtaken,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("part", page.part());
        model.addAttribute("line", line);
        model.addAttribute("name", line == null ? page.part().adding() : name(page, line));
        model.addAttribute("form", form);
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("choices", choices(view));
        model.addAttribute(
                "documents",
                line == null || page.part() != ContextPart.PARTNERSHIPS
                        ? List.of()
                        : attachments.of(view.id(), new Use(Use.Kind.CONVENTION, line.id())));
        return "project/context/form";
    }

    @SuppressWarnings("unchecked")
    private static <F> String name(RegisterPage<F> page, Line<?> line) {
        return page.register().name((F) line.facts());
    }

    private static <F> Form filled(RegisterPage<F> page, Line<F> line) {
        return page.filled(line.facts()).set("version", line.change().version());
    }

    private static <F> List<ContextRow> rows(RegisterPage<F> page, CommunityView view) {
        return page.rows(page.register().of(view.id()));
    }

    private Reached reached(CommunityView view) {
        return reach.of(
                perimeters.current(view.id()).orElse(null),
                participants.of(view.id()),
                contexts.of(view.id()).outreach());
    }

    private ContextChoices choices(CommunityView view) {
        return ContextChoices.of(view, participants, communities);
    }

    private RegisterPage<?> page(String path) {
        return page(ContextPart.ofPath(path).orElseThrow(() -> new NotFound("register " + path)));
    }

    private RegisterPage<?> page(ContextPart part) {
        var page = pages.get(part);
        if (page == null) {
            throw new IllegalStateException("no page for " + part);
        }
        return page;
    }

    private static String at(CommunityView view, RegisterPage<?> page) {
        return view.at("/contexte/" + page.part().path());
    }

    private static String back(CommunityView view, RegisterPage<?> page) {
        return "redirect:" + at(view, page);
    }
}
