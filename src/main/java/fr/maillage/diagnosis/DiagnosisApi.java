package fr.maillage.diagnosis;

import fr.maillage.datasets.Level;
import fr.maillage.shared.French;
import fr.maillage.territory.Overviewed;
import fr.maillage.territory.Territories;
import fr.maillage.ui.FaultList;
import fr.maillage.ui.InvalidRequest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/diagnostics}: every indicator for any list of communes, without an account. */
@RestController
class DiagnosisApi {

    /** What was sent: anything may be missing or wrong. */
    record DiagnosisRequest(@Nullable List<@Nullable String> communes) {}

    record DiagnosisJson(
            long population,
            String millesime,
            List<IndicatorJson> indicateurs,
            List<ProfessionJson> professionnels,
            List<CategoryJson> etablissements,
            List<AplJson> apl) {

        static DiagnosisJson of(Diagnosis diagnosis) {
            return new DiagnosisJson(
                    diagnosis.population(),
                    diagnosis.populationVintage(),
                    diagnosis.measures().stream().map(IndicatorJson::of).toList(),
                    diagnosis.professionals().stream()
                            .map(count -> new ProfessionJson(
                                    count.label(),
                                    count.code(),
                                    count.persons(),
                                    count.liberals(),
                                    perTenThousand(count.liberals(), diagnosis.staffed())))
                            .toList(),
                    diagnosis.establishments().stream()
                            .map(count -> new CategoryJson(count.label(), count.code(), count.number(), count.places()))
                            .toList(),
                    diagnosis.accessibilities().stream().map(AplJson::of).toList());
        }

        /** Two decimals. */
        private static @Nullable BigDecimal perTenThousand(int number, long inhabitants) {
            var density = Density.perTenThousand(number, inhabitants);
            return density == null ? null : density.setScale(2, RoundingMode.HALF_UP);
        }
    }

    /**
     * @param valeur null when the source says nothing of the territory itself, or only an interval
     * @param intervalle lowest and highest, when counts are secret; else null
     * @param sens what a higher value means: {@code favorable}, {@code defavorable}, {@code neutre}
     * @param autresSources for which places the value comes from another source, and which
     */
    record IndicatorJson(
            String code,
            String intitule,
            String unite,
            @Nullable BigDecimal valeur,
            @Nullable List<BigDecimal> intervalle,
            @Nullable String millesime,
            @Nullable String source,
            @Nullable BigDecimal departement,
            @Nullable BigDecimal region,
            @Nullable BigDecimal france,
            @Nullable BigDecimal ecartPourcent,
            String sens,
            Map<String, String> autresSources) {

        static IndicatorJson of(Measure measure) {
            var indicator = measure.indicator();
            var from = measure.anySource();
            return new IndicatorJson(
                    indicator.code(),
                    indicator.title(),
                    indicator.unit(),
                    plain(measure.territory().known()),
                    measure.territory() instanceof Figure.Between between
                            ? Stream.of(between.low(), between.high())
                                    .map(DiagnosisApi::plain)
                                    .toList()
                            : null,
                    from == null ? null : from.when(),
                    from == null ? null : from.title(),
                    plain(measure.at(Level.DEPARTEMENT).known()),
                    plain(measure.at(Level.REGION).known()),
                    plain(measure.at(Level.FRANCE).known()),
                    measure.gap().map(gap -> plain(gap.percent())).orElse(null),
                    indicator.direction().word(),
                    borrowed(measure));
        }

        private static Map<String, String> borrowed(Measure measure) {
            Map<String, String> borrowed = new LinkedHashMap<>();
            Map.of("departement", measure.departement(), "region", measure.region(), "france", measure.france())
                    .forEach((place, own) -> {
                        var level = Level.valueOf(place.toUpperCase(Locale.ROOT));
                        if (own instanceof Figure.Absent) {
                            measure.borrowed(level)
                                    .ifPresent(known ->
                                            borrowed.put(place, known.source().words()));
                        }
                    });
            return borrowed;
        }
    }

    record ProfessionJson(
            String profession,
            String code,
            int personnes,
            int liberaux,
            @Nullable BigDecimal densitePour10000) {}

    record CategoryJson(
            String categorie,
            String code,
            int nombre,
            @Nullable Integer places) {}

    record AplJson(String profession, @Nullable BigDecimal valeur, List<ParameterJson> parametres) {

        static AplJson of(AplValue value) {
            return new AplJson(
                    value.label(),
                    value.result() instanceof AplValue.Computed computed
                            ? plain(BigDecimal.valueOf(computed.value()).round(MathContext.DECIMAL32))
                            : null,
                    value.parameters().stream()
                            .map(parameter -> new ParameterJson(parameter.name(), parameter.words()))
                            .toList());
        }
    }

    record ParameterJson(String nom, String valeur) {}

    private final Visitors visitors;
    private final Diagnoses diagnoses;
    private final Territories territories;

    DiagnosisApi(Visitors visitors, Diagnoses diagnoses, Territories territories) {
        this.visitors = visitors;
        this.diagnoses = diagnoses;
        this.territories = territories;
    }

    @PostMapping("/api/v1/diagnostics")
    DiagnosisJson diagnose(@RequestBody DiagnosisRequest request) {
        var faults = new FaultList();
        var codes = new ArrayList<String>();
        List<@Nullable String> given = request.communes() == null ? List.of() : request.communes();
        if (given.size() > Diagnoses.MOST) {
            faults.add("communes", "La liste dépasse " + French.number(Diagnoses.MOST) + " communes. Réduisez-la.");
            throw new InvalidRequest(faults.all());
        }
        for (int i = 0; i < given.size(); i++) {
            var code = given.get(i);
            if (code == null || code.isBlank()) {
                faults.add("communes[" + i + "]", "Le code de la commune manque.");
            }
            // A mark of its own at each place: two missing codes are two faults, not a double.
            codes.add(code == null || code.isBlank() ? "?" + i : code.strip().toUpperCase(Locale.ROOT));
        }
        return switch (territories.overview(codes, List.of(), null)) {
            case Overviewed.Done(var overview)
            when faults.isEmpty() ->
                visitors.serve(() -> DiagnosisJson.of(diagnoses.of(overview.places().stream()
                        .map(place -> place.commune().code())
                        .distinct()
                        .toList())));
            case Overviewed.Done _ -> throw new InvalidRequest(faults.all());
            case Overviewed.Refused(var refused) -> {
                refused.forEach(fault -> faults.add(fault.path(), fault.message()));
                throw new InvalidRequest(faults.all());
            }
        };
    }

    /** 1000 rather than 1E+3. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null || value.scale() >= 0 ? value : value.setScale(0);
    }
}
