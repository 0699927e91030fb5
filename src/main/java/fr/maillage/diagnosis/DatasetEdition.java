package fr.maillage.diagnosis;

import fr.maillage.datasets.spi.Descriptor;

/** A dataset and the edition of it that holds, as they are printed beside a figure. */
public record DatasetEdition(Descriptor dataset, String vintage) {

    /** « CartoSanté, millésime 2023-2024 ». */
    public String shortWords() {
        return dataset.title() + (vintage.equals("sans date") ? "" : ", millésime " + vintage);
    }

    /** « CartoSanté, millésime 2023-2024. Licence Ouverte 2.0. » */
    public String words() {
        var words = dataset.attribution() + (vintage.equals("sans date") ? "" : ", millésime " + vintage);
        // Some producers ask for a mention that holds the licence.
        return words.contains(dataset.licence()) ? words + "." : words + ". " + dataset.licence() + ".";
    }
}
