package fr.maillage.professionals;

import fr.maillage.audit.Audience;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.CommunityView;
import fr.maillage.community.PerimeterPlace;
import fr.maillage.community.Perimeters;
import fr.maillage.community.Right;
import fr.maillage.datasets.Descriptors;
import fr.maillage.datasets.Vintages;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.professionals.ActorPicking.Outcome;
import fr.maillage.shared.French;
import fr.maillage.ui.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The directory of a CPTS's territory. Names are public in the sources and yet personal: only people of the CPTS see them,
 * up to a bound, and what they take away is written in the journal.
 */
@Controller
class DirectoryController {

    private static final String RPPS = "rpps";
    private static final String FINESS = "finess";
    private static final ListExport PROFESSIONALS =
            new ListExport("annuaire", "directory.list-exported", "Annuaire exporté", "activité", "activités");
    private static final ListExport ESTABLISHMENTS = new ListExport(
            "etablissements",
            "directory.establishments-exported",
            "Établissements exportés",
            "établissement",
            "établissements");

    /** How a list that leaves the program is called, as a file and in the journal. */
    private record ListExport(String file, String action, String done, String one, String many) {}

    private final DirectoryList professionals;
    private final EstablishmentList establishments;
    private final DirectoryOptions options;
    private final Supply supply;
    private final NamesBound bound;
    private final ActorPicking picking;
    private final Perimeters perimeters;
    private final Vintages vintages;
    private final Descriptors descriptors;
    private final Journal journal;

    DirectoryController(
            DirectoryList professionals,
            EstablishmentList establishments,
            DirectoryOptions options,
            Supply supply,
            NamesBound bound,
            ActorPicking picking,
            Perimeters perimeters,
            Vintages vintages,
            Descriptors descriptors,
            Journal journal) {
        this.professionals = professionals;
        this.establishments = establishments;
        this.options = options;
        this.supply = supply;
        this.bound = bound;
        this.picking = picking;
        this.perimeters = perimeters;
        this.vintages = vintages;
        this.descriptors = descriptors;
        this.journal = journal;
    }

    @GetMapping("/cpts/{slug}/annuaire")
    String professionals(CommunityView view, HttpServletRequest request, Model model) {
        var communes = communes(view);
        if (!frame(view, RPPS, communes, model)) {
            return "professionals/directory";
        }
        if (bound.allows(communes)) {
            var query = DirectoryList.SPEC.read(request);
            model.addAttribute("listing", professionals.page(communes, query));
            model.addAttribute("totals", professionals.totals(communes, query));
            model.addAttribute("options", options.professionals(communes));
        } else {
            model.addAttribute("state", DirectoryState.TOO_WIDE);
            model.addAttribute("why", NamesBound.sentence());
            model.addAttribute("counts", supply.of(communes));
        }
        return "professionals/directory";
    }

    @GetMapping("/cpts/{slug}/annuaire.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(CommunityView view, @PathVariable String format, HttpServletRequest request) {
        var communes = communes(view);
        if (!bound.allows(communes)) {
            var notes = List.of(view.name(), source(RPPS), NamesBound.sentence());
            return Download.of("effectifs-" + view.slug(), DirectoryList.counts(supply.of(communes), notes), format);
        }
        var sheet = professionals.sheet(communes, DirectoryList.SPEC.read(request), List.of(view.name(), source(RPPS)));
        return exported(view, PROFESSIONALS, sheet, format);
    }

    @PostMapping("/cpts/{slug}/annuaire/acteurs")
    String pick(
            CommunityView view,
            @RequestParam(defaultValue = "") String rpps,
            @RequestParam(defaultValue = "") String retour,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var communes = communes(view);
        var lines = bound.allows(communes) ? professionals.person(communes, "8" + rpps) : List.<DirectoryRow>of();
        return told(view, picking.pick(view, lines), view.at("/annuaire"), retour, flash);
    }

    @GetMapping("/cpts/{slug}/annuaire/etablissements")
    String establishments(CommunityView view, HttpServletRequest request, Model model) {
        var communes = communes(view);
        if (frame(view, FINESS, communes, model)) {
            model.addAttribute("listing", establishments.page(communes, EstablishmentList.SPEC.read(request)));
            model.addAttribute("options", options.establishments(communes));
        }
        return "professionals/establishments";
    }

