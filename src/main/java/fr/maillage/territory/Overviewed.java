package fr.maillage.territory;

import java.util.List;

/** The answer about a list of places. */
public sealed interface Overviewed {

    record Done(Overview overview) implements Overviewed {}

    /** The list itself is wrong; every fault is told. */
    record Refused(List<Fault> faults) implements Overviewed {}

    /**
     * @param list {@code communes} or {@code parties}
     * @param index position in that list, −1 for the list as a whole
     * @param field the field of a part, empty for the line itself
     * @param message a whole French sentence saying how to mend it
     */
    record Fault(String list, int index, String field, String message) {

        /** {@code communes[3]}, {@code parties[0].population}. */
        public String path() {
            return list + (index < 0 ? "" : "[" + index + "]") + (field.isEmpty() ? "" : "." + field);
        }
    }
}
