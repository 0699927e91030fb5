package fr.maillage.library;

import java.time.LocalDate;

/**
 * What people say of a document.
 *
 * @param dated the day it bears
 * @param origin who it is from, in words; empty when nobody said
 */
public record DocumentFacts(String title, DocumentType type, LocalDate dated, String origin) {

    /** What the journal, which everybody of the CPTS reads, calls it: the title of a reserved document may name people. */
    public String toldToAll() {
        return type.reserved() ? type.label() : title;
    }
}
