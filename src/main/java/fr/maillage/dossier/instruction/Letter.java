package fr.maillage.dossier.instruction;

import fr.maillage.documents.Block;
import fr.maillage.documents.Document;
import fr.maillage.documents.Opening;
import fr.maillage.documents.ScreenHtml;
import fr.maillage.shared.French;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;

/**
 * A letter of an instruction, read on a page before it leaves, then printed with the same words.
 *
 * @param sender the service that writes
 * @param address how it is reached, on one line; empty when nobody has said
 * @param subject what the letter is, as its title
 * @param facts whom it is for, about what, of which day
 */
public record Letter(
        String sender, String address, String subject, List<Opening.Fact> facts, List<Block> body, LocalDate day) {

    public Letter {
        facts = List.copyOf(facts);
        body = List.copyOf(body);
    }

    /** The body for a page: safe to print as it is. */
    public Content html() {
        return ScreenHtml.content(body);
    }

    /** @param draft whether it is only shown, not sent: every page says so */
    Document document(boolean draft) {
        return new Document(
                sender,
                subject,
                (draft ? "Projet du " : "Établi le ") + French.date(day),
                draft,
                day,
                new Opening.Letterhead(address, facts),
                body);
    }
}
