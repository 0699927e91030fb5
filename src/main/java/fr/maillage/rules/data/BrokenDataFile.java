package fr.maillage.rules.data;

import java.util.List;

/** A data file says something impossible. The message, in French, lists every fault and its place in the file. */
public final class BrokenDataFile extends RuntimeException {

    private final transient List<String> faults;

    BrokenDataFile(String file, List<String> faults) {
        super("Le fichier " + file + " n’est pas utilisable :\n - " + String.join("\n - ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
