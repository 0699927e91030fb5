package fr.maillage.access.signin;

import fr.maillage.access.Actor;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.platform.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether people may make their account alone. Off until an administrator says so; on in the demonstration. */
@Component
public class SignUpSetting {

    private final JdbcClient jdbc;
    private final Settings settings;
    private final Journal journal;

    SignUpSetting(JdbcClient jdbc, Settings settings, Journal journal) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.journal = journal;
    }

    public boolean allowed() {
        return jdbc.sql("select self_sign_up from access.setting")
                .query(Boolean.class)
                .optional()
                .orElse(settings.demo());
    }

    @Transactional
    public void allow(boolean allowed, Actor by) {
        if (allowed == allowed()) {
            return;
        }
        jdbc.sql("""
                insert into access.setting (only_row, self_sign_up) values (true, :allowed)
                on conflict (only_row) do update set self_sign_up = :allowed
                """).param("allowed", allowed).update();
        journal.record(Entry.of(
                by.author(),
                new Subject("setting", "self-sign-up"),
                "setting.changed",
                allowed
                        ? "Chacun peut créer son compte, avec une adresse confirmée."
                        : "Les comptes se créent sur invitation seulement."));
    }
}
