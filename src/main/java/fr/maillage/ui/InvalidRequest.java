package fr.maillage.ui;

import java.util.List;

/**
 * A request to the REST interface that is well formed but says something wrong: answered 422 with every fault at once.
 */
public final class InvalidRequest extends RuntimeException {

    private final transient List<Fault> faults;

    public InvalidRequest(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public InvalidRequest(String field, String message) {
        this(List.of(new Fault(field, message)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
