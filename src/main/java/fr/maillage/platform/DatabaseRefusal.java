package fr.maillage.platform;

/** The database cannot be used, for a reason the administrator can act on. Both sentences are French, for the console. */
public final class DatabaseRefusal extends RuntimeException {

    private final String whatToDo;

    DatabaseRefusal(String reason, String whatToDo) {
        super(reason);
        this.whatToDo = whatToDo;
    }

    DatabaseRefusal(String reason, String whatToDo, Throwable cause) {
        super(reason, cause);
        this.whatToDo = whatToDo;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String whatToDo() {
        return whatToDo;
    }
}
