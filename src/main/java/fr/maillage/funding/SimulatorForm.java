package fr.maillage.funding;

import fr.maillage.funding.Draft.DraftAmount;
import fr.maillage.funding.Draft.DraftMission;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Grids;
import fr.maillage.rules.aci.MissionTerms;
import fr.maillage.ui.Fault;
import fr.maillage.ui.FormErrors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the address of the simulator says, as typed. A short address, like the one of the home page, is completed: every
 * mission of the default grid, from the signature on, with full results.
 *
 * @param basis which of the three fields counts: {@code communes}, {@code population}, {@code taille}
 * @param amounts yearly amounts of the contract by control: {@code ACCES-FIXE}, {@code FONCTIONNEMENT}
 */
public record SimulatorForm(
        String basis,
        String size,
        String population,
        String communes,
        String signature,
        String grid,
        List<MissionFields> missions,
        Map<String, String> amounts) {

    /**
     * @param results share of the variable part in percent, as typed
     * @param help what to know before ticking it, or null
     */
    public record MissionFields(
            String code,
            String title,
            boolean chosen,
            String start,
            String results,
            @Nullable String help) {}

    private static final String AMOUNT = "montant-";
    private static final Pattern FRENCH_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}([.,]\\d{1,4})?");
    private static final Pattern PLACE = Pattern.compile("(missions|montants)\\[(\\d+)]\\.(.*)");

    static SimulatorForm of(MultiValueMap<String, String> address, Grids grids, LocalDate usualSignature) {
        var size = first(address, "taille");
        var population = first(address, "population");
        var communes = first(address, "communes");
        var signature = first(address, "dateSignature");
        return new SimulatorForm(
                basis(first(address, "base"), size, population, communes),
                size,
                population,
                communes,
                signature.isEmpty() ? usualSignature.toString() : isoDay(signature),
                first(address, "bareme"),
                missions(address, grids),
                amounts(address));
    }

    private static String basis(String said, String size, String population, String communes) {
        if (List.of("communes", "population", "taille").contains(said)) {
            return said;
        }
        if (communes.isEmpty() && !size.isEmpty()) {
            return "taille";
        }
        return communes.isEmpty() && !population.isEmpty() ? "population" : "communes";
    }

    private static List<MissionFields> missions(MultiValueMap<String, String> address, Grids grids) {
        var chosen = address.getOrDefault("mission", List.of());
        var untouched = !address.containsKey("choix") && chosen.isEmpty();
        var usual = grids.all().stream()
                .filter(grid -> grid.isComplete())
                .reduce((_, newer) -> newer)
                .orElseThrow();
        var fields = new ArrayList<MissionFields>();
        for (var mission : everyMission(grids)) {
            var code = mission.code();
            var conditional = mission.parts().stream().anyMatch(part -> part.condition() != null);
            var results = first(address, "resultats-" + code);
            fields.add(new MissionFields(
                    code,
                    mission.title(),
                    untouched ? usual.mission(code).isPresent() : chosen.contains(code),
                    isoDay(first(address, "debut-" + code)),
                    !results.isEmpty() ? results : conditional ? "0" : "100",
                    help(mission, usual)));
        }
        return List.copyOf(fields);
    }

    /** A compulsory mission that the usual grid lacks is not worth nothing: nobody has published what it is worth. */
    private static @Nullable String help(MissionTerms mission, Grid usual) {
        return mission.base() && usual.mission(mission.code()).isEmpty()
                ? "Obligatoire. Montant inconnu : à lire dans l’annexe du contrat. Cochez-la pour le saisir."
                : null;
    }

    /** The missions of the newest grid in its order, then those that only older grids have. */
    private static List<MissionTerms> everyMission(Grids grids) {
        Map<String, MissionTerms> missions = new LinkedHashMap<>();
        grids.all().reversed().forEach(grid -> grid.missions().forEach(m -> missions.putIfAbsent(m.code(), m)));
        return List.copyOf(missions.values());
    }

    private static Map<String, String> amounts(MultiValueMap<String, String> address) {
        Map<String, String> amounts = new LinkedHashMap<>();
        address.forEach((name, _) -> {
            var typed = first(address, name);
            if (name.startsWith(AMOUNT) && !typed.isEmpty()) {
                amounts.put(name.substring(AMOUNT.length()), typed);
            }
        });
        return amounts;
    }

    /** @param codes the communes understood; null when the size is not computed from communes */
    Draft draft(@Nullable List<String> codes) {
        return new Draft(
                basis.equals("taille") ? size : null,
                basis.equals("population") ? population.replaceAll("[\\s\u00a0\u202f.]", "") : null,
                basis.equals("communes") ? codes : null,
                signature,
                grid.isEmpty() ? null : grid,
                chosen().stream()
                        .map(m -> new DraftMission(
                                m.code(), m.start().isEmpty() ? signature : m.start(), share(m.results())))
                        .toList(),
                countedAmounts().stream()
                        .map(key -> new DraftAmount(
                                missionOf(key),
                                key.substring(key.lastIndexOf('-') + 1),
                                plainAmount(amounts.getOrDefault(key, ""))))
                        .toList());
    }

    List<MissionFields> chosen() {
        return missions.stream().filter(MissionFields::chosen).toList();
    }

    /** The amounts of missions that are not chosen stay in the form, and do not count. */
    private List<String> countedAmounts() {
        var codes = chosen().stream().map(MissionFields::code).toList();
        return amounts.keySet().stream()
                .filter(key -> missionOf(key) == null || codes.contains(Objects.requireNonNull(missionOf(key))))
                .toList();
    }

    static @Nullable String missionOf(String amountKey) {
        var cut = amountKey.lastIndexOf('-');
        return cut < 0 ? null : amountKey.substring(0, cut);
    }

    static String amountKey(@Nullable String mission, String part) {
        return mission == null ? part : mission + "-" + part;
    }

    /** The faults of the draft beside the controls of the form. */
    FormErrors errors(List<Fault> faults) {
        var errors = new FormErrors();
        for (var fault : faults) {
            Matcher place = PLACE.matcher(fault.field());
            if (!place.matches()) {
                errors.add(fault.field().startsWith("communes") ? "communes" : fault.field(), fault.message());
            } else if (place.group(1).equals("montants")) {
                errors.add(AMOUNT + countedAmounts().get(Integer.parseInt(place.group(2))), fault.message());
            } else {
                addMissionError(errors, chosen().get(Integer.parseInt(place.group(2))), place.group(3), fault);
            }
        }
        return errors;
    }

    private static void addMissionError(FormErrors errors, MissionFields mission, String field, Fault fault) {
        switch (field) {
            case "dateDemarrage" -> {
                // An empty start stands for the signature, whose own fault is told already.
                if (!mission.start().isEmpty()) {
                    errors.add("debut-" + mission.code(), fault.message());
                }
            }
            case "tauxVariable" -> errors.add("resultats-" + mission.code(), "Indiquez un pourcentage entre 0 et 100.");
            default -> errors.add("mission-" + mission.code(), fault.message());
        }
    }

    SimulatorForm withCommunes(String understood) {
        return new SimulatorForm(basis, size, population, understood, signature, grid, missions, amounts);
    }

    private static String first(MultiValueMap<String, String> address, String name) {
        var value = address.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** 15/03/2024, typed where the browser has no calendar, is the day 2024-03-15. */
    private static String isoDay(String text) {
        var french = FRENCH_DAY.matcher(text);
        return french.matches()
                ? "%s-%02d-%02d"
                        .formatted(french.group(3), Integer.valueOf(french.group(2)), Integer.valueOf(french.group(1)))
                : text;
    }

    /** « 80 » percent is « 0.8 »; anything else goes on as typed, to be refused. */
    private static String share(String percent) {
        if (!PERCENT.matcher(percent).matches()) {
            return percent.isEmpty() ? "?" : percent + "?";
        }
        return new BigDecimal(percent.replace(',', '.'))
                .movePointLeft(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** « 62 500,50 € » is 62500.50. */
    private static String plainAmount(String typed) {
        return typed.replaceAll("[\\s\u00a0\u202f€]", "").replace(',', '.');
    }
}
