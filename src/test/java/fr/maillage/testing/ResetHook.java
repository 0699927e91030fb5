package fr.maillage.testing;

/**
 * What a module does before each test method, after its tables were emptied: forget what it keeps in memory, put back
 * rows that the program always has. A {@code @Component} in the module's test sources.
 */
public interface ResetHook {

    void reset();
}
