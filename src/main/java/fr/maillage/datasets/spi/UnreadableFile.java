package fr.maillage.datasets.spi;

/** The file is not what it claims to be. The message is French, for the person who chose the file. */
public final class UnreadableFile extends RuntimeException {

    private final String sentence;

    public UnreadableFile(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** What to tell the person. */
    public String sentence() {
        return sentence;
    }
}
