package fr.maillage.dossier.instruction;

import fr.maillage.documents.Document;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.dossier.annexes.ProjectSheets;
import fr.maillage.dossier.projection.ProjectDocument;
import fr.maillage.shared.Today;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The files that the program makes of a version at its deposit. */
@Component
class DepositFiles {

    /** The two forms of a version, before they are kept. */
    record Rendered(byte[] pdf, int pages, byte[] docx) {}

    private final DocumentRenderer renderer;
    private final FrozenFiles files;
    private final RemarkAnswers answers;
    private final JsonMapper json;

    DepositFiles(DocumentRenderer renderer, FrozenFiles files, RemarkAnswers answers, JsonMapper json) {
        this.renderer = renderer;
        this.files = files;
        this.answers = answers;
        this.json = json;
    }

    Rendered render(Document document) {
        var pdf = new ByteArrayOutputStream();
        var docx = new ByteArrayOutputStream();
        try {
            renderer.pdf(document, pdf);
            renderer.docx(document, docx);
            var bytes = pdf.toByteArray();
            return new Rendered(bytes, DocumentRenderer.pages(bytes), docx.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<FrozenFile> keep(
            LockedDossier locked,
            UUID deposit,
            int version,
            Instant now,
            ProjectDocument.Projected projected,
            Rendered documents) {
        var name = "%s-%s-v%d".formatted(locked.kind().path(), locked.communitySlug(), version);
        var day = Today.dayOf(now);
        var kept = new ArrayList<FrozenFile>();
        kept.add(keep(locked, deposit, FrozenFile.Kind.PDF, name + ".pdf", DocumentRenderer.PDF, documents.pdf()));
        kept.add(keep(locked, deposit, FrozenFile.Kind.DOCX, name + ".docx", DocumentRenderer.DOCX, documents.docx()));
        kept.add(keep(
                locked,
                deposit,
                FrozenFile.Kind.DATA,
                name + ".json",
                "application/json",
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(data(locked, version, now, projected))));
        ProjectSheets.communes(projected.facts(), day)
                .ifPresent(bytes -> kept.add(keep(
                        locked,
                        deposit,
                        FrozenFile.Kind.COMMUNES,
                        "communes-%s-v%d.xlsx".formatted(locked.communitySlug(), version),
                        Spreadsheet.XLSX,
                        bytes)));
        ProjectSheets.budget(projected.facts(), day)
                .ifPresent(bytes -> kept.add(keep(
                        locked,
                        deposit,
                        FrozenFile.Kind.BUDGET,
                        "budget-%s-v%d.xlsx".formatted(locked.communitySlug(), version),
                        Spreadsheet.XLSX,
                        bytes)));
        answers.document(locked.id(), locked.communityName(), "Jointes à la version " + version)
                .ifPresent(document -> kept.add(keep(
                        locked,
                        deposit,
                        FrozenFile.Kind.ANSWERS,
                        "reponses-aux-remarques-%s-v%d.pdf".formatted(locked.communitySlug(), version),
                        DocumentRenderer.PDF,
                        pdf(document))));
        return kept;
    }

    private byte[] pdf(Document document) {
        var bytes = new ByteArrayOutputStream();
        try {
            renderer.pdf(document, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private FrozenFile keep(
            LockedDossier locked, UUID deposit, FrozenFile.Kind kind, String name, String mediaType, byte[] bytes) {
        return files.keep(locked.id(), deposit, null, kind, name, mediaType, bytes);
    }

    /** The facts of the version, for programs: what the documents show, before any form. */
    private static LinkedHashMap<String, Object> data(
            LockedDossier locked, int version, Instant now, ProjectDocument.Projected projected) {
        var data = new LinkedHashMap<String, Object>();
        data.put("dossier", locked.number());
        data.put("type", locked.kind().path());
        data.put("version", version);
        data.put("deposeLe", now.toString());
        data.put("sections", FrozenSection.of(projected));
        data.put("recits", projected.texts());
        data.put("faits", projected.facts());
        return data;
    }
}
