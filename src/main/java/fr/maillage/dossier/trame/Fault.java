package fr.maillage.dossier.trame;

/**
 * What is wrong in a trame file, told to its author.
 *
 * @param line where, from 1
 * @param what what is wrong, a French sentence
 * @param mend how to mend it, a French sentence
 */
public record Fault(String file, int line, String what, String mend) {

    @Override
    public String toString() {
        return file + ", ligne " + line + " : " + what + " " + mend;
    }
}
