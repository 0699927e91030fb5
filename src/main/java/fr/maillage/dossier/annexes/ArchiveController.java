package fr.maillage.dossier.annexes;

import fr.maillage.community.CommunityView;
import fr.maillage.documents.Document;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.projection.CommunityFacts;
import fr.maillage.dossier.projection.ProjectDocument;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.library.FileAnswer;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The dossier as it stands today in a trame, with its tables and its annexes, as one archive. */
@Controller
class ArchiveController {

    private final Trames trames;
    private final Dossiers dossiers;
    private final ProjectDocument projection;
    private final AnnexPages annexes;
    private final DocumentRenderer renderer;
    private final ArchiveWriter writer;
    private final Today today;

    ArchiveController(
            Trames trames,
            Dossiers dossiers,
            ProjectDocument projection,
            AnnexPages annexes,
            DocumentRenderer renderer,
            ArchiveWriter writer,
            Today today) {
        this.trames = trames;
        this.dossiers = dossiers;
        this.projection = projection;
        this.annexes = annexes;
        this.renderer = renderer;
        this.writer = writer;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/dossiers/{trame}.zip")
    void archive(CommunityView view, @PathVariable String trame, HttpServletResponse response) throws IOException {
        var wanted = trames.byId(trame).orElseThrow(() -> new NotFound("trame " + trame));
        var projected = projection.inTrame(view.id(), wanted);
        var document = projected.document();
        var files = new ArrayList<>(documents(trame, document));
        files.addAll(sheets(projected.facts()));
        annexes.inTrame(view, wanted).stream().map(Enclosed::of).forEach(files::add);
        var kind = wanted.kind();
        var archive = new DossierArchive(
                view.name(),
                document.title(),
                kind == null
                        ? null
                        : dossiers.of(view.id(), kind)
                                .map(dossier -> dossier.number())
                                .orElse(null),
                document.version(),
                true,
                today.day(),
                null,
                files);
        FileAnswer.prepare(response, trame + "-" + view.slug() + ".zip", ArchiveWriter.ZIP);
        writer.write(archive, response.getOutputStream());
    }

    @GetMapping("/cpts/{slug}/communes.xlsx")
    ResponseEntity<byte[]> communes(CommunityView view) {
        var bytes = ProjectSheets.communes(annexes.facts(view.id()), today.day())
                .orElseThrow(() -> new NotFound("territory of " + view.slug()));
        return Download.of("communes-" + view.slug() + ".xlsx", Spreadsheet.XLSX, bytes);
    }

    private List<Enclosed> documents(String trame, Document document) throws IOException {
        var docx = new ByteArrayOutputStream();
        var pdf = new ByteArrayOutputStream();
        renderer.docx(document, docx);
        renderer.pdf(document, pdf);
        var day = today.day();
        return List.of(
                Enclosed.made(trame, "docx", document.title() + " en Word", "Document", day, docx.toByteArray()),
                Enclosed.made(trame, "pdf", document.title() + " en PDF", "Document", day, pdf.toByteArray()));
    }

    private List<Enclosed> sheets(CommunityFacts facts) {
        var day = today.day();
        var sheets = new ArrayList<Enclosed>();
        ProjectSheets.budget(facts, day)
                .ifPresent(bytes ->
                        sheets.add(Enclosed.made("budget", "xlsx", "Budget prévisionnel", "Tableur", day, bytes)));
        ProjectSheets.communes(facts, day)
                .ifPresent(bytes ->
                        sheets.add(Enclosed.made("communes", "xlsx", "Liste des communes", "Tableur", day, bytes)));
        return sheets;
    }
}
