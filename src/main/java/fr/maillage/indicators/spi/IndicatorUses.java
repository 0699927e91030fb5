package fr.maillage.indicators.spi;

import fr.maillage.community.CommunityView;
import java.util.List;

/** A module where indicators count for something: a contract that pays them, a review that settles their value. */
public interface IndicatorUses {

    /**
     * @param title what uses it: « Contrat ACI-12-2026-001 »
     * @param sentence what it starts from, is to reach, or was settled at
     * @param page where it is read, after {@code /cpts/{slug}}
     */
    record Use(String title, String sentence, String page) {}

    /** Where an indicator is used, by its code, newest first. */
    List<Use> of(CommunityView view, String code);
}
