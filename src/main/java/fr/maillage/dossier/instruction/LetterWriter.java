package fr.maillage.dossier.instruction;

import fr.maillage.access.Party;
import fr.maillage.documents.Block;
import fr.maillage.documents.Inline;
import fr.maillage.documents.Opening;
import fr.maillage.dossier.DossierKind;
import fr.maillage.rules.LegalDelay;
import fr.maillage.shared.French;
import fr.maillage.shared.ProperName;
import fr.maillage.shared.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the letters: the words of the {@link LetterBook}, filled with what is known of the dossier. */
@Component
class LetterWriter {

    private final LetterBook book;
    private final Correspondents correspondents;
    private final JdbcClient jdbc;
    private final Today today;

    LetterWriter(LetterBook book, Correspondents correspondents, JdbcClient jdbc, Today today) {
        this.book = book;
        this.correspondents = correspondents;
        this.jdbc = jdbc;
        this.today = today;
    }

    /** What is proposed as the quality of who has never signed. */
    String delegation() {
        return book.on(today.day()).delegation();
    }

    /** The letter of a decision about the last version, as it would leave now. */
    Letter of(LockedDossier dossier, Decision decision, By by) {
        var last = lastDeposit(dossier);
        var delay = last.deemedOn() == null
                ? null
                : LegalDelay.project(Today.dayOf(last.at())).validatingOn(last.deemedOn());
        var words = words(dossier, last.ordinal(), last.at(), last.depositor(), delay);
        words.put("avis", opinions(last.id()));
        words.put("motif", decision.reason());
        words.put("fondements", String.join("\n", decision.grounds()));
        words.put("recours", book.on(today.day()).recourse());
        words.put("reponse-avant", decision.answerBy() == null ? "" : French.date(decision.answerBy()));
        var template = book.on(today.day()).letter(code(decision.move(), dossier.kind()));
        var body = new ArrayList<Block>();
        for (var paragraph : template.filled(marked(words))) {
            body.addAll(blocks(paragraph, decision, delay));
        }
        body.addAll(signature(decision, by));
        var facts = new ArrayList<>(correspondents.addressee(dossier));
        facts.add(new Opening.Fact(
                "Dossier",
                "n° %s, version %d déposée le %s".formatted(dossier.number(), last.ordinal(), French.date(last.at()))));
        facts.add(new Opening.Fact("SHA-256 du PDF", FrozenFiles.spaced(last.sha256())));
        facts.add(new Opening.Fact("Date", French.date(today.day())));
        return letter(dossier, by, template.subject(), facts, body);
    }

    /** The accusé de réception of a deposit: what was received, by whom, when, and what the silence of the ARS will mean. */
    Letter receipt(
            LockedDossier dossier,
            int version,
            Instant at,
            String depositor,
            @Nullable LegalDelay delay,
            List<FrozenFile> received) {
        var template = book.on(today.day()).letter(dossier.kind().letters() + "-recu");
        var body = new ArrayList<Block>();
        for (var paragraph : template.filled(words(dossier, version, at, depositor, delay))) {
            body.add(Block.paragraph(paragraph));
        }
        body.add(new Block.Table(
                "Pièces reçues, figées au dépôt",
                List.of(
                        new Block.Column("Pièce", Block.Align.LEFT, 3),
                        new Block.Column("Taille en octets", Block.Align.RIGHT, 2),
                        new Block.Column("Empreinte SHA-256", Block.Align.LEFT, 6)),
                received.stream()
                        .map(file -> Block.Row.of(
                                file.kind().label(dossier.kind()),
                                French.number(file.size()),
                                FrozenFiles.spaced(file.sha256())))
                        .toList(),
                "L’empreinte permet de vérifier qu’un fichier n’a pas changé depuis son dépôt."));
        var facts = new ArrayList<>(correspondents.addressee(dossier));
        facts.add(new Opening.Fact("Dossier", "n° %s, version %d".formatted(dossier.number(), version)));
        facts.add(new Opening.Fact("Reçu le", French.dateTime(at)));
        return letter(dossier, By.PROGRAM, template.subject(), facts, body);
    }

    private Letter letter(LockedDossier dossier, By by, String subject, List<Opening.Fact> facts, List<Block> body) {
        var sender = correspondents.sender(by.institution(), dossier.id());
        return new Letter(
                sender.map(institution -> institution.name()).orElse("Maillage"),
                sender.map(Correspondents::address).orElse(""),
                subject,
                facts,
                body,
                today.day());
    }

