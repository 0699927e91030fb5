package fr.maillage.dossier.answers;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.TakeOvers;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Documents du projet »: the project in every trame, what it already answers and what is left. */
@Controller
@RequestMapping("/cpts/{slug}/dossiers")
class AnswersController {

    private final AnswersReader answers;
    private final Trames trames;
    private final Dossiers dossiers;
    private final TakeOvers takeOvers;

    AnswersController(AnswersReader answers, Trames trames, Dossiers dossiers, TakeOvers takeOvers) {
        this.answers = answers;
        this.trames = trames;
        this.dossiers = dossiers;
        this.takeOvers = takeOvers;
    }

    @GetMapping
    String list(CommunityView view, Model model) {
        view.require(Right.READ);
        model.addAttribute("view", view);
        model.addAttribute("trames", answers.all(view));
        return "dossier/documents";
    }

    @GetMapping("/{trame:[a-z0-9-]+}")
    String trame(CommunityView view, @PathVariable String trame, Model model) {
        view.require(Right.READ);
        var wanted = wanted(trame);
        var kind = wanted.kind();
        var dossier = kind == null ? null : dossiers.of(view.id(), kind).orElse(null);
        model.addAttribute("view", view);
        model.addAttribute("answers", answers.of(view, wanted));
        model.addAttribute("dossier", dossier);
        model.addAttribute("followed", dossier == null ? null : trames.of(dossier));
        model.addAttribute("proposed", dossier == null ? List.<Texts.Found>of() : takeOvers.proposed(dossier, wanted));
        return "dossier/answers";
    }

    /** Begins the dossier when nobody did, and copies into it what the others already say. */
    @PostMapping("/{trame:[a-z0-9-]+}/reprise")
    String takeOver(CommunityView view, @PathVariable String trame, RedirectAttributes flash) {
        view.require(Right.WRITE);
        var wanted = wanted(trame);
        var kind = wanted.kind();
        if (kind == null) {
            throw new NotFound("dossier of " + trame);
        }
        var begun = dossiers.of(view.id(), kind);
        var dossier = begun.orElseGet(() -> dossiers.begin(view.id(), kind, view.actor()));
        if (begun.isEmpty() && !dossier.trame().equals(wanted.id())) {
            dossiers.follow(dossier.id(), wanted, dossier.version());
        }
        int copied = takeOvers.all(dossier, wanted, view.actor());
        Flash.notice(
                flash,
                copied == 0
                        ? "Aucun texte n’était à reprendre."
                        : French.count(copied, "texte est repris", "textes sont repris")
                                + ". Les autres dossiers ne changent pas.");
        return "redirect:/cpts/{slug}/" + kind.path();
    }

    private Trame wanted(String id) {
        return trames.byId(id).orElseThrow(() -> new NotFound("trame " + id));
    }
}
