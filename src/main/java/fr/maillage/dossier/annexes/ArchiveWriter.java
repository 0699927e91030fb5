package fr.maillage.dossier.annexes;

import fr.maillage.documents.Block;
import fr.maillage.documents.Document;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Opening;
import fr.maillage.library.Contents;
import fr.maillage.shared.French;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the archive of a dossier: the table of contents for people ({@code SOMMAIRE.pdf}), the files in order, the list for
 * programs ({@code MANIFESTE.json}). Annexes go from the database to the stream piece by piece. Dates inside the archive are
 * those of the version, so that the same version gives the same bytes.
 */
@Component
public class ArchiveWriter {

    /** The media type of {@link #write}. */
    public static final String ZIP = "application/zip";

    private static final String MADE = "produit par Maillage";
    private static final String GIVEN = "document de la CPTS";

    private final Contents contents;
    private final DocumentRenderer renderer;
    private final JsonMapper json;

    ArchiveWriter(Contents contents, DocumentRenderer renderer, JsonMapper json) {
        this.contents = contents;
        this.renderer = renderer;
        this.json = json;
    }

    /** A file under the name it has in the archive. */
    private record Named(String fileName, Enclosed file) {}

    /** The stream is left open. */
    public void write(DossierArchive archive, OutputStream out) throws IOException {
        var named = new ArrayList<Named>();
        for (int i = 0; i < archive.files().size(); i++) {
            var file = archive.files().get(i);
            named.add(new Named("%02d-%s.%s".formatted(i + 1, file.name(), file.extension()), file));
        }
        var contentsPage = contentsPage(archive, named);
        @SuppressWarnings("resource") // closing it would close the answer
        var zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        put(zip, "SOMMAIRE.pdf", archive.day(), contentsPage);
        for (var entry : named) {
            begin(zip, entry.fileName(), archive.day());
            switch (entry.file().content()) {
                case Enclosed.Content.Held(byte[] bytes) -> zip.write(bytes);
                case Enclosed.Content.Stored _ -> contents.write(entry.file().sha256(), zip);
            }
            zip.closeEntry();
        }
        put(
                zip,
                "MANIFESTE.json",
                archive.day(),
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest(archive, named)));
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, LocalDate day, byte[] bytes) throws IOException {
        begin(zip, name, day);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** The hour is written as it is on the wall, whatever the zone of the machine. */
    private static void begin(ZipOutputStream zip, String name, LocalDate day) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(day.atTime(12, 0));
        zip.putNextEntry(entry);
    }

    private static Map<String, Object> manifest(DossierArchive archive, List<Named> named) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("format", 1);
        manifest.put("cpts", archive.organisation());
        manifest.put("titre", archive.title());
        manifest.put("dossier", archive.number());
        manifest.put("version", archive.version());
        manifest.put("date", archive.day().toString());
        var signature = archive.signature();
        if (signature == null) {
            manifest.put("signature", null);
        } else {
            var signed = new LinkedHashMap<String, Object>();
            signed.put("nom", signature.name());
            signed.put("qualite", signature.quality());
            signed.put("date", signature.signedOn().toString());
            signed.put("mention", "Lu et approuvé");
            manifest.put("signature", signed);
        }
        manifest.put("pieces", named.stream().map(ArchiveWriter::line).toList());
        return manifest;
    }

    private static Map<String, Object> line(Named named) {
        var file = named.file();
        var line = new LinkedHashMap<String, Object>();
        line.put("fichier", named.fileName());
        line.put("titre", file.title());
        line.put("type", file.type());
        line.put("origine", file.made() ? MADE : GIVEN);
        line.put("date", file.dated().toString());
        line.put("taille", file.size());
        line.put("sha256", file.sha256());
        return line;
    }

    private byte[] contentsPage(DossierArchive archive, List<Named> named) throws IOException {
        var facts = new ArrayList<Opening.Fact>();
        if (archive.number() != null) {
            facts.add(new Opening.Fact("Dossier", archive.number()));
        }
        facts.add(new Opening.Fact("Version", archive.version()));
        var signature = archive.signature();
        if (signature != null) {
            facts.add(new Opening.Fact(
                    "Lu et approuvé",
                    signature.name() + ", " + signature.quality() + ", le " + French.date(signature.signedOn())));
        }
        var table = new Block.Table(
                "Pièces de l’archive",
                List.of(
                        new Block.Column("Fichier", Block.Align.LEFT, 5),
                        new Block.Column("Pièce", Block.Align.LEFT, 5),
                        new Block.Column("Date", Block.Align.LEFT, 3),
                        new Block.Column("Taille", Block.Align.RIGHT, 2)),
                named.stream()
                        .map(entry -> Block.Row.of(
                                entry.fileName(),
                                entry.file().title() + " (" + entry.file().type() + ", "
                                        + (entry.file().made() ? MADE : GIVEN) + ")",
                                French.date(entry.file().dated()),
                                French.bytes(entry.file().size())))
                        .toList(),
                "");
        var note =
                Block.paragraph("Le fichier MANIFESTE.json donne l’empreinte SHA-256 de chaque pièce : elle permet de"
                        + " vérifier qu’un fichier est bien celui qui a été remis.");
        var document = new Document(
                archive.organisation(),
                "Sommaire, " + archive.title(),
                archive.version(),
                archive.draft(),
                archive.day(),
                new Opening.Letterhead("", facts),
                List.of(table, note));
        var bytes = new ByteArrayOutputStream();
        renderer.pdf(document, bytes);
        return bytes.toByteArray();
    }
}
