package fr.maillage.datasets;

import fr.maillage.access.Actor;
import fr.maillage.shared.NotFound;
import fr.maillage.ui.Flash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The readings of files, for administrators only. */
@Controller
class ImportJobController {

    private static final String JOB = "/administration/jeux/travaux/{id:[0-9a-f-]{36}}";

    private final DatasetDirectory directory;
    private final ImportDesk desk;

    ImportJobController(DatasetDirectory directory, ImportDesk desk) {
        this.directory = directory;
        this.desk = desk;
    }

    @GetMapping(JOB)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("view", find(id));
        return "datasets/travail";
    }

    @PostMapping(JOB + "/arret")
    String stop(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        var view = find(id);
        if (view.live()) {
            desk.stop(view.job(), actor);
            Flash.notice(flash, "La lecture s’arrête. Vous pourrez la reprendre au même point.");
        }
        return "redirect:" + view.address();
    }

    @PostMapping(JOB + "/reprise")
    String resume(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        var view = find(id);
        if (view.resumable()) {
            if (!Files.isRegularFile(view.job().file())) {
                Flash.notice(flash, "Le fichier n’est plus sur le serveur. Chargez-le de nouveau.");
            } else {
                switch (desk.resume(view.job(), actor)) {
                    case ImportDesk.Outcome.Accepted _ -> {}
                    case ImportDesk.Outcome.Busy _ ->
                        Flash.notice(flash, "Un fichier de ce jeu est déjà en cours de lecture.");
                    case ImportDesk.Outcome.Refused(var sentence) -> Flash.notice(flash, sentence);
                }
            }
        }
        return "redirect:" + view.address();
    }

    /** Number, reason and content of each refused line. It may be long: sent from the disk. */
    @GetMapping(JOB + "/lignes-refusees.csv")
    ResponseEntity<Resource> refusals(@PathVariable UUID id) {
        var report = find(id).job().report();
        if (!Files.isRegularFile(report)) {
            throw new NotFound("report of " + id);
        }
        var disposition = ContentDisposition.attachment()
                .filename("lignes-refusees.csv", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(report));
    }

    private JobView find(UUID id) {
        return directory.job(id).orElseThrow(() -> new NotFound("job " + id));
    }
}
