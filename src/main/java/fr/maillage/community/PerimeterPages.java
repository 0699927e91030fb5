package fr.maillage.community;

import fr.maillage.rules.SizeClasses;
import fr.maillage.shared.French;
import fr.maillage.shared.Source;
import fr.maillage.shared.Today;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Communes;
import fr.maillage.territory.Dataset;
import fr.maillage.territory.Maps;
import fr.maillage.territory.Overview;
import fr.maillage.territory.Overviewed;
import fr.maillage.territory.Part;
import fr.maillage.territory.Territories;
import fr.maillage.territory.TerritoryMap;
import fr.maillage.territory.TerritoryMap.Spot;
import fr.maillage.ui.ListQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gathers what the page of a territory shows. */
@Service
class PerimeterPages {

    private static final int COLOURS = 4;

    private final Perimeters perimeters;
    private final PerimeterDrafts drafts;
    private final PerimeterHolders holders;
    private final PerimeterNeighbours neighbours;
    private final Communities communities;
    private final Territories territories;
    private final Communes communes;
    private final Maps maps;
    private final Today today;

    PerimeterPages(
            Perimeters perimeters,
            PerimeterDrafts drafts,
            PerimeterHolders holders,
            PerimeterNeighbours neighbours,
            Communities communities,
            Territories territories,
            Communes communes,
            Maps maps,
            Today today) {
        this.perimeters = perimeters;
        this.drafts = drafts;
        this.holders = holders;
        this.neighbours = neighbours;
        this.communities = communities;
        this.territories = territories;
        this.communes = communes;
        this.maps = maps;
        this.today = today;
    }

    /** The page on which the person works. */
    PerimeterPage working(CommunityView view, ListQuery query, @Nullable String selected) {
        var work = drafts.of(view);
        var overview = overview(view, work.communes(), work.parts());
        List<PerimeterRow> rows = overview == null ? List.of() : rows(overview, work);
        return page(view, null, work, overview, rows, query, selected);
    }

    /** A past version, as it was saved. */
    Optional<PerimeterPage> past(CommunityView view, ListQuery query, int number) {
        return perimeters.version(view.id(), number).map(version -> {
            var work = new PerimeterWork(version, null, List.of());
            return page(view, version, work, null, rows(version), query, null);
        });
    }

    /** The rows of the work, all of them, for exports. */
    List<PerimeterRow> rows(CommunityView view) {
        var work = drafts.of(view);
        var overview = overview(view, work.communes(), work.parts());
        return overview == null ? List.of() : rows(overview, work);
    }

    /** The saved territory as an SVG file; empty without a territory or without contours. */
    Optional<String> picture(CommunityView view) {
        return perimeters.current(view.id()).flatMap(version -> {
            var rows = rows(version);
            return maps.file(new TerritoryMap(
                    "Carte du territoire de la " + view.name(),
                    spots(coloured(rows, zones(rows))),
                    Map.of(),
                    null,
                    null,
                    null));
        });
    }

    private PerimeterPage page(
            CommunityView view,
            @Nullable Perimeter past,
            PerimeterWork work,
            @Nullable Overview overview,
            List<PerimeterRow> rows,
            ListQuery query,
            @Nullable String selected) {
        var writable = past == null && view.may(Right.WRITE);
        var zones = zones(rows);
        var coloured = coloured(rows, zones);
        var codes = coloured.stream().map(PerimeterRow::code).distinct().toList();
        long population = population(rows);
        var scale = rows.isEmpty() ? null : PerimeterScale.of(SizeClasses.on(today.day()), population);
        var taken = past == null ? neighbours.taken(view, codes) : Map.<String, String>of();
        var chosen = selected(view, work, selected);
        var departement = communities.find(view.id()).seatDepartement();
        var map = maps.screen(new TerritoryMap(
                codes.isEmpty() ? "Carte du département" : "Carte du territoire de la " + view.name(),
                spots(coloured),
                taken,
                chosen == null ? null : chosen.commune().code(),
                departement,
                writable ? "/cpts/" + view.slug() + "/territoire?commune=" : null));
        var vintages = rows.stream()
                .map(PerimeterRow::vintage)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        return new PerimeterPage(
                view,
                writable,
                past,
                work,
                scale,
                vintages.isEmpty()
                        ? "déclaré"
                        : vintages.stream().map(String::valueOf).collect(Collectors.joining(" et ")),
                sources(vintages, rows),
                checks(overview, scale, taken, codes),
                zones,
                map.orElse(null),
                codes.isEmpty() ? null : maps.mesh(codes).orElse(null),
                maps.attribution(codes).orElse(null),
                !taken.isEmpty(),
                chosen,
                codes.size(),
                PerimeterList.page(coloured, query));
    }

