package fr.maillage.community;

import fr.maillage.shared.NotFound;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** The map of a territory as a file, for a slide or a poster. */
@Controller
class PerimeterMapController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private final PerimeterPages pages;

    PerimeterMapController(PerimeterPages pages) {
        this.pages = pages;
    }

    /** Kept by the browser, which asks each time whether it changed. */
    @GetMapping("/cpts/{slug}/carte.svg")
    ResponseEntity<byte[]> map(CommunityView view) {
        var svg = pages.picture(view)
                .orElseThrow(() -> new NotFound("map of " + view.slug()))
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(DigestUtils.md5DigestAsHex(svg))
                .header("Content-Disposition", "inline; filename=\"carte-" + view.slug() + ".svg\"")
                .body(svg);
    }
}
