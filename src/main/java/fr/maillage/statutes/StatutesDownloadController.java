package fr.maillage.statutes;

import fr.maillage.community.CommunityView;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Download;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The statutes and the internal rules as Word or PDF: the adopted file, or the draft when one is being written. */
@Controller
class StatutesDownloadController {

    private final AssociationTexts texts;
    private final Adoptions adoptions;
    private final DocumentRenderer renderer;
    private final Today today;

    StatutesDownloadController(AssociationTexts texts, Adoptions adoptions, DocumentRenderer renderer, Today today) {
        this.texts = texts;
        this.adoptions = adoptions;
        this.renderer = renderer;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/{kind:statuts|reglement-interieur}.{format:pdf|docx}")
    ResponseEntity<byte[]> download(CommunityView view, @PathVariable String kind, @PathVariable String format)
            throws IOException {
        var wanted = TextKind.ofPath(kind).orElseThrow(() -> new NotFound(kind));
        var name = kind + "-" + view.slug() + "." + format;
        var docx = format.equals("docx");
        var mediaType = docx ? DocumentRenderer.DOCX : DocumentRenderer.PDF;
        var adopted = adoptions.of(view.id(), wanted).stream().findFirst();
        if (adopted.isPresent() && !adoptions.isOpen(view.id(), wanted)) {
            return Download.of(
                    name,
                    mediaType,
                    adoptions.bytes(view.id(), wanted, adopted.get().number(), docx));
        }
        var work = texts.of(view.id());
        var blocking = (int) TextChecks.blocking(TextChecks.of(work, today.day()), wanted);
        var document = TextDocument.draft(wanted, work, work.printed(wanted), blocking, today.day());
        var bytes = new ByteArrayOutputStream();
        if (docx) {
            renderer.docx(document, bytes);
        } else {
            renderer.pdf(document, bytes);
        }
        return Download.of(name, mediaType, bytes.toByteArray());
    }
}
