package fr.maillage.dossier.instruction;

import fr.maillage.access.InstitutionView;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.annexes.DepositedAnnex;
import fr.maillage.dossier.annexes.Enclosures;
import fr.maillage.library.FileAnswer;
import fr.maillage.shared.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The annexes frozen with a version and the version as one archive: for the CPTS, and for those who instruct it. */
@Controller
class DepositedPiecesController {

    private final Reviews reviews;
    private final Enclosures enclosures;
    private final DepositArchives archives;
    private final FileAnswer answer;

    DepositedPiecesController(Reviews reviews, Enclosures enclosures, DepositArchives archives, FileAnswer answer) {
        this.reviews = reviews;
        this.enclosures = enclosures;
        this.archives = archives;
        this.answer = answer;
    }

    @GetMapping("/cpts/{slug}/instruction/{kind}/annexes/{annex:[0-9a-f-]{36}}")
    void annex(CommunityView view, @PathVariable String kind, @PathVariable UUID annex, HttpServletResponse response)
            throws IOException {
        var found = enclosures.find(dossier(view, kind).id(), annex);
        if (!found.isSeenBy(view)) {
            throw new NotFound("annex " + annex + " for " + view.slug());
        }
        send(found, response);
    }

    @GetMapping("/institutions/{slug}/dossiers/{number}/annexes/{annex:[0-9a-f-]{36}}")
    void annexForInstitution(
            InstitutionView view, @PathVariable String number, @PathVariable UUID annex, HttpServletResponse response)
            throws IOException {
        send(
                enclosures.find(
                        reviews.forInstitution(view.institution().id(), number).id(), annex),
                response);
    }

    @GetMapping("/cpts/{slug}/instruction/{kind}/versions/{version:[0-9]{1,6}}.zip")
    void archive(CommunityView view, @PathVariable String kind, @PathVariable int version, HttpServletResponse response)
            throws IOException {
        archives.send(view, dossier(view, kind), version, response);
    }

    @GetMapping("/institutions/{slug}/dossiers/{number}/versions/{version:[0-9]{1,6}}.zip")
    void archiveForInstitution(
            InstitutionView view, @PathVariable String number, @PathVariable int version, HttpServletResponse response)
            throws IOException {
        archives.send(reviews.forInstitution(view.institution().id(), number), version, response);
    }

    private Reviews.Header dossier(CommunityView view, String kind) {
        return reviews.forCommunity(view.id(), CommunityInstructionController.kind(kind))
                .orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
    }

    private void send(DepositedAnnex found, HttpServletResponse response) throws IOException {
        answer.send(response, found.fileName(), found.format(), found.size(), found.sha256());
    }
}
