package fr.maillage.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to one person: plain text, in French, without any patient data. The outbox adds the footer.
 *
 * @param to address of the recipient
 * @param subject one line, without « Maillage »: the sender's name says it
 * @param text paragraphs parted by empty lines; an address starting with http stands alone on its line
 * @param context what the mail is about, for whoever looks for it later, or null
 */
public record Mail(
        String to, String subject, String text, @Nullable Context context) {

    public Mail {
        if (subject.isBlank() || subject.lines().count() != 1) {
            throw new IllegalArgumentException("the subject is one line: " + subject);
        }
    }

    /** What a mail is about: a dossier, an invitation. */
    public record Context(String kind, String id) {

        public static Context of(String kind, UUID id) {
            return new Context(kind, id.toString());
        }
    }
}
