package fr.maillage.funds.spi;

import fr.maillage.community.CommunityId;
import fr.maillage.shared.Euros;
import java.util.List;
import java.util.UUID;

/** A module that spends the money of the register: it says what each funding paid. */
public interface FundUses {

    /**
     * @param funding which one paid
     * @param title what was paid: « Animatrice du dépistage, année 2 »
     * @param page where it is read, after {@code /cpts/{slug}}
     */
    record Use(UUID funding, String title, Euros amount, String page) {}

    /** All uses of the money of a CPTS, oldest first. */
    List<Use> of(CommunityId community);
}
