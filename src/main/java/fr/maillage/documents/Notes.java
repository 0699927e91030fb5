package fr.maillage.documents;

/** The words of a note, the same at the foot of a page of either format. */
final class Notes {

    private Notes() {}

    static String sentence(Inline.Note note) {
        var title = note.source().title().strip();
        var sentence = title.endsWith(".") ? title : title + ".";
        return note.remark().isBlank()
                ? sentence
                : sentence + " " + note.remark().strip();
    }
}
