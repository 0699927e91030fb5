package fr.maillage.access.administration;

import fr.maillage.access.signin.SignUpSetting;
import fr.maillage.shared.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home of administrators: what there is, and what is still to be set up. */
@Controller
class AdministrationController {

    private final JdbcClient jdbc;
    private final Today today;
    private final SignUpSetting signUp;

    AdministrationController(JdbcClient jdbc, Today today, SignUpSetting signUp) {
        this.jdbc = jdbc;
        this.today = today;
        this.signUp = signUp;
    }

    @GetMapping("/administration")
    String home(Model model) {
        model.addAttribute(
                "counts",
                jdbc.sql("""
                select (select count(*) from access.account where disabled_at is null) as accounts,
                       (select count(*) from access.institution) as institutions,
                       (select count(*) from access.institution i where not exists
                           (select 1 from access.mandate_on(:today) m where m.institution_id = i.id)) as lonely
                """)
                        .param("today", today.day())
                        .query(AdministrationCounts.class)
                        .single());
        model.addAttribute("signUp", signUp.allowed());
        return "access/administration";
    }
}
