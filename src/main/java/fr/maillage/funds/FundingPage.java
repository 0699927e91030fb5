package fr.maillage.funds;

import fr.maillage.funds.spi.FundUses.Use;
import fr.maillage.shared.Euros;
import fr.maillage.ui.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the page of a grant shows. */
public record FundingPage(Funding funding, List<Use> uses, LocalDate today) {

    public Euros spent() {
        return Funding.sum(uses.stream().map(Use::amount).toList());
    }

    /** Its forms shown for the first time: each has its own names, so that what is typed in one stays there. */
    static Form blank(LocalDate day) {
        return Form.empty()
                .set("id-annonce", UUID.randomUUID())
                .set("id-recu", UUID.randomUUID())
                .set("recu-le", day);
    }
}
