package fr.maillage.community;

import fr.maillage.territory.Overviewed;
import java.util.List;

/** What came of saving a territory. */
public sealed interface PerimeterSaving {

    record Saved(Perimeter perimeter) implements PerimeterSaving {}

    /** The territory already holds exactly these places: no new version was made. */
    record Unchanged() implements PerimeterSaving {}

    /** Another CPTS has some of the places: nothing was saved. */
    record Taken(List<PerimeterTaken> places) implements PerimeterSaving {}

    /** Somebody saved a newer version since these changes were begun: nothing was saved. */
    record Overtaken(Perimeter newer) implements PerimeterSaving {}

    /** The list itself is wrong. */
    record Refused(List<Overviewed.Fault> faults) implements PerimeterSaving {}
}
