package fr.maillage.reminders;

import fr.maillage.access.InstitutionView;
import fr.maillage.community.CommunityView;
import fr.maillage.documents.Download;
import fr.maillage.shared.ProperName;
import fr.maillage.shared.Today;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The deadlines of a CPTS, and those of all the CPTS that an institution instructs. */
@Controller
class DeadlineController {

    private final Deadlines deadlines;
    private final Today today;

    DeadlineController(Deadlines deadlines, Today today) {
        this.deadlines = deadlines;
        this.today = today;
    }

    @GetMapping("/cpts/{slug}/echeances")
    String ofCommunity(CommunityView view, HttpServletRequest request, Model model) {
        return list(view.name(), view.at("/echeances"), false, deadlines.of(view), request, model);
    }

    @GetMapping("/cpts/{slug}/echeances.{format:xlsx|csv}")
    ResponseEntity<byte[]> exportOfCommunity(
            CommunityView view, @PathVariable String format, HttpServletRequest request) {
        return export("echeances-" + view.slug(), view.name(), deadlines.of(view), format, request);
    }

    @GetMapping("/cpts/{slug}/echeances/calendrier")
    String monthOfCommunity(CommunityView view, @RequestParam(defaultValue = "") String mois, Model model) {
        return month(view.name(), view.at("/echeances"), false, deadlines.of(view), mois, model);
    }

    @GetMapping("/institutions/{slug}/echeances")
    String ofInstitution(InstitutionView view, HttpServletRequest request, Model model) {
        var institution = view.institution();
        return list(institution.name(), home(view), true, deadlines.of(institution), request, model);
    }

    @GetMapping("/institutions/{slug}/echeances.{format:xlsx|csv}")
    ResponseEntity<byte[]> exportOfInstitution(
            InstitutionView view, @PathVariable String format, HttpServletRequest request) {
        var institution = view.institution();
        return export(
                "echeances-" + institution.slug(), institution.name(), deadlines.of(institution), format, request);
    }

    @GetMapping("/institutions/{slug}/echeances/calendrier")
    String monthOfInstitution(InstitutionView view, @RequestParam(defaultValue = "") String mois, Model model) {
        var institution = view.institution();
        return month(institution.name(), home(view), true, deadlines.of(institution), mois, model);
    }

    private static String home(InstitutionView view) {
        return "/institutions/" + view.institution().slug() + "/echeances";
    }

    private String list(
            String place, String home, boolean several, List<Dated> all, HttpServletRequest request, Model model) {
        var list = new DeadlineList(DeadlineList.SPEC.read(request), all);
        model.addAttribute("place", place);
        model.addAttribute("home", home);
        model.addAttribute("several", several);
        model.addAttribute("listing", list.page());
        model.addAttribute("states", list.states());
        model.addAttribute("kinds", list.kinds());
        return "reminders/deadlines";
    }

    private String month(String place, String home, boolean several, List<Dated> all, String month, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("home", home);
        model.addAttribute("several", several);
        model.addAttribute("page", MonthPage.of(MonthPage.read(month, today.day()), today.day(), all));
        return "reminders/month";
    }

    private ResponseEntity<byte[]> export(
            String file, String place, List<Dated> all, String format, HttpServletRequest request) {
        var list = new DeadlineList(DeadlineList.SPEC.read(request), all);
        return Download.of(file, list.sheet("Échéances " + ProperName.of(place), today.day()), format);
    }
}
