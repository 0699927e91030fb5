package fr.maillage.funding;

import fr.maillage.funding.Draft.DraftLine;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Part;
import fr.maillage.rules.aci.Plan.MissionStart;
import fr.maillage.rules.aci.Plan.OwnAmount;
import fr.maillage.rules.aci.ResultLine;
import fr.maillage.rules.aci.ResultLine.Direction;
import fr.maillage.rules.aci.ResultLine.Tier;
import fr.maillage.shared.Euros;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines of results of a draft and checks them against the variable parts they share out. */
final class LineReading {

    private static final Pattern VALUE = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}_.-]{1,60}");

    private final Draft draft;
    private final Grid grid;
    private final int size;
    private final List<MissionStart> missions;
    private final List<OwnAmount> amounts;
    private final Faults faults;

    LineReading(Draft draft, Grid grid, int size, List<MissionStart> missions, List<OwnAmount> amounts, Faults faults) {
        this.draft = draft;
        this.grid = grid;
        this.size = size;
        this.missions = missions;
        this.amounts = amounts;
        this.faults = faults;
    }

    List<ResultLine.Earned> read() {
        var earned = new ArrayList<ResultLine.Earned>();
        Map<String, List<ResultLine>> byMission = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            var place = "lignes[" + i + "].";
            var given = draft.lines().get(i);
            var line = line(place, given, seen);
            var value = given.value() == null ? null : value(place + "valeur", given.value());
            if (line != null) {
                line.faults().forEach(fault -> faults.add(place + "paliers", fault));
                byMission
                        .computeIfAbsent(line.mission(), _ -> new ArrayList<>())
                        .add(line);
                earned.add(line.earned(value, given.proof()));
            }
        }
        if (earned.size() == draft.lines().size()) {
            byMission.forEach(this::checkSum);
        }
        return earned;
    }

    private @Nullable ResultLine line(String place, DraftLine given, Set<String> seen) {
        var mission = mission(place + "mission", given.mission());
        var code = given.code();
        if (code == null || !CODE.matcher(code).matches()) {
            faults.add(place + "code", "Donnez un code à la ligne, en lettres, chiffres, points ou tirets.");
        } else if (!seen.add(given.mission() + " " + code)) {
            faults.add(place + "code", "La ligne " + code + " est donnée deux fois dans cette mission.");
        }
        var maximum = faults.amount(place + "maximum", given.maximum());
        var direction = Direction.ofCode(given.direction());
        if (direction.isEmpty()) {
            faults.add(place + "sens", "Le sens est HAUSSE ou BAISSE.");
        }
        var tiers = new ArrayList<Tier>();
        for (int t = 0; t < given.tiers().size(); t++) {
            var at = place + "paliers[" + t + "].";
            var threshold = value(at + "seuil", given.tiers().get(t).threshold());
            var amount = faults.amount(at + "montant", given.tiers().get(t).amount());
            if (threshold != null && amount != null) {
                tiers.add(new Tier(threshold, amount));
            }
        }
        return mission == null
                        || code == null
                        || maximum == null
                        || direction.isEmpty()
                        || tiers.size() < given.tiers().size()
                ? null
                : new ResultLine(mission, code, maximum, tiers, direction.get());
    }

    private @Nullable String mission(String field, @Nullable String code) {
        if (code != null
                && missions.stream().anyMatch(mission -> mission.mission().equals(code))) {
            return code;
        }
        faults.add(
                field,
                code == null
                        ? "Indiquez la mission de la ligne."
                        : "La mission «" + French.NBSP + Faults.shown(code) + French.NBSP
                                + "» n’est pas dans les missions du contrat à simuler.");
        return null;
    }

    private @Nullable BigDecimal value(String field, @Nullable String text) {
        if (text != null && VALUE.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        faults.add(field, "Un nombre est attendu, comme 72.4.");
        return null;
    }

    private void checkSum(String mission, List<ResultLine> lines) {
        var part = variable(mission);
        if (part.isEmpty()) {
            faults.add("lignes", "La mission " + mission + " n’a pas de volet selon les résultats dans ce barème.");
            return;
        }
        var envelope = envelope(mission, part.get());
        if (envelope == null) {
            faults.add(
                    "lignes",
                    "Le volet variable de la mission " + mission
                            + " n’est pas publié. Donnez-le dans «\u00A0montants\u00A0», puis ses lignes.");
            return;
        }
        ResultLine.difference(mission, lines, envelope).ifPresent(sentence -> faults.add("lignes", sentence));
    }

    private Optional<Part> variable(String mission) {
        return grid.mission(mission)
                .flatMap(terms -> terms.parts().stream()
                        .filter(part -> part.paid() == Part.Paid.ON_RESULTS)
                        .findFirst());
    }

    private @Nullable Euros envelope(String mission, Part part) {
        return amounts.stream()
                .filter(own -> mission.equals(own.mission()) && part.code().equals(own.part()))
                .map(OwnAmount::yearly)
                .findFirst()
                .orElse(part.rate(size).amount());
    }
}
