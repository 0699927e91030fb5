package fr.maillage.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.maillage.shared.Shipped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fictional project of a CPTS, as its file of {@code demo/} writes it. */
record FictionalProject(
        List<Person> participants,
        List<BodyLine> bodies,
        List<SeatLine> seats,
        Coordination coordination,
        List<ObjectiveLine> objectives,
        List<ActionLine> actions,
        BudgetLines budget,
        Map<String, String> texts) {

    record Person(
            String kind,
            @Nullable String given,
            String name,
            String category,
            String place,
            boolean governance,
            @Nullable String function,
            @Nullable Boolean certain,
            boolean partner) {}

    record BodyLine(String kind, String name, String role, String frequency) {}

    record SeatLine(String body, String participant, String function) {}

    record Coordination(String participant, int percent, String tasks) {}

    record ObjectiveLine(String title, String mission, String problem, List<String> operational) {}

    /** @param months first and last month of the action, counted from the day the demonstration is made */
    record ActionLine(
            String title,
            List<String> covers,
            String objective,
            String diagnosis,
            String description,
            String beneficiaries,
            String pilot,
            List<String> partners,
            List<Integer> months,
            String milestone,
            IndicatorLine indicator) {}

    record IndicatorLine(String label, String unit, BigDecimal baseline, BigDecimal target, String source) {}

    record BudgetLines(String comment, List<BudgetLine> lines) {}

    record BudgetLine(
            String account, @JsonProperty("label") @Nullable String label, String allocation, long amount) {}

    /** @param name of the file, without its ending */
    static FictionalProject read(String name) {
        return Shipped.yaml("/demo/" + name + ".yaml", FictionalProject.class);
    }
}
