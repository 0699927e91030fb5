package fr.maillage.access.signin;

import fr.maillage.platform.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether people may make their account alone. Off until an administrator says so; on in the demonstration. */
@Component
public class SignUpSetting {

    private final JdbcClient jdbc;
    private final Settings settings;

    SignUpSetting(JdbcClient jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    public boolean allowed() {
        return jdbc.sql("select self_sign_up from access.setting")
                .query(Boolean.class)
                .optional()
                .orElse(settings.demo());
    }

    public void allow(boolean allowed) {
        jdbc.sql("""
                insert into access.setting (only_row, self_sign_up) values (true, :allowed)
                on conflict (only_row) do update set self_sign_up = :allowed
                """).param("allowed", allowed).update();
    }
}
