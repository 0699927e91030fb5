package fr.maillage.dossier.intake;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Narrative;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.SectionText;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.library.FileFormat;
import fr.maillage.library.Received;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A Word project that exists already: sent, read, looked at passage by passage, then confirmed. */
@Controller
@RequestMapping("/cpts/{slug}/" + DossierKind.SEGMENT + "/reprise-word")
class WordIntakeController {

    private static final String FILE = "fichier";

    private final Dossiers dossiers;
    private final Trames trames;
    private final Texts texts;
    private final Received received;
    private final WordIntake intake;

    WordIntakeController(Dossiers dossiers, Trames trames, Texts texts, Received received, WordIntake intake) {
        this.dossiers = dossiers;
        this.trames = trames;
        this.texts = texts;
        this.received = received;
        this.intake = intake;
    }

    @GetMapping
    String form(CommunityView view, @PathVariable String kind, Model model) {
        view.require(Right.WRITE);
        return form(view, dossier(view, kind), FormErrors.NONE, model);
    }

    @PostMapping
    String send(CommunityView view, @PathVariable String kind, @RequestParam MultipartFile fichier, Model model)
            throws IOException {
        view.require(Right.WRITE);
        var dossier = dossier(view, kind);
        if (fichier.isEmpty()) {
            return form(view, dossier, new FormErrors().add(FILE, "Choisissez un fichier Word (.docx)."), model);
        }
        return switch (received.take(view, fichier)) {
            case Received.Outcome.Refused(var sentence) ->
                form(view, dossier, new FormErrors().add(FILE, sentence), model);
            case Received.Outcome.Kept(var file) -> {
                var fault = file.format() != FileFormat.DOCX
                        ? "Ce fichier n’est pas un document Word (.docx). Ouvrez-le dans Word ou LibreOffice, puis"
                                + " enregistrez-le en .docx."
                        : intake.read(file).written().isEmpty()
                                ? "Aucun texte n’a été trouvé dans ce document. S’il ne contient que des images, il faut le"
                                        + " saisir."
                                : "";
                yield fault.isEmpty()
                        ? "redirect:" + view.at("/" + kind + "/reprise-word/" + file.id())
                        : form(view, dossier, new FormErrors().add(FILE, fault), model);
            }
        };
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    String map(CommunityView view, @PathVariable String kind, @PathVariable String id, Model model) throws IOException {
        view.require(Right.WRITE);
        return page(view, dossier(view, kind), id, Map.of(), "", model);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}")
    String take(
            CommunityView view,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        view.require(Right.WRITE);
        var dossier = dossier(view, kind);
        var trame = trames.of(dossier);
        var passages = intake.read(file(view, id)).passages();
        var chosen = new HashMap<Integer, String>();
        for (var passage : passages) {
            var key = typed.getOrDefault("passage-" + passage.number(), "");
            if (trame.sectionOfNarrative(key).isPresent()) {
                chosen.put(passage.number(), key);
            }
        }
        if (chosen.isEmpty()) {
            return page(view, dossier, id, typed, "Choisissez une section pour au moins un passage.", model);
        }
        return switch (intake.take(dossier, passages, chosen, view.actor())) {
            case Taken.Done done -> {
                Flash.notice(flash, words(done));
                yield "redirect:" + view.at("/" + kind);
            }
            case Taken.Closed _ ->
                page(view, dossier, id, typed, "Le dossier est déposé : ses textes ne changent plus.", model);
            case Taken.TooLong(var narrative) ->
                page(
                        view,
                        dossier,
                        id,
                        typed,
                        "Rien n’est repris : « " + title(trame, narrative) + " » dépasserait "
                                + French.number(Texts.LONGEST) + " signes. Laissez de côté un de ses passages.",
                        model);
        };
    }

    private static String words(Taken.Done done) {
        var there = done.there() == 0
                ? ""
                : " " + French.count(done.there(), "passage y était déjà.", "passages y étaient déjà.");
        return done.added() == 0
                ? "Rien à ajouter." + there
                : French.count(done.added(), "passage repris", "passages repris") + " dans "
                        + French.count(done.sections(), "section", "sections") + "." + there
                        + " L’historique de chaque section garde le texte d’avant.";
    }

    private String page(
            CommunityView view, Dossier dossier, String id, Map<String, String> typed, String fault, Model model)
            throws IOException {
        var file = file(view, id);
        var project = intake.read(file);
        var trame = trames.of(dossier);
        var proposals = intake.proposals(dossier, project.passages());
        var written = texts.of(dossier.id());
        model.addAttribute(
                "page",
                new IntakePage(
                        view,
                        dossier,
                        file.name(),
                        sections(trame),
                        project.written().stream()
                                .map(passage -> line(
                                        passage,
                                        Objects.requireNonNull(proposals.get(passage.number())),
                                        typed,
                                        written))
                                .toList(),
                        project.left()));
        model.addAttribute("id", id);
        model.addAttribute("fault", fault);
        return "dossier/wordIntakeMap";
    }

    private static IntakePage.Line line(
            Passage passage,
            WordIntake.Proposal proposal,
            Map<String, String> typed,
            Map<String, SectionText> written) {
        var chosen = typed.getOrDefault("passage-" + passage.number(), proposal.narrative());
        var text = written.get(chosen);
        return new IntakePage.Line(
                passage,
                chosen,
                proposal.why(),
                text != null
                        && WordIntake.holds(
                                text.text(),
                                passage,
                                proposal.own() && proposal.narrative().equals(chosen)),
                text != null && !text.isBlank(),
                new Narrative(passage.markdown()).html(4));
    }

    private static List<Option> sections(Trame trame) {
        return Stream.concat(
                        Stream.of(new Option("", "Ne pas reprendre")),
                        trame.written().stream()
                                .flatMap(section -> section.narrative().stream()
                                        .map(narrative -> new Option(narrative.key(), section.heading()))))
                .collect(Collectors.toList());
    }

    private static String title(Trame trame, String narrative) {
        return trame.sectionOfNarrative(narrative).map(TrameSection::title).orElse(narrative);
    }

    private static String form(CommunityView view, Dossier dossier, FormErrors errors, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("dossier", dossier);
        model.addAttribute("errors", errors);
        return "dossier/wordIntake";
    }

    /** What somebody else sent, or what was forgotten since, is not there. */
    private Received.File file(CommunityView view, String id) {
        return received.find(view, id)
                .filter(file -> file.format() == FileFormat.DOCX)
                .orElseThrow(() -> new NotFound("received " + id));
    }

    private Dossier dossier(CommunityView view, String kind) {
        var wanted = DossierKind.ofPath(kind).orElseThrow(() -> new NotFound("kind " + kind));
        return dossiers.of(view.id(), wanted).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
    }
}