    private static Map<String, String> words(
            LockedDossier dossier, int version, Instant at, String depositor, @Nullable LegalDelay delay) {
        var words = new HashMap<String, String>();
        words.put("cpts", ProperName.theCommunity(dossier.communityName()));
        words.put("de-cpts", ProperName.ofCommunity(dossier.communityName()));
        words.put("dossier", dossier.number());
        words.put("version", String.valueOf(version));
        words.put("recu", French.date(at));
        words.put("recu-a", French.dateTime(at));
        words.put("depose-par", depositor);
        if (delay != null) {
            words.put("article", lower(delay.source().title()));
            words.put(
                    "motifs-legaux",
                    String.join(
                            " ; ",
                            delay.grounds().stream()
                                    .map(ground -> lower(ground.title()))
                                    .toList()));
            words.put("limite", French.date(delay.limit()));
            words.put("limite-courante", delay.suspension().suspends() ? "" : French.date(delay.limit()));
            words.put("repute-valide", French.date(delay.deemedValidatedOn()));
        }
        return words;
    }

    /** What keeps its paragraphs is put in later, in the place of its mark. */
    private static Map<String, String> marked(Map<String, String> words) {
        var marked = new HashMap<>(words);
        for (var kept : List.of("motif", "fondements")) {
            marked.computeIfPresent(kept, (word, value) -> value.isEmpty() ? "" : "{" + word + "}");
        }
        return marked;
    }

    private static List<Block> blocks(String paragraph, Decision decision, @Nullable LegalDelay delay) {
        return switch (paragraph) {
            case "{motif}" -> Motive.blocks(decision.reason());
            case "{fondements}" -> List.of(Motive.list(Grounds.titles(decision.grounds(), delay)));
            default ->
                paragraph.startsWith("## ")
                        ? List.of(new Block.Heading(
                                2, "", paragraph.substring(3), "partie-" + Integer.toHexString(paragraph.hashCode())))
                        : List.of(Block.paragraph(paragraph.replace("{motif}", decision.reason())));
        };
    }

    /** The quality, room for the hand, the name; nothing for what nobody signs. */
    private List<Block> signature(Decision decision, By by) {
        if (by.party() == null) {
            return List.of();
        }
        var lines = new ArrayList<Inline>();
        var delegation = delegation();
        var quality = decision.quality();
        if (by.party() == Party.ARS && quality.startsWith(delegation) && quality.length() > delegation.length()) {
            line(lines, delegation);
            quality = quality.substring(delegation.length()).strip();
        }
        line(lines, quality.isEmpty() || quality.equals(delegation) ? String.valueOf(by.institutionName()) : quality);
        for (int i = 0; i < 3; i++) {
            line(lines, " ");
        }
        lines.add(new Inline.Text(by.name()));
        return List.of(new Block.Paragraph(lines));
    }

    private static void line(List<Inline> lines, String text) {
        lines.add(new Inline.Text(text));
        lines.add(new Inline.LineBreak());
    }

    private static String code(Move move, DossierKind kind) {
        return kind.letters() + "-" + nature(move);
    }

    /** What a letter is, in one word of addresses and names of files. */
    static String nature(Move move) {
        return switch (move) {
            case VALIDATE -> "validation";
            case ASK_MORE -> "complement";
            case OPPOSE -> "opposition";
            case DECLINE -> "sans-suite";
            case LAPSE -> "caducite";
            case DEEM_VALIDATED -> "validation-tacite";
            case DEPOSIT, COMPLETE, START_AGAIN, TAKE -> throw new IllegalArgumentException(move + " has no letter");
        };
    }

    /** The institutions that gave an opinion on a version, in words; empty when none did. */
    private String opinions(UUID deposit) {
        return String.join(
                ", ",
                jdbc.sql("""
                                select distinct n.name from dossier.opinion o
                                join access.institution n on n.id = o.institution_id
                                where o.deposit_id = ? order by n.name
                                """).param(deposit).query(String.class).list().stream()
                        .map(ProperName::the)
                        .toList());
    }

    private record LastDeposit(
            UUID id,
            int ordinal,
            Instant at,
            String depositor,
            @Nullable LocalDate deemedOn,
            String sha256) {}

    private LastDeposit lastDeposit(LockedDossier dossier) {
        UUID id = dossier.lastDeposit();
        if (id == null) {
            throw new IllegalStateException("no letter about a dossier never deposited: " + dossier.number());
        }
        return jdbc.sql("""
                        select p.id, p.ordinal, p.deposited_at as at, p.depositor_name as depositor, p.deemed_on,
                            coalesce(f.sha256, '') as sha256
                        from dossier.deposit p
                        left join dossier.file f on f.deposit_id = p.id and f.kind = 'PDF'
                        where p.id = :id
                        """).param("id", id).query(LastDeposit.class).single();
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.FRENCH) + text.substring(1);
    }
}
