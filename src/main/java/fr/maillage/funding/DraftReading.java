package fr.maillage.funding;

import fr.maillage.funding.Draft.DraftAmount;
import fr.maillage.funding.Draft.DraftMission;
import fr.maillage.rules.aci.ContractPeriod;
import fr.maillage.rules.aci.Grid;
import fr.maillage.rules.aci.Grids;
import fr.maillage.rules.aci.MissionTerms;
import fr.maillage.rules.aci.Part;
import fr.maillage.rules.aci.Plan.MissionStart;
import fr.maillage.rules.aci.Plan.OwnAmount;
import fr.maillage.shared.French;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the contract of a draft: its signature, its grid, its missions, its amounts. Notes every fault. */
final class DraftReading {

    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    private final Grids grids;
    private final Draft draft;
    private final Faults faults;

    final @Nullable LocalDate signature;
    final @Nullable Grid grid;
    final List<MissionStart> missions = new ArrayList<>();
    final List<OwnAmount> amounts = new ArrayList<>();

    DraftReading(Grids grids, Draft draft, Faults faults) {
        this.grids = grids;
        this.draft = draft;
        this.faults = faults;
        this.signature = readSignature();
        this.grid = readGrid();
        readMissions();
        readAmounts();
    }

    private @Nullable LocalDate readSignature() {
        var day = faults.day("dateSignature", draft.signature(), "Indiquez la date de signature du contrat.");
        if (day == null) {
            return null;
        }
        if (day.isBefore(grids.firstDay())) {
            faults.add(
                    "dateSignature",
                    "Aucun contrat n’a pu être signé avant l’accord du " + French.date(grids.firstDay())
                            + ". Vérifiez l’année.");
            return null;
        }
        if (day.isAfter(LAST_DAY)) {
            faults.add("dateSignature", "Cette date est trop lointaine. Vérifiez l’année.");
            return null;
        }
        return day;
    }

    private @Nullable Grid readGrid() {
        var code = draft.grid();
        if (code != null) {
            var named = grids.byCode(code);
            if (named.isEmpty()) {
                faults.add(
                        "bareme",
                        "Le barème «" + French.NBSP + Faults.shown(code) + French.NBSP
                                + "» n’existe pas. Barèmes connus" + French.NBSP + ": " + Faults.codes(grids.all())
                                + ".");
            }
            return named.orElse(null);
        }
        if (signature == null) {
            return null;
        }
        var known = draft.missions().stream()
                .map(DraftMission::code)
                .filter(Objects::nonNull)
                .filter(mission -> knownMissions().contains(mission))
                .toList();
        return grids.defaultOn(signature, known);
    }

    private void readMissions() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.missions().size(); i++) {
            var place = "missions[" + i + "].";
            var mission = draft.missions().get(i);
            var known = readCode(place + "code", mission.code(), seen);
            var start = readStart(place + "dateDemarrage", mission.start());
            var results = mission.results() == null
                    ? BigDecimal.ONE
                    : faults.share(place + "tauxVariable", mission.results());
            if (known != null && start != null && results != null) {
                missions.add(new MissionStart(known, start, results));
            }
        }
    }

    private @Nullable String readCode(String field, @Nullable String code, Set<String> seen) {
        if (code == null || !knownMissions().contains(code)) {
            faults.add(
                    field,
                    (code == null
                                    ? "Indiquez le code de la mission."
                                    : "La mission «" + French.NBSP + Faults.shown(code) + French.NBSP
                                            + "» n’existe pas.")
                            + " Codes possibles" + French.NBSP + ": " + String.join(", ", knownMissions()) + ".");
            return null;
        }
        if (!seen.add(code)) {
            faults.add(field, "La mission " + code + " est donnée deux fois. Gardez-en une.");
            return null;
        }
        if (grid != null && grid.mission(code).isEmpty()) {
            faults.add(
                    field,
                    "La mission " + code + " n’est pas dans le barème «" + French.NBSP + grid.title() + French.NBSP
                            + "».");
            return null;
        }
        return code;
    }

    private @Nullable LocalDate readStart(String field, @Nullable String text) {
        var start = faults.day(field, text, "Indiquez la date de démarrage de la mission.");
        if (start == null || signature == null) {
            return null;
        }
        var years = grid == null ? 5 : grid.terms().contractYears();
        var period = new ContractPeriod(signature, years);
        if (!period.covers(start)) {
            faults.add(
                    field,
                    "La mission démarre le " + French.date(start) + ", hors du contrat, qui va du "
                            + French.date(signature) + " au " + French.date(period.lastDay(years)) + ".");
            return null;
        }
        return start;
    }

    private void readAmounts() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.amounts().size(); i++) {
            var place = "montants[" + i + "].";
            var own = draft.amounts().get(i);
            var part = readPart(place + "volet", own);
            var amount = faults.amount(place + "montant", own.amount());
            if (part.isPresent() && !seen.add(own.mission() + " " + own.part())) {
                faults.add(place + "volet", "Le montant de ce volet est donné deux fois. Gardez-en un.");
            } else if (part.isPresent() && amount != null) {
                amounts.add(new OwnAmount(own.mission(), part.get().code(), amount));
            }
        }
    }

    private Optional<Part> readPart(String field, DraftAmount own) {
        if (grid == null) {
            return Optional.empty();
        }
        var part = own.part() == null ? Optional.<Part>empty() : grid.part(own.mission(), own.part());
        if (part.isEmpty()) {
            faults.add(
                    field,
                    "Ce volet n’est pas dans le barème «" + French.NBSP + grid.title() + French.NBSP
                            + "». Indiquez la mission et le volet, ou le seul volet FONCTIONNEMENT.");
        }
        return part;
    }

    private List<String> knownMissions() {
        return grids.all().stream()
                .flatMap(g -> g.missions().stream())
                .map(MissionTerms::code)
                .distinct()
                .toList();
    }
}
