package fr.maillage.access.signin;

import fr.maillage.access.AccountId;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The links that people get by mail or console, for tests. */
@Component
public class TestLinks {

    private static final Pattern INVITATION = Pattern.compile("/invitation/([\\w-]{43})");

    private final OneTimeLinks links;
    private final JdbcClient jdbc;

    TestLinks(OneTimeLinks links, JdbcClient jdbc) {
        this.links = links;
        this.jdbc = jdbc;
    }

    public String firstAccount() {
        return links.firstAccount().value();
    }

    @Transactional
    public String passwordReset(AccountId account) {
        return links.passwordReset(account).value();
    }

    /** The token of an invitation found in the outbox. */
    public String lastInvitation() {
        var body = jdbc.sql(
                        "select body from mail.message where body like '%/invitation/%' order by created_at desc limit 1")
                .query(String.class)
                .single();
        var link = INVITATION.matcher(body);
        if (!link.find()) {
            throw new IllegalStateException(body);
        }
        return link.group(1);
    }
}
