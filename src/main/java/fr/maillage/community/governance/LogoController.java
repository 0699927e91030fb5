package fr.maillage.community.governance;

import fr.maillage.community.CommunityView;
import fr.maillage.community.Logos;
import fr.maillage.community.Right;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.ui.Flash;
import fr.maillage.ui.FormErrors;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The logo of the association. */
@Controller
class LogoController {

    private final Logos logos;

    LogoController(Logos logos) {
        this.logos = logos;
    }

    @GetMapping("/cpts/{slug}/gouvernance/logo")
    String edit(CommunityView view, Model model) {
        view.require(Right.WRITE);
        return page(view, FormErrors.NONE, model);
    }

    @GetMapping("/cpts/{slug}/gouvernance/logo.png")
    ResponseEntity<byte[]> image(CommunityView view) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(logos.of(view.id()).orElseThrow(() -> new NotFound("logo of " + view.slug())));
    }

    @PostMapping("/cpts/{slug}/gouvernance/logo")
    String save(
            CommunityView view,
            @RequestParam(required = false) @Nullable MultipartFile logo,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        view.require(Right.WRITE);
        if (logo == null || logo.isEmpty()) {
            return page(view, new FormErrors().add("logo", "Choisissez une image PNG ou JPEG."), model);
        }
        if (logos.save(view, logo.getBytes()) instanceof Saving.Refused(var field, var sentence)) {
            return page(view, new FormErrors().add(field, sentence), model);
        }
        Flash.notice(flash, "Le logo est enregistré. Il paraît sur la couverture des documents.");
        return "redirect:" + view.at("/gouvernance");
    }

    @PostMapping("/cpts/{slug}/gouvernance/logo/retrait")
    String remove(CommunityView view, RedirectAttributes flash) {
        view.require(Right.WRITE);
        logos.remove(view);
        Flash.notice(flash, "Le logo est retiré.");
        return "redirect:" + view.at("/gouvernance");
    }

    private String page(CommunityView view, FormErrors errors, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("errors", errors);
        model.addAttribute("hasLogo", logos.of(view.id()).isPresent());
        return "community/logo";
    }
}
