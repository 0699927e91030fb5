package fr.maillage.territory.contours;

/** A file or an answer that holds no contours we can read; the message is a French sentence without its dot. */
class UnusableFile extends RuntimeException {

    UnusableFile(String sentence) {
        super(sentence);
    }

    /** No other source of this loading will answer either. */
    static final class Unreachable extends UnusableFile {

        Unreachable(String sentence) {
            super(sentence);
        }
    }
}
