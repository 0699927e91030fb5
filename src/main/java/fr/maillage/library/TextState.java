package fr.maillage.library;

import fr.maillage.ui.Badge;

/** What became of the text inside a file. */
public enum TextState {
    WAITING("Texte en attente de lecture", Badge.Tone.GREY),
    READING("Texte en cours de lecture", Badge.Tone.GREY),
    READ("Texte lu", Badge.Tone.GREEN),
    CUT("Début du texte lu", Badge.Tone.GREEN),
    IMAGE("Illisible : image", Badge.Tone.AMBER),
    UNREADABLE("Texte illisible", Badge.Tone.AMBER);

    private final String label;
    private final Badge.Tone tone;

    TextState(String label, Badge.Tone tone) {
        this.label = label;
        this.tone = tone;
    }

    public String label() {
        return label;
    }

    public Badge badge() {
        return Badge.of(label, tone);
    }

    /** What the person can do about it, or what it means. */
    public String meaning() {
        return switch (this) {
            case WAITING, READING -> "Le document se trouvera par ses mots dans un instant.";
            case READ -> "Le document se trouve par les mots qu’il contient.";
            case CUT -> "Le document est très long : il se trouve par les mots de son début.";
            case IMAGE ->
                "Le fichier est une image : il se trouve par son titre seulement. Un PDF exporté depuis le traitement de"
                        + " texte se trouverait aussi par ses mots.";
            case UNREADABLE -> "Le texte n’a pas pu être lu : le document se trouve par son titre seulement.";
        };
    }
}
