package fr.maillage.dossier.teamwork;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The sign of life of a writing page; it answers who else of the team is there. */
@Controller
class PresenceController {

    private final Dossiers dossiers;
    private final Trames trames;
    private final Presences presences;

    PresenceController(Dossiers dossiers, Trames trames, Presences presences) {
        this.dossiers = dossiers;
        this.trames = trames;
        this.presences = presences;
    }

    @PostMapping("/cpts/{slug}/" + DossierKind.SEGMENT + "/sections/{section}/presence")
    String here(CommunityView view, @PathVariable String kind, @PathVariable String section, Model model) {
        view.require(Right.READ);
        var wanted = DossierKind.ofPath(kind).orElseThrow(() -> new NotFound("kind " + kind));
        var dossier = dossiers.of(view.id(), wanted).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
        var here = trames.of(dossier)
                .section(section)
                .filter(TrameSection::isFilled)
                .orElseThrow(() -> new NotFound("section " + section));
        boolean writing = view.may(Right.WRITE)
                && dossier.step().writable()
                && here.narrative().isPresent();
        presences.here(dossier.id(), section, view.actor(), writing);
        model.addAttribute(
                "others",
                presences.others(dossier.id(), view.actor().account()).stream()
                        .filter(other -> other.section().equals(section))
                        .toList());
        return "dossier/presence";
    }
}
