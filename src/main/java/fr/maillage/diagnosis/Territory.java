package fr.maillage.diagnosis;

import java.util.List;

/**
 * What is measured.
 *
 * @param cells all that the sources say of its communes
 * @param counts of the directories
 * @param accessibilities computed by the program, by profession
 * @param departement that it is compared with
 * @param bassins the bassins de vie whose main commune it holds
 */
record Territory(
        List<CountedCommune> communes,
        Cells cells,
        Counts counts,
        List<AplValue> accessibilities,
        Zone departement,
        Zone region,
        List<Zone> bassins) {}
