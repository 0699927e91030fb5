package fr.maillage.shared;

/**
 * What was asked does not exist for the person who asks: answered 404, whether it exists for somebody else or not.
 */
public final class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what);
    }
}
