package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.community.TestCommunities;
import fr.maillage.testing.MaillageTest;
import fr.maillage.testing.WebClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What carries names out of the program is told in the journal, with who took it. */
@MaillageTest
class ExportJournalTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCommunities made;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "/administration/comptes.csv, account.list-exported",
        "/administration/journal.csv, journal.exported",
        "/administration/courriels.xlsx, mail.list-exported",
    })
    void theListsOfAdministrators(String path, String action) {
        var administrator = accounts.administrator();

        assertThat(WebClient.signedIn(port, accounts.session(administrator.account()))
                        .get(path)
                        .statusCode())
                .isEqualTo(200);

        assertThat(readings(action)).isEqualTo(1);
        assertThat(jdbc.sql("select author_name from audit.line where action = ?")
                        .param(action)
                        .query(String.class)
                        .single())
                .isEqualTo(administrator.name());
    }

    @Test
    void theActorsOfACommunity() {
        var view = made.create("CPTS Vallée Fictive");

        WebClient.signedIn(port, accounts.session(view.actor().account())).get(view.at("/acteurs.csv"));

        assertThat(readings("participant.list-exported")).isEqualTo(1);
    }

    private int readings(String action) {
        return jdbc.sql("select count(*) from audit.line where action = ? and personal_read")
                .param(action)
                .query(Integer.class)
                .single();
    }
}