    @GetMapping("/cpts/{slug}/annuaire/etablissements.{format:xlsx|csv}")
    ResponseEntity<byte[]> exportEstablishments(
            CommunityView view, @PathVariable String format, HttpServletRequest request) {
        var query = EstablishmentList.SPEC.read(request);
        var sheet = establishments.sheet(communes(view), query, List.of(view.name(), source(FINESS)));
        return exported(view, ESTABLISHMENTS, sheet, format);
    }

    @PostMapping("/cpts/{slug}/annuaire/etablissements/acteurs")
    String pickEstablishment(
            CommunityView view,
            @RequestParam(defaultValue = "") String finess,
            @RequestParam(defaultValue = "") String retour,
            RedirectAttributes flash) {
        view.require(Right.WRITE);
        var row = establishments.establishment(communes(view), finess);
        return told(view, picking.pick(view, row), view.at("/annuaire/etablissements"), retour, flash);
    }

    /** @return whether there is a list to show */
    private boolean frame(CommunityView view, String dataset, List<String> communes, Model model) {
        var state = communes.isEmpty()
                ? DirectoryState.NO_TERRITORY
                : vintages.current(dataset).isEmpty() ? DirectoryState.NO_DATA : DirectoryState.READY;
        model.addAttribute("view", view);
        model.addAttribute("state", state);
        model.addAttribute("source", source(dataset));
        model.addAttribute("picked", picking.picked(view));
        return state == DirectoryState.READY;
    }

    private List<String> communes(CommunityView view) {
        return perimeters.current(view.id()).stream()
                .flatMap(perimeter -> perimeter.places().stream())
                .map(PerimeterPlace::commune)
                .distinct()
                .toList();
    }

    /** « Annuaire Santé, Agence du numérique en santé, Licence Ouverte 2.0, édition : 12 mai 2026 ». */
    private String source(String dataset) {
        var own = descriptors.of(dataset).map(known -> known.attribution()).orElse(dataset)
                + vintages.current(dataset)
                        .map(vintage -> ", édition" + French.NBSP + ": " + vintage.label())
                        .orElse("");
        return dataset.equals(FINESS)
                ? own + French.NNBSP + "; places" + edition("finess-equipements") + French.NNBSP + "; urgences"
                        + edition("finess-soins")
                : own;
    }

    private String edition(String dataset) {
        return French.NBSP + ": "
                + vintages.current(dataset)
                        .map(vintage -> "édition " + vintage.label())
                        .orElse("jeu non chargé");
    }

    /** Sends a list and writes in the journal who took it. */
    private ResponseEntity<byte[]> exported(CommunityView view, ListExport list, Spreadsheet sheet, String format) {
        var count = French.count(sheet.rows().size(), list.one, list.many);
        var entry = Entry.of(
                view.author(),
                new Subject("directory", "*"),
                list.action,
                list.done + French.NBSP + ": " + count + ".");
        journal.recordRead(entry.in(view.id().value()).readableBy(Audience.ADMINISTRATION));
        return Download.of(list.file + "-" + view.slug(), sheet, format);
    }

    /** Back on the list as it was searched and filtered. */
    private static String told(
            CommunityView view, Outcome outcome, String list, String search, RedirectAttributes flash) {
        switch (outcome) {
            case Outcome.Added(var id, var name, var again) ->
                Flash.undoable(
                        flash,
                        name + (again ? " est de nouveau dans les acteurs." : " est dans les acteurs."),
                        view.at("/acteurs/" + id.value() + "/archive"));
            case Outcome.Gone _ ->
                Flash.notice(flash, "Cette ligne n’est plus dans l’annuaire du territoire. Personne n’a été ajouté.");
            case Outcome.AlreadyThere(var name) -> Flash.notice(flash, name + " est déjà dans les acteurs.");
        }
        return "redirect:"
                + (search.startsWith(list + "?") && search.chars().noneMatch(Character::isISOControl) ? search : list);
    }
}
