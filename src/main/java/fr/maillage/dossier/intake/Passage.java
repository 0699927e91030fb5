package fr.maillage.dossier.intake;

/**
 * A heading of a Word document with what stands under it, down to the next heading.
 *
 * @param number its place in the document, from 1
 * @param level of the heading, from 1; 0 for what stands before the first
 * @param heading its words, without its number; empty before the first heading
 * @param markdown what stands under it, as a section of a dossier holds it
 * @param pictures drawings and photographs of the passage, which are not taken up
 */
public record Passage(int number, int level, String heading, String markdown, int pictures) {

    public boolean isBlank() {
        return markdown.isBlank();
    }

    /** Words of the text. */
    public int words() {
        return isBlank() ? 0 : markdown.strip().split("\\s+").length;
    }
}
