package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.ChartTable;
import fr.maillage.charts.Datum;
import fr.maillage.community.CommunityView;
import fr.maillage.diagnosis.Diagnoses;
import fr.maillage.diagnosis.Measure;
import fr.maillage.diagnosis.Sentences;
import fr.maillage.diagnosis.Visitors;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.territory.CommuneWords;
import fr.maillage.territory.MapSize;
import fr.maillage.territory.Maps;
import fr.maillage.ui.FormErrors;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The portrait of a territory: a public page without an account, and the files of a CPTS. */
@Controller
class PortraitController {

    private static final int FIGURES = 6;
    private static final int SENTENCES = 3;

    private final Visitors visitors;
    private final Diagnoses diagnoses;
    private final Portraits portraits;
    private final PortraitFiles files;
    private final CommuneWords words;

    private final Maps maps;

    PortraitController(
            Visitors visitors,
            Diagnoses diagnoses,
            Portraits portraits,
            PortraitFiles files,
            CommuneWords words,
            Maps maps) {
        this.visitors = visitors;
        this.diagnoses = diagnoses;
        this.portraits = portraits;
        this.files = files;
        this.words = words;
        this.maps = maps;
    }

    @GetMapping("/portrait")
    String page(@RequestParam(value = "communes", defaultValue = "") String communes, Model model) {
        var errors = new FormErrors();
        var codes = communes.isBlank() ? List.<String>of() : read(communes, errors);
        model.addAttribute(
                "page",
                new PortraitPage(
                        communes,
                        errors,
                        codes.isEmpty()
                                ? null
                                : visitors.serve(() -> shown(portrait(codes), "/portrait", "?" + query(communes)))));
        return "diagnosis/portrait";
    }

    /** An address that is not understood opens the form, which says why. */
    @GetMapping("/portrait.{format:pdf|docx|xlsx}")
    ResponseEntity<byte[]> file(
            @RequestParam(value = "communes", defaultValue = "") String communes, @PathVariable String format)
            throws IOException {
        var codes = read(communes, new FormErrors());
        return codes.isEmpty()
                ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/portrait?" + query(communes)))
                        .build()
                : visitors.serve(() -> files.forVisitor(portrait(codes), "portrait-de-territoire", format));
    }

    /** With the sources that the team of the CPTS keeps. */
    @GetMapping("/cpts/{slug}/diagnostic/portrait")
    String ofCommunity(CommunityView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("shown", shown(portrait(view), view.at("/diagnostic/portrait"), ""));
        return "diagnosis/portraitOfCommunity";
    }

    @GetMapping("/cpts/{slug}/diagnostic/portrait.{format:pdf|docx|xlsx}")
    ResponseEntity<byte[]> fileOfCommunity(CommunityView view, @PathVariable String format) throws IOException {
        return files.forMember(portrait(view), "portrait-" + view.slug(), format);
    }

    /** Empty when the list is not understood; {@code errors} says why. */
    private List<String> read(String communes, FormErrors errors) {
        var understood = words.read(communes);
        var fault = understood.fault();
        if (fault == null && understood.codes().size() > Diagnoses.MOST) {
            fault = "La liste dépasse " + French.number(Diagnoses.MOST) + " communes. Réduisez-la.";
        }
        if (fault != null) {
            errors.add("communes", fault);
            return List.of();
        }
        return understood.codes();
    }

    private Portrait portrait(List<String> codes) {
        return diagnoses.inOneState(() -> portraits.of("Territoire choisi", diagnoses.of(codes)));
    }

    private Portrait portrait(CommunityView view) {
        return diagnoses.inOneState(() -> portraits.of(
                view.name(), diagnoses.of(view.id()).orElseThrow(() -> new NotFound("territory of " + view.slug()))));
    }

    private static String query(String communes) {
        return "communes=" + URLEncoder.encode(communes, StandardCharsets.UTF_8);
    }

    private PortraitPage.Shown shown(Portrait portrait, String path, String query) {
        var figures = new IndicatorTables(portrait).standingOut().toList();
        return new PortraitPage.Shown(
                title(portrait),
                portrait.communes().size(),
                portrait.population(),
                portrait.diagnosis().populationVintage(),
                path,
                query,
                figures.stream().limit(FIGURES).toList(),
                figures.stream()
                        .limit(SENTENCES)
                        .flatMap(measure -> Sentences.of(measure).stream())
                        .toList(),
                map(portrait),
                portrait.missing().stream()
                        .map(dataset -> new PortraitPage.Awaited(dataset, waiting(portrait, dataset.key())))
                        .toList());
    }

    /** The indicators that this dataset would feed, alone or beside another source. */
    private static List<String> waiting(Portrait portrait, String dataset) {
        return portrait.diagnosis().measures().stream()
                .map(Measure::indicator)
                .filter(indicator -> indicator.feeds().stream()
                        .anyMatch(feed -> feed.datasets().contains(dataset)))
                .map(indicator -> indicator.title())
                .toList();
    }

    /** « Millau et 43 autres communes ». */
    private static String title(Portrait portrait) {
        var main = portrait.communes().stream()
                .max(Comparator.comparing(commune -> Objects.requireNonNullElse(commune.population(), 0)))
                .orElseThrow();
        int others = portrait.communes().size() - 1;
        return others == 0
                ? main.name()
                : main.name() + " et " + French.count(others, "autre commune", "autres communes");
    }

    private PortraitPage.@Nullable Mapped map(Portrait portrait) {
        var edition = portrait.edition("communes-contexte");
        return new PortraitMaps(portrait)
                .distances()
                .map(shaded -> new PortraitPage.Mapped(
                        "Distance aux urgences",
                        maps.choropleth(shaded.map(), MapSize.SCREEN).orElse(null),
                        shaded.legend(),
                        new ChartTable(
                                List.of("Commune", "Population", "Distance"),
                                portrait.communes().stream()
                                        .map(commune -> List.of(
                                                commune.name(),
                                                commune.population() == null
                                                        ? "inconnue"
                                                        : French.number(commune.population()),
                                                PortraitMaps.KM.text(portrait.distances()
                                                        .getOrDefault(
                                                                commune.code(), new Datum.Missing("non publié")))))
                                        .toList(),
                                -1),
                        edition == null ? "" : edition.words(),
                        maps.credit(portrait.codes()).orElse(null)))
                .orElse(null);
    }
}
