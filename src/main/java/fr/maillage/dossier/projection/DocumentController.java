package fr.maillage.dossier.projection;

import fr.maillage.community.CommunityView;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Download;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.shared.NotFound;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The dossier as it stands today, as Word or PDF, marked as a draft on every page. */
@Controller
class DocumentController {

    private final Dossiers dossiers;
    private final ProjectDocument projection;
    private final DocumentRenderer renderer;

    DocumentController(Dossiers dossiers, ProjectDocument projection, DocumentRenderer renderer) {
        this.dossiers = dossiers;
        this.projection = projection;
        this.renderer = renderer;
    }

    @GetMapping("/cpts/{slug}/{kind:projet-de-sante|lettre-intention}.{format:pdf|docx}")
    ResponseEntity<byte[]> download(CommunityView view, @PathVariable String kind, @PathVariable String format)
            throws IOException {
        var wanted = DossierKind.ofPath(kind).orElseThrow(() -> new NotFound(kind));
        var dossier = dossiers.of(view.id(), wanted).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
        var document = projection.draft(dossier).document();
        var bytes = new ByteArrayOutputStream();
        var name = kind + "-" + view.slug() + "." + format;
        if (format.equals("docx")) {
            renderer.docx(document, bytes);
            return Download.of(name, DocumentRenderer.DOCX, bytes.toByteArray());
        }
        renderer.pdf(document, bytes);
        return Download.of(name, DocumentRenderer.PDF, bytes.toByteArray());
    }
}
