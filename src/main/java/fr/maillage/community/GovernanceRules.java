package fr.maillage.community;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.maillage.community.Body.BodyFacts;
import fr.maillage.shared.Shipped;
import fr.maillage.shared.Source;
import java.time.LocalDate;
import java.util.List;

/** The legal form and the usual bodies of a CPTS, from {@code rules/governance.yaml}. */
public final class GovernanceRules {

    /** @param from first day on which the form is mandatory */
    public record LegalForm(String code, String label, LocalDate from, Source source) {}

    private record File(
            @JsonProperty("legal-form") LegalForm legalForm,
            @JsonProperty("usual-bodies") List<BodyFacts> usualBodies,
            Source source) {}

    private static final File FILE = Shipped.yaml("/rules/governance.yaml", File.class);

    static final List<BodyFacts> USUAL_BODIES = FILE.usualBodies;

    private GovernanceRules() {}

    /** The only legal form of a CPTS. */
    public static LegalForm legalForm() {
        return FILE.legalForm;
    }

    /** Where the usual bodies come from. */
    public static Source usualBodiesSource() {
        return FILE.source;
    }
}