    private @Nullable Overview overview(CommunityView view, List<String> codes, List<Part> parts) {
        return territories.overview(codes, parts, view.id().value()) instanceof Overviewed.Done(var overview)
                ? overview
                : null;
    }

    private static List<PerimeterRow> rows(Overview overview, PerimeterWork work) {
        return overview.places().stream()
                .map(place -> new PerimeterRow(
                        place.commune().code(),
                        place.commune().name(),
                        place.part(),
                        place.commune().postalCodes(),
                        place.commune().epci(),
                        0,
                        place.population(),
                        place.vintage(),
                        share(place.population(), overview.population()),
                        work.adds(place.commune().code(), place.part())))
                .toList();
    }

    private static List<PerimeterRow> rows(Perimeter version) {
        return version.places().stream()
                .map(place -> new PerimeterRow(
                        place.commune(),
                        place.name(),
                        place.part(),
                        place.postalCodes(),
                        place.epci(),
                        0,
                        place.population(),
                        place.vintage(),
                        share(place.population(), version.population()),
                        false))
                .toList();
    }

    private static @Nullable BigDecimal share(@Nullable Integer population, long total) {
        return population == null || total == 0
                ? null
                : BigDecimal.valueOf(population).divide(BigDecimal.valueOf(total), 6, RoundingMode.HALF_UP);
    }

