package fr.maillage.datasets;

import fr.maillage.access.Actor;
import fr.maillage.datasets.DropFolder.DroppedFile;
import fr.maillage.documents.Cell;
import fr.maillage.documents.Download;
import fr.maillage.documents.Spreadsheet;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Today;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import fr.maillage.ui.Option;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The datasets, for administrators only: everything under /administration is. */
@Controller
class DatasetController {

    private static final String LIST = "/administration/jeux";

    private final DatasetDirectory directory;
    private final DropFolder folder;
    private final ImportDesk desk;
    private final Today today;

    DatasetController(DatasetDirectory directory, DropFolder folder, ImportDesk desk, Today today) {
        this.directory = directory;
        this.folder = folder;
        this.desk = desk;
        this.today = today;
    }

    @GetMapping(LIST)
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("listing", directory.page(DatasetDirectory.SPEC.read(request)));
        model.addAttribute("states", List.of(new Option("charge", "Chargés"), new Option("jamais", "Jamais chargés")));
        model.addAttribute("open", directory.open());
        model.addAttribute("folder", folder.path().toString());
        model.addAttribute(
                "known",
                folder.files().stream()
                        .filter(file -> file.descriptor().isPresent())
                        .map(DatasetController::line)
                        .toList());
        return "datasets/jeux";
    }

    @GetMapping(LIST + ".{format:xlsx|csv}")
    ResponseEntity<byte[]> export(@PathVariable String format, HttpServletRequest request) {
        var sheet = new Spreadsheet(
                "Jeux de données",
                List.of("Extrait le " + French.dateTime(today.instant()) + "."),
                List.of("Jeu", "Titre", "Producteur", "Licence", "Édition", "Fichier", "Lues", "Gardées", "Refusées"),
                directory.all(DatasetDirectory.SPEC.read(request)).stream()
                        .map(DatasetController::cells)
                        .toList());
        return Download.of("jeux-de-donnees", sheet, format);
    }

    @GetMapping(LIST + "/{key}")
    String show(@PathVariable String key, Model model) {
        return page(key, FormErrors.NONE, model);
    }

    /** A file that the browser sends; it goes to the disk as it comes. */
    @PostMapping(LIST + "/{key}/fichier")
    String send(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            Actor actor,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var dataset = find(key);
        if (fichier == null
                || Objects.requireNonNullElse(fichier.getOriginalFilename(), "").isEmpty()) {
            return refused(key, "fichier", "Choisissez le fichier à charger.", model, response);
        }
        if (fichier.isEmpty()) {
            return refused(key, "fichier", "Ce fichier est vide. Téléchargez-le de nouveau.", model, response);
        }
        var kept = folder.keep(fichier);
        var outcome = desk.take(dataset.descriptor(), kept, actor);
        if (!(outcome instanceof ImportDesk.Outcome.Accepted)) {
            folder.forget(kept.path());
        }
        return told(outcome, key, "fichier", model, response);
    }

    /** A file that is on the server already. */
    @PostMapping(LIST + "/{key}/depot")
    String choose(
            @PathVariable String key,
            @RequestParam(name = "nom", defaultValue = "") String name,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        var dataset = find(key);
        var file = folder.file(name);
        return file.isEmpty()
                ? refused(key, "nom", "Choisissez un fichier du dossier.", model, response)
                : told(desk.take(dataset.descriptor(), file.get(), actor), key, "nom", model, response);
    }

    /** Every file of the server's own folder whose name tells its dataset. */
    @PostMapping(LIST + "/dossier")
    String takeFolder(Actor actor, RedirectAttributes flash) {
        int accepted = 0;
        for (var file : folder.files()) {
            var descriptor = file.descriptor();
            if (descriptor.isPresent()
                    && desk.take(descriptor.get(), file.file(), actor) instanceof ImportDesk.Outcome.Accepted) {
                accepted++;
            }
        }
        Flash.notice(
                flash,
                accepted == 0
                        ? "Aucun nouveau fichier à lire."
                        : French.count(accepted, "fichier sera lu.", "fichiers seront lus l’un après l’autre."));
        return "redirect:" + LIST;
    }

    @PostMapping(LIST + "/{key}/edition-precedente")
    String bringBack(@PathVariable String key, Actor actor, RedirectAttributes flash) {
        var label = desk.bringBack(find(key).descriptor(), actor);
        Flash.notice(
                flash,
                label.map(now -> "L’édition " + now + " est de nouveau celle qui sert.")
                        .orElse("Rien n’a changé : il n’y a pas d’édition précédente, ou un fichier est en cours de"
                                + " lecture."));
        return "redirect:" + LIST + "/" + key;
    }

    private DatasetLine find(String key) {
        return directory.find(key).orElseThrow(() -> new NotFound("dataset " + key));
    }

    private String told(
            ImportDesk.Outcome outcome, String key, String field, Model model, HttpServletResponse response) {
        return switch (outcome) {
            case ImportDesk.Outcome.Accepted(var job) -> "redirect:" + LIST + "/travaux/" + job;
            case ImportDesk.Outcome.Busy(var job) ->
                job.map(running -> "redirect:" + LIST + "/travaux/" + running)
                        .orElseGet(() -> refused(
                                key, field, "Un fichier de ce jeu est déjà en cours de lecture.", model, response));
            case ImportDesk.Outcome.Refused(var sentence) -> refused(key, field, sentence, model, response);
        };
    }

    private String refused(String key, String field, String sentence, Model model, HttpServletResponse response) {
        response.setStatus(422);
        return page(key, new FormErrors().add(field, sentence), model);
    }

    private String page(String key, FormErrors errors, Model model) {
        var dataset = find(key);
        model.addAttribute("dataset", dataset);
        model.addAttribute("jobs", directory.jobsOf(dataset.descriptor()));
        model.addAttribute("folder", folder.path().toString());
        model.addAttribute("files", candidates(dataset));
        model.addAttribute("errors", errors);
        return "datasets/jeu";
    }

    /** Files whose name is that of this dataset first, then those that nobody knows; the others belong elsewhere. */
    private List<Option> candidates(DatasetLine dataset) {
        var own = new ArrayList<Option>();
        var unknown = new ArrayList<Option>();
        for (var file : folder.files()) {
            var option = new Option(file.name(), file.name() + " (" + French.bytes(file.size()) + ")");
            if (file.descriptor().isEmpty()) {
                unknown.add(option);
            } else if (file.descriptor().get().key().equals(dataset.descriptor().key())) {
                own.add(option);
            }
        }
        own.addAll(unknown);
        return own;
    }

    private static String line(DroppedFile file) {
        return file.name() + " (" + French.bytes(file.size()) + ")";
    }

    private static List<Cell> cells(DatasetLine line) {
        var source = line.descriptor();
        var edition = line.current();
        return List.of(
                Cell.text(source.key()),
                Cell.text(source.title()),
                Cell.text(source.producer()),
                Cell.text(source.licence()),
                Cell.text(edition == null ? "" : edition.label()),
                Cell.text(edition == null ? "" : edition.fileName()),
                edition == null ? Cell.text("") : Cell.whole(edition.read()),
                edition == null ? Cell.text("") : Cell.whole(edition.imported()),
                edition == null ? Cell.text("") : Cell.whole(edition.rejected()));
    }
}
