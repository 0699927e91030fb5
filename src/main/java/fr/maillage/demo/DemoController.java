package fr.maillage.demo;

import fr.maillage.access.DemoAccounts;
import fr.maillage.platform.Settings;
import fr.maillage.shared.NotFound;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What there is to see in the demonstration; elsewhere the page does not exist. */
@Controller
class DemoController {

    private final Settings settings;
    private final JdbcClient jdbc;
    private final ObjectProvider<DemoAccounts> accounts;

    DemoController(Settings settings, JdbcClient jdbc, ObjectProvider<DemoAccounts> accounts) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    @GetMapping("/demo")
    String demo(Model model) {
        if (!settings.demo()) {
            throw new NotFound("the demonstration");
        }
        var made = accounts.getIfAvailable();
        model.addAttribute("communities", communities());
        model.addAttribute("accounts", made == null ? List.of() : made.all());
        return "demo/demo";
    }

    private List<DemoCommunity> communities() {
        return jdbc.sql("select slug, name from community.community order by public.unaccent(lower(name)) limit 50")
                .query(DemoCommunity.class)
                .list();
    }
}