    private static long population(List<PerimeterRow> rows) {
        return rows.stream()
                .map(PerimeterRow::population)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** The EPCI by population; the first four get a colour. */
    private static List<PerimeterZone> zones(List<PerimeterRow> rows) {
        Map<String, List<PerimeterRow>> byEpci = new LinkedHashMap<>();
        rows.forEach(row -> byEpci.computeIfAbsent(
                        row.epci() == null ? "" : row.epci().code(), _ -> new ArrayList<>())
                .add(row));
        var order = byEpci.entrySet().stream()
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, List<PerimeterRow>> zone) -> population(zone.getValue()))
                        .reversed())
                .toList();
        List<PerimeterZone> zones = new ArrayList<>();
        for (var zone : order) {
            var epci = zone.getValue().getFirst().epci();
            zones.add(new PerimeterZone(
                    zone.getKey(),
                    epci == null ? "Sans intercommunalité" : epci.name(),
                    zones.size() < COLOURS ? zones.size() + 1 : 0,
                    (int) zone.getValue().stream()
                            .map(PerimeterRow::code)
                            .distinct()
                            .count()));
        }
        return zones;
    }

    private static List<PerimeterRow> coloured(List<PerimeterRow> rows, List<PerimeterZone> zones) {
        var colours = zones.stream().collect(Collectors.toMap(PerimeterZone::code, PerimeterZone::zone));
        return rows.stream()
                .map(row -> new PerimeterRow(
                        row.code(),
                        row.name(),
                        row.part(),
                        row.postalCodes(),
                        row.epci(),
                        colours.getOrDefault(
                                row.epci() == null ? "" : row.epci().code(), 0),
                        row.population(),
                        row.vintage(),
                        row.share(),
                        row.added()))
                .toList();
    }

    static List<Spot> spots(List<PerimeterRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(PerimeterRow::code, PerimeterRow::zone, (a, _) -> a, LinkedHashMap::new))
                .entrySet()
                .stream()
                .map(entry -> new Spot(entry.getKey(), entry.getValue()))
                .toList();
    }

    private PerimeterPage.@Nullable Selected selected(
            CommunityView view, PerimeterWork work, @Nullable String selected) {
        if (selected == null) {
            return null;
        }
        return communes.withCode(selected)
                .map(commune -> selected(view, work, commune))
                .orElse(null);
    }

    private PerimeterPage.Selected selected(CommunityView view, PerimeterWork work, Commune commune) {
        var taken = holders.taken(
                new String[] {commune.code()}, new String[] {""}, view.id().value());
        return new PerimeterPage.Selected(
                commune,
                work.holds(commune.code(), null),
                taken.isEmpty() ? null : taken.getFirst().sentence());
    }

    private static List<Source> sources(List<Integer> vintages, List<PerimeterRow> rows) {
        var sources = new ArrayList<>(Dataset.shipped().populationSources(vintages));
        if (rows.stream().anyMatch(row -> row.part() != null)) {
            sources.add(new Source("Parties de commune : population déclarée par la CPTS", null));
        }
        return sources;
    }

    private List<PerimeterCheck> checks(
            @Nullable Overview overview,
            @Nullable PerimeterScale scale,
            Map<String, String> taken,
            List<String> codes) {
        List<PerimeterCheck> checks = new ArrayList<>();
        if (scale == null) {
            return checks;
        }
        scale.nearThreshold().ifPresent(sentence -> checks.add(new PerimeterCheck(false, "Près d’un seuil", sentence)));
        scale.current().notes().forEach(note -> checks.add(new PerimeterCheck(false, "Exactement sur un seuil", note)));
        if (overview == null) {
            return checks;
        }
        checks.add(contiguity(overview));
        checks.add(holding(overview, taken));
        var sizes = SizeClasses.on(today.day());
        var threshold = French.number(sizes.coherence().threshold());
        checks.add(sizes.warningFor(overview.population())
                .map(warning -> new PerimeterCheck(false, "Moins de " + threshold + " habitants", warning.message()))
                .orElseGet(() -> new PerimeterCheck(
                        true,
                        "Plus de " + threshold + " habitants",
                        "Repère de cohérence, sans caractère obligatoire.")));
        for (var warning : overview.warnings()) {
            titleOf(warning.code()).ifPresent(title -> checks.add(new PerimeterCheck(false, title, warning.message())));
        }
        return checks;
    }

    private static PerimeterCheck contiguity(Overview overview) {
        if (overview.connected() == null) {
            return new PerimeterCheck(
                    false,
                    "D’un seul tenant : non vérifié",
                    "Il faut les contours des communes, qui ne sont pas encore installés.");
        }
        return overview.connected()
                ? new PerimeterCheck(true, "D’un seul tenant", "Toutes les communes se touchent.")
                : new PerimeterCheck(
                        false,
                        "En " + overview.pieces() + " morceaux",
                        "Des communes ne touchent pas les autres. Ce n’est pas interdit.");
    }

    private static PerimeterCheck holding(Overview overview, Map<String, String> taken) {
        if (!overview.conflicts().isEmpty()) {
            var first = overview.conflicts().getFirst();
            return new PerimeterCheck(
                    false,
                    French.count(overview.conflicts().size(), "commune prise ailleurs", "communes prises ailleurs"),
                    "Par la " + first.cpts() + ". L’enregistrement sera refusé tant qu’elle reste dans la liste.");
        }
        var around = Set.copyOf(taken.values());
        return new PerimeterCheck(
                true,
                "Aucune commune prise ailleurs",
                around.isEmpty()
                        ? "Aucune autre CPTS n’a de commune ici."
                        : "Autour : " + around.stream().sorted().collect(Collectors.joining(", ")) + ".");
    }

    /** The warnings that have no check of their own. */
    private static Optional<String> titleOf(String code) {
        return switch (code) {
            case "ANCIEN_CODE" -> Optional.of("Ancienne commune");
            case "MILLESIMES_DIFFERENTS" -> Optional.of("Années différentes");
            case "POPULATION_INCONNUE" -> Optional.of("Population inconnue");
            case "POPULATION_DECLAREE" -> Optional.of("Population déclarée");
            case "PARTIE_PLUS_PEUPLEE" -> Optional.of("Population à vérifier");
            default -> Optional.empty();
        };
    }
}
