package fr.maillage.mail;

import fr.maillage.shared.Typed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to one person: plain text, in French, without any patient data. The outbox adds the footer.
 *
 * @param to address of the recipient
 * @param subject made one line, whatever names it carries; without « Maillage »: the sender's name says it
 * @param text paragraphs parted by empty lines; an address starting with http stands alone on its line
 * @param context what the mail is about, for whoever looks for it later, or null
 */
public record Mail(
        String to, String subject, String text, @Nullable Context context) {

    public Mail {
        subject = Typed.line(subject);
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("a mail has a subject");
        }
    }

    /** What a mail is about: a dossier, an invitation. */
    public record Context(String kind, String id) {

        public static Context of(String kind, UUID id) {
            return new Context(kind, id.toString());
        }
    }
}
