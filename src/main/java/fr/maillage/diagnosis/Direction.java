package fr.maillage.diagnosis;

/** What a higher value means for the inhabitants. */
public enum Direction {
    HIGHER_IS_BETTER("favorable", "Plus la valeur est haute, plus la situation est favorable."),
    HIGHER_IS_WORSE("defavorable", "Plus la valeur est haute, moins la situation est favorable."),
    NEUTRAL("neutre", "Une valeur haute n’est en soi ni favorable ni défavorable.");

    private final String word;
    private final String sentence;

    Direction(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** What programs read: {@code favorable}, {@code defavorable}, {@code neutre}. */
    public String word() {
        return word;
    }

    /** What people read. */
    public String sentence() {
        return sentence;
    }
}
