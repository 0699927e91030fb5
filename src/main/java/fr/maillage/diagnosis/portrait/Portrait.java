package fr.maillage.diagnosis.portrait;

import fr.maillage.charts.Datum;
import fr.maillage.datasets.spi.Descriptor;
import fr.maillage.diagnosis.AplValue;
import fr.maillage.diagnosis.DatasetEdition;
import fr.maillage.diagnosis.Diagnosis;
import fr.maillage.professionals.Establishments.CategoryCount;
import fr.maillage.professionals.Establishments.Point;
import fr.maillage.territory.Commune;
import fr.maillage.territory.Maps.Centre;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a portrait tells, read once, before any form.
 *
 * @param name of the CPTS, or of the territory for somebody without an account
 * @param communes by name
 * @param professions empty when the directory does not cover the territory: {@code professionsMissing} says why
 * @param professionsCaution which part of the territory they leave out, in a sentence; null when they cover all
 * @param categories of establishments, the most numerous first; empty when they are not known
 * @param places of the territory on the map: EHPAD with their places
 * @param emergencies emergency departments, wherever they are
 * @param generalists liberal general practitioners by commune
 * @param centres where circles stand
 * @param distances to the nearest emergency department by commune, in km
 * @param ages inhabitants by band of age, the youngest first; empty when they are not loaded
 * @param sources every dataset that gave a figure, with its edition
 * @param missing datasets that would tell more, and are not loaded
 * @param day it is made
 */
record Portrait(
        String name,
        List<Commune> communes,
        Diagnosis diagnosis,
        List<Profession> professions,
        @Nullable String professionsMissing,
        @Nullable String professionsCaution,
        List<Category> categories,
        @Nullable String establishmentsMissing,
        @Nullable String establishmentsCaution,
        List<Point> places,
        List<Emergency> emergencies,
        Map<String, Integer> generalists,
        Map<String, Centre> centres,
        Map<String, Datum> distances,
        List<AgeBand> ages,
        List<AplValue> apl,
        List<DatasetEdition> sources,
        List<Descriptor> missing,
        LocalDate day) {

    /**
     * @param densities liberal persons for 10 000 inhabitants: territory, département, région, France
     */
    record Profession(String code, String label, int persons, int liberals, int salaried, List<Datum> densities) {}

    /** @param departement how many the département has, or why that is not known */
    record Category(CategoryCount here, Datum departement) {}

    /** @param town where it is; empty when that cannot be told */
    record Emergency(Point point, String town) {}

    record AgeBand(String label, long inhabitants) {}

    long population() {
        return diagnosis.population();
    }

    /** The codes of the communes. */
    List<String> codes() {
        return communes.stream().map(Commune::code).toList();
    }

    /** Null when this dataset gave nothing. */
    @Nullable
    DatasetEdition edition(String dataset) {
        return sources.stream()
                .filter(edition -> edition.dataset().key().equals(dataset))
                .findFirst()
                .orElse(null);
    }

    /** What to print under a figure from this dataset; empty when it gave nothing. */
    String editionWords(String dataset) {
        var edition = edition(dataset);
        return edition == null ? "" : edition.words();
    }
}
