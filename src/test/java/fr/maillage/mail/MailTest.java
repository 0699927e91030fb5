package fr.maillage.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailTest {

    /** A mail is written in the transaction of an act of the law: a name must never undo the act. */
    @Test
    void aSubjectIsMadeOneLine() {
        var mail =
                new Mail("a@exemple.example", "CPTS\r\nBcc: b@exemple.example : dossier\u2028validé", "Bonjour", null);

        assertThat(mail.subject()).isEqualTo("CPTS Bcc: b@exemple.example : dossier validé");
    }
}
