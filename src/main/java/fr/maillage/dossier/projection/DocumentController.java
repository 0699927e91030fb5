package fr.maillage.dossier.projection;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.documents.Document;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Download;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.trame.Trames;
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
    private final Trames trames;
    private final DocumentRenderer renderer;

    DocumentController(Dossiers dossiers, ProjectDocument projection, Trames trames, DocumentRenderer renderer) {
        this.dossiers = dossiers;
        this.trames = trames;
        this.projection = projection;
        this.renderer = renderer;
    }

    @GetMapping("/cpts/{slug}/" + DossierKind.SEGMENT + ".{format:pdf|docx}")
    ResponseEntity<byte[]> download(CommunityView view, @PathVariable String kind, @PathVariable String format)
            throws IOException {
        var wanted = DossierKind.ofPath(kind).orElseThrow(() -> new NotFound(kind));
        var dossier = dossiers.of(view.id(), wanted).orElseThrow(() -> new NotFound(kind + " of " + view.slug()));
        return file(kind + "-" + view.slug(), projection.draft(dossier).document(), format);
    }

    /** Any trame filled with what the project holds, whether or not a dossier follows it. */
    @GetMapping("/cpts/{slug}/dossiers/{trame}.{format:pdf|docx}")
    ResponseEntity<byte[]> inTrame(CommunityView view, @PathVariable String trame, @PathVariable String format)
            throws IOException {
        view.require(Right.READ);
        var wanted = trames.byId(trame).orElseThrow(() -> new NotFound("trame " + trame));
        return file(
                trame + "-" + view.slug(), projection.inTrame(view.id(), wanted).document(), format);
    }

    private ResponseEntity<byte[]> file(String name, Document document, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (format.equals("docx")) {
            renderer.docx(document, bytes);
            return Download.of(name + "." + format, DocumentRenderer.DOCX, bytes.toByteArray());
        }
        renderer.pdf(document, bytes);
        return Download.of(name + "." + format, DocumentRenderer.PDF, bytes.toByteArray());
    }
}
