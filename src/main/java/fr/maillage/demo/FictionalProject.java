package fr.maillage.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.maillage.project.Budget;
import fr.maillage.shared.Shipped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fictional project of a CPTS, as its file of {@code demo/} writes it. */
record FictionalProject(
        @JsonProperty("association") @Nullable AssociationLine association,
        List<Person> participants,
        List<BodyLine> bodies,
        List<SeatLine> seats,
        Coordination coordination,
        List<ObjectiveLine> objectives,
        List<ActionLine> actions,
        BudgetLines budget,
        Map<String, String> texts) {

    /**
     * The association, with numbers that nobody bears.
     *
     * @param age months since its declaration, when the demonstration is made
     */
    record AssociationLine(
            String name,
            int age,
            String rna,
            String siret,
            String street,
            String postal,
            String town,
            String email,
            String phone) {}

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

    /**
     * @param months first and last month of the action, counted from the day the demonstration is made
     * @param size how many people it is for, or null
     * @param ongoing whether it has begun
     * @param related titles of the actions it leans on; {@code links} tells how
     */
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
            IndicatorLine indicator,
            @JsonProperty("size") @Nullable Long size,
            boolean ongoing,
            @JsonProperty("actors") @Nullable String actors,
            @JsonProperty("means") @Nullable String means,
            @JsonProperty("prs") @Nullable String prs,
            @JsonProperty("risk") @Nullable RiskLine risk,
            @JsonProperty("tasks") @Nullable List<TaskLine> tasks,
            @JsonProperty("words") @Nullable WordsLine words,
            @JsonProperty("related") @Nullable List<String> related,
            @JsonProperty("links") @Nullable String links) {}

    /**
     * The indicator that an action is followed by, a number.
     *
     * @param halfway what is to be reached by the end of the first full year
     * @param measured a first value recorded the day the demonstration is made
     */
    record IndicatorLine(
            String label,
            String unit,
            BigDecimal baseline,
            BigDecimal target,
            String source,
            @JsonProperty("kind") @Nullable String kind,
            @JsonProperty("proof") @Nullable String proof,
            @JsonProperty("halfway") @Nullable BigDecimal halfway,
            @JsonProperty("measured") @Nullable BigDecimal measured) {}

    /** A second indicator, told in words. */
    record WordsLine(String label, String baseline, String target, String source, String proof) {}

    record RiskLine(String title, String answer) {}

    /**
     * @param owner name of a participant, or a function
     * @param month after the start of the action
     */
    record TaskLine(String title, String owner, int month) {}

    record BudgetLines(
            String comment,
            List<BudgetLine> lines,
            @JsonProperty("writing") @Nullable Writing writing) {}

    /** The small budget of the pré-projet, whole euros. */
    record Writing(long communication, long meetings, long writing, long subsidy) {}

    /**
     * @param action its number, or null; one that was not made is left out
     * @param nature RECURRING, ONE_OFF, or null
     * @param funder the form's line of the income that pays for a charge, or null
     * @param amounts by year from the first one; zero where the year has no such line
     */
    record BudgetLine(
            String account,
            @JsonProperty("label") @Nullable String label,
            String allocation,
            @JsonProperty("action") @Nullable Integer action,
            @JsonProperty("nature") Budget.@Nullable Nature nature,
            @JsonProperty("funder") @Nullable String funder,
            @JsonProperty("comment") @Nullable String comment,
            List<Long> amounts) {}

    /** @param name of the file, without its ending */
    static FictionalProject read(String name) {
        return Shipped.yaml("/demo/" + name + ".yaml", FictionalProject.class);
    }
}
