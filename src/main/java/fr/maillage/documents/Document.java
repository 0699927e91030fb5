package fr.maillage.documents;

import java.time.LocalDate;
import java.util.List;

/**
 * A document before any format: {@link DocumentRenderer} writes it as PDF and as DOCX, in the same order and with the
 * same words. Text is French; its no-break spaces are put at rendering by {@link Typography}. Tables, maps and notes are
 * numbered at rendering; the sources of the notes are listed once more at the end.
 *
 * @param organisation whose document it is, in every header and as the author of the file
 * @param title what it is, such as « Projet de santé », in every header
 * @param version the foot of every page, such as « Version 1, déposée le 15 décembre 2026 »
 * @param draft whether pages bear « Brouillon »
 * @param date the day of this version: the same document on the same day gives the same bytes
 * @param opening a cover with its contents page, or the head of a letter
 * @param body what follows
 */
public record Document(
        String organisation,
        String title,
        String version,
        boolean draft,
        LocalDate date,
        Opening opening,
        List<Block> body) {

    public Document {
        body = List.copyOf(body);
    }
}
