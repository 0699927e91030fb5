package fr.maillage.dossier.instruction;

import fr.maillage.documents.Block;
import fr.maillage.documents.Document;
import fr.maillage.documents.DocumentRenderer;
import fr.maillage.documents.Inline;
import fr.maillage.documents.Opening;
import fr.maillage.rules.LegalDelay;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts and decision letters, kept with the dossier in the transaction of the act that they prove. */
@Component
class Letters {

    private final FrozenFiles files;
    private final DocumentRenderer renderer;
    private final JdbcClient jdbc;
    private final Today today;

    Letters(FrozenFiles files, DocumentRenderer renderer, JdbcClient jdbc, Today today) {
        this.files = files;
        this.renderer = renderer;
        this.jdbc = jdbc;
        this.today = today;
    }

    /** The letter of a move, or null when it goes without one. */
    @Nullable
    FrozenFile keepFor(
            LockedDossier dossier, Move move, long line, By by, @Nullable String reason, @Nullable String ground) {
        if (!LetterText.goesWith(move)) {
            return null;
        }
        var text = text(dossier, move, reason == null ? "" : reason, ground);
        var sender =
                by.institutionName() == null ? "Maillage, attestation établie par le programme" : by.institutionName();
        var body = new ArrayList<Block>();
        text.paragraphs().forEach(paragraph -> body.add(Block.paragraph(paragraph)));
        body.add(Block.paragraph(by.name()));
        var bytes = pdf(document(
                sender,
                text.subject(),
                List.of(
                        new Opening.Fact("Destinataire", dossier.communityName()),
                        new Opening.Fact("Dossier", "n° " + dossier.number()),
                        new Opening.Fact("Date", French.date(today.day()))),
                body));
        var name = "courrier-%s-%d.pdf".formatted(dossier.number(), line);
        return files.keep(dossier.id(), null, line, FrozenFile.Kind.LETTER, name, DocumentRenderer.PDF, bytes);
    }

    /** What the letter will say, for the instructor to read before it leaves. */
    LetterText text(LockedDossier dossier, Move move, String reason, @Nullable String groundCode) {
        var last = lastDeposit(dossier);
        var delay = last.deemedOn() == null
                ? null
                : LegalDelay.project(Today.dayOf(last.at())).validatingOn(last.deemedOn());
        return LetterText.of(
                move,
                dossier.kind(),
                dossier.communityName(),
                dossier.number(),
                last.ordinal(),
                Today.dayOf(last.at()),
                delay,
                ground(delay, groundCode),
                reason);
    }

    /**
     * The accusé de réception of a deposit: what was received, when, with which files, and what the silence of the ARS
     * will mean.
     */
    byte[] receipt(
            LockedDossier dossier,
            int version,
            Instant at,
            String depositor,
            @Nullable LegalDelay delay,
            List<FrozenFile> received) {
        var body = new ArrayList<Block>();
        body.add(Block.paragraph(
                "Le dossier « %s » de %s a été déposé le %s par %s. Il porte le n° %s et c’est sa version %d."
                        .formatted(
                                dossier.kind().label(),
                                dossier.communityName(),
                                French.dateTime(at),
                                depositor,
                                dossier.number(),
                                version)));
        if (delay != null) {
            body.add(new Block.Paragraph(List.of(
                    new Inline.Text("%s Sans opposition au plus tard le %s inclus, le projet sera réputé validé le %s."
                            .formatted(
                                    delay.rule(), French.date(delay.limit()), French.date(delay.deemedValidatedOn()))),
                    new Inline.Note(delay.source(), ""))));
        } else {
            body.add(Block.paragraph("Une lettre d’intention n’est soumise à aucun délai légal."));
        }
        body.add(new Block.Table(
                "Pièces reçues, figées au dépôt",
                List.of(
                        new Block.Column("Pièce", Block.Align.LEFT, 3),
                        new Block.Column("Taille en octets", Block.Align.RIGHT, 2),
                        new Block.Column("Empreinte SHA-256", Block.Align.LEFT, 6)),
                received.stream()
                        .map(file ->
                                Block.Row.of(file.kind().label(), French.number(file.size()), spaced(file.sha256())))
                        .toList(),
                "L’empreinte permet de vérifier qu’un fichier n’a pas changé depuis son dépôt."));
        return pdf(document(
                dossier.communityName(),
                "Accusé de réception",
                List.of(
                        new Opening.Fact("Dossier", "n° " + dossier.number()),
                        new Opening.Fact("Reçu le", French.dateTime(at))),
                body));
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

    private Document document(String organisation, String title, List<Opening.Fact> facts, List<Block> body) {
        return new Document(
                organisation,
                title,
                "Établi le " + French.date(today.day()),
                false,
                today.day(),
                new Opening.Letterhead("", facts),
                body);
    }

    private LegalDelay.@Nullable Ground ground(@Nullable LegalDelay delay, @Nullable String code) {
        if (code == null) {
            return null;
        }
        var all = delay == null ? LegalDelay.project(today.day()).grounds() : delay.grounds();
        return all.stream()
                .filter(ground -> ground.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** In groups of eight, so that the line can break in its column. */
    private static String spaced(String sha256) {
        return sha256.replaceAll("(.{8})(?=.)", "$1 ");
    }

    private record LastDeposit(
            int ordinal, Instant at, @Nullable LocalDate deemedOn) {}

    private LastDeposit lastDeposit(LockedDossier dossier) {
        UUID id = dossier.lastDeposit();
        if (id == null) {
            throw new IllegalStateException("no letter about a dossier never deposited: " + dossier.number());
        }
        return jdbc.sql("select ordinal, deposited_at as at, deemed_on from dossier.deposit where id = :id")
                .param("id", id)
                .query(LastDeposit.class)
                .single();
    }
}
