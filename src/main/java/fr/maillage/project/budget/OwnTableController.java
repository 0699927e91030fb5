package fr.maillage.project.budget;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Right;
import fr.maillage.project.BudgetAccounts;
import fr.maillage.shared.French;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A budget that the team laid out itself: sent, its columns and lines told, looked at, then added. */
@Controller
@RequestMapping("/cpts/{slug}/budget/tableau")
class OwnTableController {

    private final OwnTables tables;

    OwnTableController(OwnTables tables) {
        this.tables = tables;
    }

    @PostMapping
    String send(CommunityView view, Model model, @RequestParam MultipartFile tableau) throws IOException {
        view.require(Right.WRITE);
        return tableau.isEmpty()
                ? refused(view, "Choisissez un fichier XLSX ou CSV.", model)
                : preview(view, tables.read(view, tableau.getBytes(), Map.of()), UUID.randomUUID(), false, model);
    }

    /** Adds the lines, unless the columns were changed since the page was shown: it is then shown again. */
    @PostMapping("/application")
    String enter(
            CommunityView view,
            Model model,
            RedirectAttributes flash,
            @RequestParam UUID cle,
            @RequestParam(defaultValue = "") String liste,
            @RequestParam(defaultValue = "") String vues,
            @RequestParam Map<String, String> typed) {
        view.require(Right.WRITE);
        var read = tables.read(view, liste.getBytes(StandardCharsets.UTF_8), typed);
        boolean unseen = read instanceof OwnTable.Understood understood
                && !understood.mapping().seen().equals(vues);
        if (typed.containsKey("relire") || unseen || read instanceof OwnTable.Refused) {
            return preview(view, read, cle, unseen && !typed.containsKey("relire"), model);
        }
        int written = tables.enter(view, cle, liste, typed);
        Flash.notice(
                flash,
                written == 0
                        ? "Rien de nouveau dans ce tableau."
                        : French.count(written, "montant ajouté au budget.", "montants ajoutés aux budgets."));
        return "redirect:" + view.at("/budget/comparaison");
    }

    private static String preview(CommunityView view, OwnTable read, UUID key, boolean unseen, Model model) {
        return switch (read) {
            case OwnTable.Refused(var sentence) -> refused(view, sentence, model);
            case OwnTable.Understood understood -> {
                model.addAttribute("view", view);
                model.addAttribute("table", understood);
                model.addAttribute("key", key);
                model.addAttribute("unseen", unseen);
                model.addAttribute("accounts", accounts());
                yield "project/budgetOwnTable";
            }
        };
    }

    private static String refused(CommunityView view, String sentence, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("errors", new FormErrors().add("tableau", sentence));
        return "project/budgetImport";
    }

    private static List<Option> accounts() {
        return BudgetAccounts.blocks().stream()
                .flatMap(block -> block.groups().stream()
                        .flatMap(group -> group.lines().stream()
                                .map(line -> new Option(line.code(), group.account() + " · " + line.label()))))
                .toList();
    }
}
